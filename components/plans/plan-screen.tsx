'use client'
import { useTranslations } from 'next-intl'
import { useCallback, useState } from 'react'
import { LiveRibbon } from '#components/layout/live-ribbon.tsx'
import { Page } from '#components/layout/page.tsx'
import { ErrorState, TableSkeleton } from '#components/ui/states.tsx'
import { usePlan } from '#src/client/plans/use-plans.ts'
import { PlanDesk } from './plan-desk.tsx'

type Props = { planId: string; cycleId: string; signatory: string; otherPlans: boolean }

export function PlanScreen({ planId, cycleId, signatory, otherPlans }: Props) {
  const t = useTranslations('plans')
  const { data, error, refetch } = usePlan(planId)
  const [started, setStarted] = useState(0)
  const onStale = useCallback(() => setStarted((before) => before + 1), [])
  return (
    <>
      <LiveRibbon cycleId={cycleId} />
      {data ? (
        <PlanDesk key={started} plan={data} signatory={signatory} otherPlans={otherPlans} onStale={onStale} />
      ) : (
        <Page>
          {error ? (
            <ErrorState title={t('unread')} onRetry={() => void refetch()} />
          ) : (
            <TableSkeleton rows={14} rowHeight={46} />
          )}
        </Page>
      )}
    </>
  )
}
