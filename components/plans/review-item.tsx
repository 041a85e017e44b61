'use client'
import { Button, TextInput } from '@mantine/core'
import { IconCheck, IconX } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { useState } from 'react'
import { useFormat } from '#components/ui/format.ts'
import { SegmentSwatch } from '#components/ui/segment-swatch.tsx'
import type { PlanDto, PlanHcpDto } from '#src/contracts/plan-document.ts'
import type { ReviewItem as Item } from '#src/engine/index.ts'
import { ChannelGlyph } from './channel-glyph.tsx'
import type { PlanWords } from './plan-words.ts'
import classes from './team.module.css'

type Props = {
  plan: PlanDto
  item: Item
  hcp: PlanHcpDto | undefined
  words: PlanWords
  /** Points that this change alone gives or takes; null where nothing tells. */
  points: number | null
  onDecide: ((decision: 'ACCEPTED' | 'REFUSED', comment: string | null) => void) | null
  busy: boolean
}

/** One change beside theory: what, why, what it weighs, and the manager's word on it. */
export function ReviewItem({ plan, item, hcp, words, points, onDecide, busy }: Props) {
  const t = useTranslations('plans.review')
  const format = useFormat()
  const [refusing, setRefusing] = useState(false)
  const [why, setWhy] = useState('')
  const segment = plan.segments.find(({ code }) => code === item.segment)
  const reason = plan.reasons.find(({ code }) => code === item.reason)
  const { decision } = item
  const accepted = decision === 'ACCEPTED' || decision === 'ALLOWED' || decision === 'NONE'
  return (
    <div className={classes.item} data-state={decision}>
      {segment ? <SegmentSwatch rank={segment.rank} size="sm" /> : <span />}
      <div className={classes.who}>
        <Link href={`/annuaire/${item.hcpId}`} prefetch={false}>
          {hcp?.name ?? '–'}
        </Link>
        <span>{[hcp?.specialty, hcp?.commune].filter(Boolean).join(' · ')}</span>
      </div>
      <div className={classes.cells} data-struck={decision === 'REFUSED' || undefined}>
        {item.cells.map(({ channel, theoretical, proposed }) => (
          <span key={channel}>
            {channel !== plan.channels[0]?.code && <ChannelGlyph kind={words.kindOf(channel)} />}
            <i>{theoretical || '–'} →</i>
            <b>{proposed}</b>
            <em>{format.signed(proposed - theoretical)}</em>
          </span>
        ))}
      </div>
      <div className={classes.words}>
        {reason?.label ?? item.reason ?? <em>{t('noReason')}</em>}
        {item.comment && <span>{item.comment}</span>}
        {item.breaches.length > 0 && <em>{item.breaches.map(words.limit).join(', ')}</em>}
        {decision === 'REFUSED' && item.decisionComment && (
          <span>{t('refusedBecause', { comment: item.decisionComment })}</span>
        )}
      </div>
      <span className={classes.number} data-none={item.loadDeltaMilli === 0 || undefined}>
        {format.signed(item.loadDeltaMilli / 1000, item.loadDeltaMilli % 1000 === 0 ? 0 : 1, '0')}
      </span>
      <span
        className={classes.number}
        data-worse={(points ?? 0) <= -0.35 || undefined}
        data-none={points === null || Math.abs(points) < 0.05 || undefined}
      >
        {format.signed(points, 1, '0')}
      </span>
      <div className={classes.decide}>
        {onDecide ? (
          <>
            <Button
              size="compact-sm"
              variant={decision === 'TO_DECIDE' ? 'default' : 'subtle'}
              color={accepted ? 'teal' : 'gray'}
              leftSection={<IconCheck size={14} stroke={1.9} aria-hidden />}
              disabled={busy}
              aria-pressed={accepted}
              onClick={() => !accepted && onDecide('ACCEPTED', null)}
            >
              {t(accepted ? 'accepted' : 'accept')}
            </Button>
            <Button
              size="compact-sm"
              variant={decision === 'TO_DECIDE' ? 'default' : decision === 'REFUSED' ? 'light' : 'subtle'}
              color={decision === 'REFUSED' || refusing ? 'red' : 'gray'}
              leftSection={<IconX size={14} stroke={1.9} aria-hidden />}
              disabled={busy}
              aria-pressed={decision === 'REFUSED'}
              onClick={() => setRefusing(!refusing)}
            >
              {t(decision === 'REFUSED' ? 'refused' : 'refuse')}
            </Button>
          </>
        ) : (
          <span>
            {t(decision === 'REFUSED' ? 'refused' : decision === 'TO_DECIDE' ? 'waiting' : 'accepted')}
          </span>
        )}
      </div>
      {refusing && onDecide && (
        <form
          className={classes.refuse}
          onSubmit={(event) => {
            event.preventDefault()
            if (why.trim() === '') return
            onDecide('REFUSED', why.trim())
            setRefusing(false)
          }}
        >
          <span>{t('refuseWhy', { name: plan.lead?.name ?? t('rep') })}</span>
          <div>
            <TextInput
              aria-label={t('refuseLabel')}
              size="sm"
              data-autofocus
              value={why}
              maxLength={500}
              onChange={(event) => setWhy(event.currentTarget.value)}
            />
            <Button size="sm" type="submit" disabled={why.trim() === ''}>
              {t('refuse')}
            </Button>
            <Button size="sm" variant="subtle" color="gray" onClick={() => setRefusing(false)}>
              {t('cancel')}
            </Button>
          </div>
          <span>
            {t('refuseEffect', {
              contacts: item.cells
                .map(({ channel, theoretical }) => words.contacts(theoretical, channel))
                .join(', '),
            })}
          </span>
        </form>
      )}
    </div>
  )
}
