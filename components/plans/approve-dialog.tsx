'use client'
import { IconCircleX } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { ConfirmDialog } from '#components/ui/confirm-dialog.tsx'
import { useFormat } from '#components/ui/format.ts'
import { toast } from '#components/ui/undo-toast.tsx'
import type { ReviewFigures } from '#src/client/plans/review-figures.ts'
import { useApprovePlan } from '#src/client/plans/use-plans.ts'
import { useRefusal } from '#src/client/refusal.ts'
import type { PlanDto } from '#src/contracts/plan-document.ts'
import { SignatureFields } from './signature-fields.tsx'
import classes from './dialogs.module.css'

const bold = (chunks: ReactNode) => <b>{chunks}</b>

type Props = {
  opened: boolean
  onClose: () => void
  plan: PlanDto
  figures: ReviewFigures
  signatory: string
  comment: string
}

/** What is approved and sealed, and the signature of who does. */
export function ApproveDialog({ opened, onClose, plan, figures, signatory, comment }: Props) {
  const t = useTranslations('plans.approve')
  const format = useFormat()
  const refusal = useRefusal()
  const [agreed, setAgreed] = useState(false)
  const [password, setPassword] = useState('')
  const { mutate, isPending, error, reset } = useApprovePlan()
  const problem = error ? refusal(error) : null
  const wrong = problem?.code === 'REFUSED' && problem.details.length === 0
  const { synthesis, after } = figures
  const close = () => {
    reset()
    setPassword('')
    setAgreed(false)
    onClose()
  }
  const facts = [
    {
      key: 'committed' as const,
      value: t.rich('committed', {
        contacts: format.milli(synthesis.proposed.goalMilli),
        hcps: synthesis.proposed.hcps,
        b: bold,
      }),
    },
    {
      key: 'decided' as const,
      value: t.rich('decided', { count: synthesis.changes, refused: synthesis.refused.length, b: bold }),
    },
    {
      key: 'chance' as const,
      value: <b>{format.probability(after === null ? null : Math.round(after * 10_000))}</b>,
    },
  ]
  return (
    <ConfirmDialog
      opened={opened}
      onClose={close}
      title={t('title')}
      confirm={t('confirm')}
      busy={isPending}
      blocked={!agreed || password === ''}
      onConfirm={() =>
        mutate(
          {
            id: plan.id,
            commandId: crypto.randomUUID(),
            revision: plan.revision,
            password,
            comment: comment.trim() || null,
          },
          {
            onSuccess: ({ sha256 }) => {
              toast(t('done', { hash: `${sha256?.slice(0, 4) ?? ''} ${sha256?.slice(4, 8) ?? ''} …` }))
              close()
            },
            onError: () => setPassword(''),
          },
        )
      }
    >
      <p className={classes.lead}>
        {t.rich('lead', {
          sector: plan.sectorName,
          day: plan.run ? format.day(plan.run.startsOn, 'long') : '–',
          b: bold,
        })}
      </p>
      <dl className={classes.facts}>
        {facts.map(({ key, value }) => (
          <div key={key}>
            <dt>{t(`fact.${key}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <SignatureFields
        meaning={t('meaning', {
          name: signatory,
          day: format.day(plan.today, 'year'),
          rep: plan.lead?.name ?? '–',
        })}
        agreed={agreed}
        onAgree={setAgreed}
        password={password}
        onPassword={setPassword}
        error={wrong ? (problem?.message ?? null) : null}
      />
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
