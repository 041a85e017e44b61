'use client'
import { Anchor } from '@mantine/core'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { DataTable, type Column } from '#components/ui/data-table.tsx'
import { useFormat } from '#components/ui/format.ts'
import { Section } from '#components/ui/section.tsx'
import { TableSkeleton } from '#components/ui/states.tsx'
import { directoryHref } from '#src/client/directory/directory-filter.ts'
import { useEngagement } from '#src/client/home/use-home.ts'
import { stepHref } from '#src/client/step-href.ts'
import type { PlanOverview } from '#src/contracts/plan-overview.ts'
import classes from './home.module.css'

type Row = PlanOverview['regions'][number]

/** From theory to commitment, region by region. */
export function Engagement({ cycleId }: { cycleId: string | null }) {
  const t = useTranslations('home.engagement')
  const format = useFormat()
  const { data, isPending } = useEngagement(cycleId)
  if (cycleId === null || data === null) return null
  if (isPending || !data) return <TableSkeleton rows={4} />
  const sum = (of: (row: Row) => number) => data.regions.reduce((total, row) => total + of(row), 0)
  const drift = (theoretical: number, proposed: number) =>
    theoretical > 0 ? format.signed(((proposed - theoretical) / theoretical) * 100, 1) : '–'
  const columns: Column<Row>[] = [
    {
      id: 'region',
      header: t('region'),
      cell: ({ name }) => name,
      sortValue: ({ name }) => name,
      footer: t('total'),
    },
    {
      id: 'sealed',
      header: t('sealed'),
      align: 'right',
      cell: ({ sealed, sectors }) => `${format.number(sealed)}/${format.number(sectors)}`,
      sortValue: ({ sealed }) => sealed,
      footer: `${format.number(sum((row) => row.sealed))}/${format.number(sum((row) => row.sectors))}`,
    },
    {
      id: 'late',
      header: t('late'),
      align: 'right',
      phone: false,
      cell: ({ late }) => (late > 0 ? <b>{format.number(late)}</b> : <span className={classes.grey}>–</span>),
      sortValue: ({ late }) => late,
      footer: format.number(sum((row) => row.late)),
    },
    {
      id: 'theoretical',
      header: t('theoretical'),
      align: 'right',
      phone: false,
      cell: ({ key, targets }) => (
        <Anchor
          component={Link}
          href={directoryHref({ regionIds: [key], cycleId, plan: 'target' })}
          fw={400}
          c="inherit"
        >
          {format.number(targets.theoretical)}
        </Anchor>
      ),
      sortValue: ({ targets }) => targets.theoretical,
      footer: format.number(sum(({ targets }) => targets.theoretical)),
    },
    {
      id: 'committed',
      header: t('committed'),
      align: 'right',
      cell: ({ key, targets }) => (
        <Anchor
          component={Link}
          href={directoryHref({ regionIds: [key], cycleId, plan: 'committed' })}
          c="inherit"
        >
          {format.number(targets.proposed)}
        </Anchor>
      ),
      sortValue: ({ targets }) => targets.proposed,
      footer: format.number(sum(({ targets }) => targets.proposed)),
    },
    {
      id: 'drift',
      header: t('drift'),
      align: 'right',
      cell: ({ targets }) => drift(targets.theoretical, targets.proposed),
      footer: drift(
        sum(({ targets }) => targets.theoretical),
        sum(({ targets }) => targets.proposed),
      ),
    },
    {
      id: 'contactsTheory',
      header: t('contactsTheory'),
      align: 'right',
      phone: false,
      cell: ({ contacts }) => format.number(contacts.theoretical),
      footer: format.number(sum(({ contacts }) => contacts.theoretical)),
    },
    {
      id: 'contacts',
      header: t('contacts'),
      align: 'right',
      phone: false,
      cell: ({ contacts }) => <b>{format.number(contacts.proposed)}</b>,
      footer: format.number(sum(({ contacts }) => contacts.proposed)),
    },
    {
      id: 'changes',
      header: t('changes'),
      align: 'right',
      phone: false,
      cell: ({ key, changes }) => (
        <Anchor
          component={Link}
          href={directoryHref({ regionIds: [key], cycleId, plan: 'changed' })}
          fw={400}
          c="inherit"
        >
          {format.number(changes)}
        </Anchor>
      ),
      sortValue: ({ changes }) => changes,
      footer: format.number(sum((row) => row.changes)),
    },
  ]
  return (
    <Section
      title={t('title', { cycle: data.cycle.name })}
      note={t('note')}
      actions={
        <Anchor component={Link} href={stepHref(data.cycle.id, 'ENGAGEMENT')} size="sm">
          {t('consolidation')}
        </Anchor>
      }
    >
      <DataTable
        label={t('title', { cycle: data.cycle.name })}
        columns={columns}
        rows={data.regions}
        rowId={({ key }) => key}
        footer
      />
    </Section>
  )
}
