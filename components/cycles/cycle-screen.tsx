'use client'
import { useTranslations } from 'next-intl'
import { Page } from '#components/layout/page.tsx'
import { useFormat } from '#components/ui/format.ts'
import { PageHeader } from '#components/ui/page-header.tsx'
import { ErrorState, TableSkeleton } from '#components/ui/states.tsx'
import { useChecklist, useCycle, useCycleOptions } from '#src/client/cycles/use-cycles.ts'
import type { Actor } from '#src/contracts/actor.ts'
import { mayEver } from '#src/policy/can.ts'
import { CycleChecklist } from './cycle-checklist.tsx'
import { CycleFacts } from './cycle-facts.tsx'
import { CycleHistory } from './cycle-history.tsx'
import { CycleStateBadge } from '#components/shared/cycle-state.tsx'

/** One cycle: what its next state asks, its settings, its states so far. */
export function CycleScreen({
  cycleId,
  actor,
}: {
  cycleId: string
  actor: Pick<Actor, 'role' | 'readOnly'>
}) {
  const t = useTranslations('cycles')
  const format = useFormat()
  const { data: cycle, isError, refetch } = useCycle(cycleId)
  const { data: checklist } = useChecklist(cycleId)
  const { data: options } = useCycleOptions()
  const canWrite = mayEver(actor, 'cycles.write')
  if (isError) return <ErrorState onRetry={() => void refetch()} />
  if (!cycle || !checklist || !options)
    return (
      <Page>
        <TableSkeleton rows={6} />
      </Page>
    )
  const missing = checklist.items.filter(({ done }) => !done).length
  return (
    <Page>
      <PageHeader
        title={cycle.name}
        badge={<CycleStateBadge state={cycle.state} />}
        context={cycle.run ? format.dayRange(cycle.run.startsOn, cycle.run.endsOn, 'long') : t('noRun')}
        sentence={
          checklist.next
            ? t.rich(`next.${checklist.next}`, { count: missing, b: (chunks) => <b>{chunks}</b> })
            : t('next.none')
        }
      />
      <CycleChecklist key={checklist.version} checklist={checklist} canMove={canWrite} />
      <CycleFacts cycle={cycle} options={options} canWrite={canWrite} />
      <CycleHistory cycleId={cycleId} />
    </Page>
  )
}
