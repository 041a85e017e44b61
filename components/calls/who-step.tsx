'use client'
import { Loader, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { SegmentSwatch } from '#components/ui/segment-swatch.tsx'
import { useSuggestions } from '#src/client/calls/use-calls.ts'
import type { SuggestionDto } from '#src/contracts/calls.ts'
import { Standing } from './standing.tsx'
import classes from './call-form.module.css'

type Props = {
  /** Asked for by the address: the only one proposed. */
  hcpId: string | null
  chosen: SuggestionDto | null
  onChoose: (who: SuggestionDto) => void
}

const shortList = 4
const typingPause = 200

/** Whom: planned today, most worth a visit, or found by name. */
export function WhoStep({ hcpId, chosen, onChoose }: Props) {
  const t = useTranslations('calls.form')
  const [text, setText] = useState('')
  const [q] = useDebouncedValue(text.trim(), typingPause)
  const { data, isFetching } = useSuggestions(q, q ? null : hcpId, true)
  const items = data?.items ?? []
  const shown = q ? items : items.slice(0, shortList)
  const every =
    chosen && !shown.some((one) => one.hcpId === chosen.hcpId)
      ? [chosen, ...shown.slice(0, shortList - 1)]
      : shown
  const hint = (one: SuggestionDto) =>
    one.hint === 'planned' && one.planned?.time
      ? t('hint.plannedAt', { time: one.planned.time })
      : t(`hint.${one.hint}`)
  return (
    <>
      <h2 className={classes.step}>
        <i>1</i>
        <span>{t('who')}</span>
        {isFetching && <Loader size={16} />}
      </h2>
      <ul className={classes.choices}>
        {every.map((one) => (
          <li key={one.hcpId}>
            <label className={classes.choice}>
              <input
                type="radio"
                name="who"
                checked={chosen?.hcpId === one.hcpId}
                onChange={() => onChoose(one)}
              />
              <span>
                <span className={classes.who}>
                  {one.name}
                  {one.segment && <SegmentSwatch rank={one.segment.rank} size="sm" />}
                </span>
                <span className={classes.detail}>
                  {[one.specialty, one.commune].filter(Boolean).join(' · ')}
                  {(one.specialty ?? one.commune) && ' · '}
                  <span className={`${classes.hint} ${one.hint === 'first' ? classes.first : ''}`}>
                    {hint(one)}
                  </span>
                </span>
              </span>
              <span>
                {one.standing ? (
                  <Standing
                    {...one.standing}
                    words={t('ofGoal', {
                      done: String(one.standing.done),
                      goal: String(one.standing.goal),
                    })}
                  />
                ) : (
                  t('outside')
                )}
              </span>
            </label>
          </li>
        ))}
        {data && every.length === 0 && (
          <li className={classes.choice}>
            <span />
            <span className={classes.grey}>{q ? t('nobody', { q }) : t('nobodyYet')}</span>
          </li>
        )}
      </ul>
      <TextInput
        className={classes.search}
        type="search"
        size="md"
        variant="unstyled"
        leftSection={<IconSearch size={18} stroke={1.75} aria-hidden />}
        aria-label={t('search')}
        placeholder={t('search')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
    </>
  )
}
