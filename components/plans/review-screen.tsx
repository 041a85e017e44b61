'use client'
import { Button, Textarea } from '@mantine/core'
import { IconArrowBackUp, IconListDetails, IconLock, IconUserQuestion } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import dynamic from 'next/dynamic'
import Link from 'next/link'
import { useMemo, useState, type ReactNode } from 'react'
import { Page } from '#components/layout/page.tsx'
import { AttainmentBar, ProbabilityBar } from '#components/ui/bars.tsx'
import { useFormat } from '#components/ui/format.ts'
import { Kpi, KpiRow } from '#components/ui/kpi.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { ErrorState, TableSkeleton } from '#components/ui/states.tsx'
import { toast } from '#components/ui/undo-toast.tsx'
import { reviewFigures, type ReviewFigures } from '#src/client/plans/review-figures.ts'
import { useDecide, usePlan, useReturnPlan } from '#src/client/plans/use-plans.ts'
import { useRefusal } from '#src/client/refusal.ts'
import type { PlanDto } from '#src/contracts/plan-document.ts'
import { CapacityBar } from './capacity-bar.tsx'
import { PlanStateBadge } from './plan-header.tsx'
import { usePlanWords } from './plan-words.ts'
import { ReviewGroup } from './review-group.tsx'
import classes from './team.module.css'

const ApproveDialog = dynamic(() => import('./approve-dialog.tsx').then((module) => module.ApproveDialog), {
  ssr: false,
})

const bold = (chunks: ReactNode) => <b>{chunks}</b>
const bps = (share: number | null) => (share === null ? null : Math.round(share * 10_000))

function Figures({ plan, figures }: { plan: PlanDto; figures: ReviewFigures }) {
  const t = useTranslations('plans.review')
  const format = useFormat()
  const { synthesis, before, after } = figures
  const { theoretical, proposed, allowance, lockedHcps, capacityMilli } = synthesis
  const { used, maximum } = allowance.changes
  const arrow = (from: ReactNode, unit: ReactNode = null) => (
    <span className={classes.before}>
      {from}
      {unit} →{' '}
    </span>
  )
  const chance = format.probabilityParts(bps(after))
  const load = format.percentParts(proposed.utilisationBps)
  const { workedDays } = plan.forecast
  return (
    <KpiRow>
      <Kpi
        question={t('chance')}
        main={{
          value: (
            <>
              {arrow(format.probability(bps(before)))}
              {chance.value}
            </>
          ),
          unit: chance.unit,
        }}
        bar={<ProbabilityBar probabilityBps={bps(after)} thresholdBps={plan.forecast.amberBps} />}
        sentence={t.rich(workedDays === null ? 'pace' : 'paceDays', {
          cycle: plan.previousCycle?.name ?? t('past'),
          days: format.number(workedDays),
          b: bold,
        })}
      />
      <Kpi
        question={t('load')}
        main={{
          value: (
            <>
              {arrow(format.percent(theoretical.utilisationBps))}
              {load.value}
            </>
          ),
          unit: load.unit,
        }}
        bar={
          capacityMilli !== null && capacityMilli > 0 ? (
            <CapacityBar loadMilli={proposed.loadMilli} capacityMilli={capacityMilli} />
          ) : null
        }
        sentence={
          capacityMilli === null
            ? null
            : t.rich('loadOf', {
                load: format.milli(proposed.loadMilli, 0),
                capacity: format.milli(capacityMilli, 0),
                b: bold,
              })
        }
      />
      <Kpi
        question={t('committed')}
        main={{
          value: (
            <>
              {arrow(format.milli(theoretical.goalMilli, 0))}
              {format.milli(proposed.goalMilli, 0)}
            </>
          ),
        }}
        sentence={t.rich('committedHcps', { before: theoretical.hcps, after: proposed.hcps, b: bold })}
      />
      <Kpi
        question={t('changes')}
        main={{ value: used, unit: maximum === null ? null : ` / ${maximum}` }}
        bar={
          maximum !== null && maximum > 0 ? (
            <AttainmentBar
              valueBps={Math.round((used / maximum) * 10_000)}
              label={t('changesOf', { used, maximum })}
            />
          ) : null
        }
        sentence={t('locked', { count: lockedHcps })}
      />
    </KpiRow>
  )
}

const kinds = ['toDecide', 'removals', 'additions', 'frequencies', 'channels'] as const

function Review({ plan, signatory }: { plan: PlanDto; signatory: string }) {
  const t = useTranslations('plans.review')
  const format = useFormat()
  const refusal = useRefusal()
  const words = usePlanWords(plan.channels)
  const figures = useMemo(() => reviewFigures(plan), [plan])
  const [comment, setComment] = useState('')
  const [approving, setApproving] = useState(false)
  const decide = useDecide()
  const giveBack = useReturnPlan()
  const deciding = plan.state === 'SUBMITTED' && plan.rights.decide
  const { list, synthesis } = figures
  const waiting = list.toDecide.length
  const sent = plan.events.find(({ kind }) => kind === 'SUBMIT')
  const tell = (error: unknown) => {
    const { message, details } = refusal(error)
    toast([message, ...details.map((one) => one.message)].join(' '))
  }
  const change = (hcpIds: readonly string[], decision: 'ACCEPTED' | 'REFUSED', why: string | null) =>
    decide.mutate(
      {
        id: plan.id,
        commandId: crypto.randomUUID(),
        revision: plan.revision,
        hcpIds: [...hcpIds],
        decision,
        comment: why,
      },
      { onError: tell },
    )
  const loadMoves = synthesis.proposed.loadMilli - synthesis.theoretical.loadMilli
  const loadStill = Math.round(loadMoves / 1000) === 0
  const chanceMoves =
    figures.after === null || figures.before === null ? 0 : (figures.after - figures.before) * 100
  return (
    <>
      <PageHeader
        title={plan.sectorName}
        badge={<PlanStateBadge state={plan.state} />}
        context={[
          plan.lead?.name ?? t('vacant'),
          sent && plan.state !== 'OPEN' ? t('sentAt', { at: format.instant(sent.at, 'long') }) : null,
          t('unchanged', { count: list.unchangedHcps }),
        ]
          .filter(Boolean)
          .join(' · ')}
        sentence={t.rich('sentence', {
          load: loadStill ? 'same' : loadMoves > 0 ? 'more' : 'less',
          chance:
            Math.abs(chanceMoves) < 0.5 ? (loadStill ? 'same' : 'still') : chanceMoves > 0 ? 'more' : 'less',
          count: waiting,
          state: deciding ? 'deciding' : 'other',
          b: bold,
        })}
        actions={
          <Button
            component={Link}
            href={`/pas/${plan.id}`}
            variant="subtle"
            color="gray"
            leftSection={<IconListDetails size={16} stroke={1.75} aria-hidden />}
          >
            {t('whole')}
          </Button>
        }
      />
      <Figures plan={plan} figures={figures} />
      <div className={classes.head}>
        <span>{t('column.hcp')}</span>
        <span>{t('column.cells')}</span>
        <span>{t('column.reason')}</span>
        <span className={classes.number}>{t('column.load')}</span>
        <span className={classes.number}>{t('column.chance')}</span>
        <span>{t('column.decision')}</span>
      </div>
      {kinds.map((kind) => (
        <ReviewGroup
          key={kind}
          title={t(`kind.${kind}`)}
          icon={kind === 'toDecide' ? <IconUserQuestion size={16} stroke={1.75} aria-hidden /> : null}
          plan={plan}
          items={list[kind]}
          points={figures.points}
          words={words}
          busy={decide.isPending}
          onDecide={deciding ? change : null}
        />
      ))}
      {kinds.every((kind) => list[kind].length === 0) && <p className={classes.before}>{t('noChange')}</p>}
      {deciding && (
        <>
          <Textarea
            className={classes.comment ?? ''}
            label={t('comment', { name: plan.lead?.name ?? t('rep') })}
            placeholder={t('commentHint')}
            value={comment}
            maxLength={1000}
            minRows={2}
            autosize
            onChange={(event) => setComment(event.currentTarget.value)}
          />
          <footer className={classes.foot}>
            <span>
              {t.rich('acceptedCount', {
                count: synthesis.changes - waiting,
                b: bold,
              })}
              {waiting > 0 && <em> {t('waitingCount', { count: waiting })}</em>}
            </span>
            <Button
              variant="default"
              leftSection={<IconArrowBackUp size={16} stroke={1.75} aria-hidden />}
              loading={giveBack.isPending}
              disabled={comment.trim() === ''}
              title={comment.trim() === '' ? t('returnNeedsComment') : undefined}
              onClick={() =>
                giveBack.mutate(
                  {
                    id: plan.id,
                    commandId: crypto.randomUUID(),
                    revision: plan.revision,
                    comment: comment.trim(),
                  },
                  {
                    onError: tell,
                    onSuccess: () => toast(t('returned', { name: plan.lead?.name ?? t('rep') })),
                  },
                )
              }
            >
              {t('return')}
            </Button>
            {waiting === 0 && (
              <Button
                leftSection={<IconLock size={16} stroke={1.75} aria-hidden />}
                onClick={() => setApproving(true)}
              >
                {t('approve')}
              </Button>
            )}
          </footer>
          <ApproveDialog
            opened={approving}
            onClose={() => setApproving(false)}
            plan={plan}
            figures={figures}
            signatory={signatory}
            comment={comment}
          />
        </>
      )}
    </>
  )
}

/** One plan as its manager reads it: only what changed, theory beside it. */
export function ReviewScreen({ planId, signatory }: { planId: string; signatory: string }) {
  const t = useTranslations('plans')
  const { data, error, refetch } = usePlan(planId)
  return (
    <Page>
      {data ? (
        <Review key={data.id} plan={data} signatory={signatory} />
      ) : error ? (
        <ErrorState title={t('unread')} onRetry={() => void refetch()} />
      ) : (
        <TableSkeleton rows={12} rowHeight={48} />
      )}
    </Page>
  )
}
