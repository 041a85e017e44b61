'use client'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { useRouter, useSearchParams } from 'next/navigation'
import type { ReactNode } from 'react'
import { Page } from '#components/layout/page.tsx'
import { DataTable, type Column } from '#components/ui/data-table.tsx'
import { FilterChips } from '#components/ui/filter-chips.tsx'
import { useFormat } from '#components/ui/format.ts'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Section } from '#components/ui/section.tsx'
import { EmptyState, ErrorState, TableSkeleton } from '#components/ui/states.tsx'
import { directoryHref } from '#src/client/directory/directory-filter.ts'
import { usePlanOverview } from '#src/client/plans/use-plans.ts'
import type { PlanLineup, PlanOverview } from '#src/contracts/plan-overview.ts'
import { ConsolidationTables } from './consolidation-tables.tsx'
import { PlanStateBadge } from './plan-header.tsx'
import { groupOf } from './team-list.tsx'
import classes from './consolidation.module.css'

const bold = (chunks: ReactNode) => <b>{chunks}</b>
const filters = ['all', 'toApprove', 'late', 'returned', 'open', 'sealed'] as const
type Filter = (typeof filters)[number]
const isFilter = (text: string | null): text is Filter => filters.some((filter) => filter === text)

function usePlanColumns(amberBps: number, cycleId: string): Column<PlanLineup>[] {
  const t = useTranslations('plans.consolidation')
  const format = useFormat()
  const pair = (before: number, after: number) => (
    <>
      <span className={classes.before}>{format.number(before)} → </span>
      {format.number(after)}
    </>
  )
  return [
    {
      id: 'sector',
      header: t('column.sector'),
      cell: (plan) => (
        <span className={classes.sector}>
          <Link href={`/pas/${plan.id}`}>{plan.sectorName}</Link>
          <span>
            {plan.lead ?? t('vacant')} · {plan.regionName}
          </span>
        </span>
      ),
      sortValue: ({ sectorName }) => sectorName,
    },
    {
      id: 'state',
      header: t('column.state'),
      cell: (plan) => (
        <span className={classes.state}>
          <PlanStateBadge state={plan.state} />
          {plan.late && <em>{t('late', { count: plan.daysLate })}</em>}
        </span>
      ),
      sortValue: ({ state, daysLate }) => `${state}${daysLate}`,
    },
    {
      id: 'changes',
      header: t('column.changes'),
      cell: ({ changes, maximumChanges, toDecide }) => (
        <>
          {maximumChanges === null ? changes : `${changes} / ${maximumChanges}`}
          {toDecide > 0 && <em className={classes.toDecide}>{t('toDecide', { count: toDecide })}</em>}
        </>
      ),
      sortValue: ({ changes }) => changes,
      align: 'right',
      phone: false,
    },
    {
      id: 'targets',
      header: t('column.targets'),
      cell: ({ targets, sectorId }) => (
        <Link
          className={classes.quiet}
          href={directoryHref({ cycleId, sectorIds: [sectorId], plan: 'committed' })}
        >
          {pair(targets.theoretical, targets.proposed)}
        </Link>
      ),
      sortValue: ({ targets }) => targets.proposed,
      align: 'right',
      phone: false,
    },
    {
      id: 'contacts',
      header: t('column.contacts'),
      cell: ({ contacts }) => pair(contacts.theoretical, contacts.proposed),
      sortValue: ({ contacts }) => contacts.proposed,
      align: 'right',
      phone: false,
    },
    {
      id: 'load',
      header: t('column.load'),
      cell: ({ utilisationBps }) => format.percent(utilisationBps),
      sortValue: ({ utilisationBps }) => utilisationBps,
      align: 'right',
    },
    {
      id: 'chance',
      header: t('column.chance'),
      cell: ({ probabilityBps }) => (
        <span data-low={(probabilityBps ?? 10_000) < amberBps || undefined} className={classes.chance}>
          {format.probability(probabilityBps)}
        </span>
      ),
      sortValue: ({ probabilityBps }) => probabilityBps,
      align: 'right',
    },
  ]
}

function Consolidation({ overview }: { overview: PlanOverview }) {
  const t = useTranslations('plans.consolidation')
  const tt = useTranslations('plans.team')
  const format = useFormat()
  const router = useRouter()
  const params = useSearchParams()
  const columns = usePlanColumns(overview.amberBps, overview.cycle.id)
  const { plans, cycle } = overview
  const asked = params.get('plans')
  const region = params.get('region')
  const filter: Filter = isFilter(asked) ? asked : 'all'
  const count = (key: Filter) =>
    key === 'all' ? plans.length : plans.filter((plan) => groupOf(plan) === key).length
  const go = (changes: Record<string, string | null>) => {
    const next = new URLSearchParams(params)
    for (const [name, value] of Object.entries(changes))
      if (value === null) next.delete(name)
      else next.set(name, value)
    router.replace(`?${next.toString()}`, { scroll: false })
  }
  const rows = plans.filter(
    (plan) => (filter === 'all' || groupOf(plan) === filter) && (region === null || plan.regionId === region),
  )
  const regionName = overview.regions.find(({ key }) => key === region)?.name
  const sum = (of: (plan: PlanLineup) => number) => plans.reduce((all, plan) => all + of(plan), 0)
  const before = sum(({ contacts }) => contacts.theoretical)
  const after = sum(({ contacts }) => contacts.proposed)
  return (
    <Page>
      <PageHeader
        title={t('title')}
        context={[cycle.name, cycle.closesOn ? t('until', { day: format.day(cycle.closesOn, 'long') }) : null]
          .filter(Boolean)
          .join(' · ')}
        sentence={t.rich('sentence', {
          sealed: count('sealed'),
          total: plans.length,
          waiting: count('toApprove'),
          late: count('late'),
          gap: format.signed(after - before, 0, '0'),
          b: bold,
        })}
      />
      <ConsolidationTables overview={overview} regionId={region} onRegion={(key) => go({ region: key })} />
      <Section title={t('sectors')} count={rows.length} note={regionName}>
        <div className={classes.chips}>
          <FilterChips
            chips={filters
              .filter((key) => key === 'all' || count(key) > 0)
              .map((key) => ({
                key,
                label: key === 'all' ? t('all') : tt(`group.${key}`),
                count: count(key),
                pressed: filter === key,
              }))}
            onToggle={(key) => go({ plans: key === 'all' ? null : key })}
          />
        </div>
        <DataTable
          label={t('sectors')}
          columns={columns}
          rows={rows}
          rowId={({ id }) => id}
          changeOf={({ late }) => (late ? 'under' : null)}
          onOpen={({ id }) => router.push(`/pas/${id}`)}
          empty={<EmptyState title={t('nothing')}>{t('nothingWhy')}</EmptyState>}
        />
      </Section>
    </Page>
  )
}

/** Theory against commitment over all the sectors in reach, and who is late. */
export function ConsolidationScreen({ cycleId }: { cycleId: string }) {
  const t = useTranslations('plans.consolidation')
  const { data, error, isPending, refetch } = usePlanOverview(cycleId)
  if (data && data.plans.length > 0) return <Consolidation overview={data} />
  return (
    <Page>
      <PageHeader title={t('title')} />
      {isPending ? (
        <TableSkeleton rows={10} />
      ) : error ? (
        <ErrorState title={t('unread')} onRetry={() => void refetch()} />
      ) : (
        <EmptyState title={t('none')}>{t('noneWhy')}</EmptyState>
      )}
    </Page>
  )
}
