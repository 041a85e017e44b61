'use client'
import { Anchor, Button } from '@mantine/core'
import { IconAlertTriangle, IconShieldLock } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { useState } from 'react'
import { callInput, choose, emptyDraft, type CallDraft } from '#src/client/calls/call-draft.ts'
import type { useCallOptions } from '#src/client/calls/use-calls.ts'
import type { LogCallInput } from '#src/contracts/calls.ts'
import { NoteField, OutcomeStep, Penalty, ProductStep, ReasonStep } from './call-fields.tsx'
import { WhoStep } from './who-step.tsx'
import classes from './call-form.module.css'

type Props = {
  options: NonNullable<ReturnType<typeof useCallOptions>['data']>
  hcpId: string | null
  onLog: (input: Omit<LogCallInput, 'clientId'>, name: string) => void
}

/** A call in three taps: who, the outcome, done; the products are those of the plan unless said otherwise. */
export function CallForm({ options, hcpId, onLog }: Props) {
  const t = useTranslations('calls.form')
  const [draft, setDraft] = useState<CallDraft>(() =>
    emptyDraft({
      channelId: options.channels[0]?.id ?? '',
      day: options.today,
      time: options.now,
    }),
  )
  const input = callInput(draft)
  const { who, outcome } = draft
  return (
    <div className={classes.form}>
      <WhoStep hcpId={hcpId} chosen={who} onChoose={(one) => setDraft(choose(draft, one))} />
      {who?.warnings.map((warning) => (
        <p key={warning} className={classes.note} data-tone="risk" role="alert">
          <IconAlertTriangle size={16} stroke={1.75} aria-hidden />
          {t(`warning.${warning}`)}
        </p>
      ))}
      <OutcomeStep draft={draft} options={options} onChange={setDraft} />
      {outcome === 'REFUSED' && <ReasonStep draft={draft} options={options} onChange={setDraft} />}
      {(outcome === 'DONE' || outcome === null) && (
        <ProductStep draft={draft} options={options} onChange={setDraft} />
      )}
      <Penalty outcome={outcome} />
      {who && outcome === 'REFUSED' && (
        <p className={classes.note}>
          <IconShieldLock size={16} stroke={1.75} aria-hidden />
          <span>
            {t('opposes')}{' '}
            <Anchor component={Link} href={`/annuaire/${who.hcpId}`} size="sm">
              {t('recordOpposition')}
            </Anchor>
          </span>
        </p>
      )}
      <NoteField draft={draft} onChange={setDraft} />
      <div className={classes.footer}>
        <Button size="lg" disabled={!input} onClick={() => input && onLog(input, who?.name ?? '')}>
          {t(`save.${outcome ?? 'DONE'}`)}
        </Button>
      </div>
    </div>
  )
}
