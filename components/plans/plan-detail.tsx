'use client'
import { ActionIcon, Button, Textarea } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { HcpExplanationSentence } from '#components/shared/hcp-explanation.tsx'
import { Stepper } from '#components/ui/stepper.tsx'
import type { PlanRow } from '#src/client/plans/plan-rows.ts'
import { ChannelGlyph } from './channel-glyph.tsx'
import { useDesk } from './desk-context.ts'
import classes from './plan.module.css'

/** Under a line: why the target is there, its contacts channel by channel, and words on the change. Hides nothing. */
export function PlanDetail({ row }: { row: PlanRow }) {
  const t = useTranslations('plans.detail')
  const tp = useTranslations('plans')
  const { plan, editable, setContacts, setWords, remove, backToTheory, toggleDetail } = useDesk()
  const { hcp, change } = row
  const lineOf = (channel: string) => row.lines.find((line) => line.channel === channel)
  return (
    <div className={classes.detail}>
      <section aria-label={t('why')}>
        <HcpExplanationSentence cycleId={plan.cycleId} hcpId={hcp.hcpId} />
      </section>
      <section aria-label={t('channels')}>
        <ul className={classes.channels}>
          {plan.channels.map(({ code, name, kind }) => {
            const line = lineOf(code)
            const changed = line && line.proposed !== line.theoretical
            return (
              <li key={code}>
                <span>
                  <ChannelGlyph kind={kind} />
                  {name}
                </span>
                <span className={classes.muted}>{line?.theoretical || '–'}</span>
                <Stepper
                  label={tp('stepper', { name: hcp.shortName, channel: name })}
                  value={line?.proposed ?? 0}
                  max={366}
                  state={!editable || line?.locked ? 'locked' : changed ? 'changed' : 'idle'}
                  onChange={(value) => setContacts(hcp.hcpId, code, value)}
                />
              </li>
            )
          })}
        </ul>
      </section>
      <section aria-label={t('words')} className={classes.words}>
        {change && (
          <Textarea
            key={change.comment ?? ''}
            label={t('comment')}
            placeholder={t('commentHint')}
            defaultValue={change.comment ?? ''}
            maxLength={500}
            autosize
            minRows={1}
            maxRows={4}
            readOnly={!editable}
            onBlur={(event) => {
              const text = event.currentTarget.value.trim() || null
              if (text !== change.comment) setWords(hcp.hcpId, { comment: text })
            }}
          />
        )}
        {editable && !row.locked && (
          <div className={classes.buttons}>
            {change?.kind !== 'removal' && (
              <Button variant="default" size="compact-sm" onClick={() => remove([hcp.hcpId])}>
                {t('remove')}
              </Button>
            )}
            {change && (
              <Button variant="default" size="compact-sm" onClick={() => backToTheory([hcp.hcpId])}>
                {t(change.kind === 'removal' ? 'addBack' : 'theory')}
              </Button>
            )}
          </div>
        )}
      </section>
      <ActionIcon aria-label={t('close')} onClick={() => toggleDetail(hcp.hcpId)}>
        <IconX size={16} stroke={1.75} aria-hidden />
      </ActionIcon>
    </div>
  )
}
