'use client'
import { Textarea } from '@mantine/core'
import { IconCircleX } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { ConfirmDialog } from '#components/ui/confirm-dialog.tsx'
import { useFormat } from '#components/ui/format.ts'
import { toast } from '#components/ui/undo-toast.tsx'
import type { PlanSession } from '#src/client/plans/plan-session.ts'
import { useSubmitPlan } from '#src/client/plans/use-plans.ts'
import { useRefusal } from '#src/client/refusal.ts'
import { submitChecks, type PlanCheck } from '#src/engine/index.ts'
import { useDesk } from './desk-context.ts'
import { SignatureFields } from './signature-fields.tsx'
import classes from './dialogs.module.css'

const bold = (chunks: ReactNode) => <b>{chunks}</b>

function CheckLine({ check }: { check: PlanCheck }) {
  const t = useTranslations('plans')
  const { editor } = useDesk()
  const names = check.hcpIds.slice(0, 3).flatMap((hcpId) => editor.person(hcpId)?.shortName ?? [])
  const more = check.hcpIds.length - names.length
  const { limit } = check.params
  const count = Number(check.params['count'] ?? 0)
  return (
    <li>
      <IconCircleX size={16} stroke={1.75} aria-hidden />
      <span>
        {check.code === 'limitBroken'
          ? t('check.limitBroken', { limit: t(`limitName.${limit as 'changes'}`), count })
          : t(`check.${check.code}`, { count })}
        {names.length > 0 && (
          <span>
            {names.join(', ')}
            {more > 0 && ` ${t('check.more', { count: more })}`}
          </span>
        )}
      </span>
    </li>
  )
}

type Props = { opened: boolean; onClose: () => void; session: PlanSession; signatory: string }

/** The summary that the lead signs; what still blocks is told instead. */
export function SubmitDialog({ opened, onClose, session, signatory }: Props) {
  const t = useTranslations('plans.submit')
  const format = useFormat()
  const refusal = useRefusal()
  const { plan, state, editor } = useDesk()
  const [agreed, setAgreed] = useState(false)
  const [password, setPassword] = useState('')
  const [comment, setComment] = useState('')
  const [offline, setOffline] = useState(false)
  const { mutate, isPending, error, reset } = useSubmitPlan()
  const checks = opened ? submitChecks(state.plan, plan.limits, editor.context) : []
  const { proposed, theoretical, changes, changesByKind, toDecide } = state.synthesis
  const bps = state.probability === null ? null : Math.round(state.probability * 10_000)
  const problem = error ? refusal(error) : null
  const wrong = problem?.code === 'REFUSED' && problem.details.length === 0

  async function send() {
    setOffline(false)
    // What is signed is what is saved.
    if (!(await session.flush())) return setOffline(true)
    const input = { id: plan.id, commandId: crypto.randomUUID(), revision: session.getState().revision }
    mutate(
      { ...input, password, comment: comment.trim() || null },
      {
        onSuccess: () => {
          toast(t('sent'))
          onClose()
        },
        onError: () => setPassword(''),
      },
    )
  }
  function close() {
    reset()
    setPassword('')
    setAgreed(false)
    onClose()
  }
  const facts = [
    {
      key: 'committed',
      value: t.rich('committed', {
        contacts: format.milli(proposed.goalMilli),
        hcps: proposed.hcps,
        before: theoretical.hcps,
        b: bold,
      }),
    },
    {
      key: 'changes',
      value: t.rich('changes', {
        count: changes,
        frequency: changesByKind.frequency + changesByKind.channel,
        removal: changesByKind.removal,
        addition: changesByKind.addition,
        b: bold,
      }),
    },
    ...(toDecide.length > 0
      ? [{ key: 'toDecide' as const, value: t.rich('toDecide', { count: toDecide.length, b: bold }) }]
      : []),
    { key: 'load', value: format.percent(proposed.utilisationBps) },
    { key: 'chance', value: <b>{format.probability(bps)}</b> },
  ] as const
  return (
    <ConfirmDialog
      opened={opened}
      onClose={close}
      title={t('title')}
      confirm={t('confirm')}
      busy={isPending}
      blocked={checks.length > 0 || !agreed || password === ''}
      onConfirm={() => void send()}
    >
      <p className={classes.lead}>{t.rich('lead', { sector: plan.sectorName, b: bold })}</p>
      {checks.length > 0 ? (
        <ul className={classes.checks}>
          {checks.map((check) => (
            <CheckLine key={`${check.code}${check.params['limit'] ?? ''}`} check={check} />
          ))}
        </ul>
      ) : (
        <>
          <dl className={classes.facts}>
            {facts.map(({ key, value }) => (
              <div key={key}>
                <dt>{t(`fact.${key}`)}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          <Textarea
            label={t('comment')}
            value={comment}
            maxLength={1000}
            autosize
            minRows={1}
            maxRows={5}
            onChange={(event) => setComment(event.currentTarget.value)}
          />
          <SignatureFields
            meaning={t('meaning', { name: signatory, day: format.day(plan.today, 'year') })}
            agreed={agreed}
            onAgree={setAgreed}
            password={password}
            onPassword={setPassword}
            error={wrong ? (problem?.message ?? null) : null}
          />
        </>
      )}
      {offline && <p className={classes.lead}>{t('offline')}</p>}
      {problem && !wrong && (
        <ul className={classes.checks}>
          {[problem.message, ...problem.details.map(({ message }) => message)].map((message) => (
            <li key={message}>
              <IconCircleX size={16} stroke={1.75} aria-hidden />
              <span>{message}</span>
            </li>
          ))}
        </ul>
      )}
    </ConfirmDialog>
  )
}
