'use client'
import { Anchor } from '@mantine/core'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { Page } from '#components/layout/page.tsx'
import { AttainmentBar } from '#components/ui/bars.tsx'
import { DataTable, type Column } from '#components/ui/data-table.tsx'
import { useFormat } from '#components/ui/format.ts'
import { Section } from '#components/ui/section.tsx'
import { TableSkeleton } from '#components/ui/states.tsx'
import { StatusBadge } from '#components/ui/status-badge.tsx'
import { followHref } from '#src/client/follow-up/perimeter.ts'
import { useOwnFollowUp } from '#src/client/home/use-home.ts'
import { stepHref } from '#src/client/step-href.ts'
import type { FollowSectorRow } from '#src/contracts/follow-up.ts'
import type { HomeDto } from '#src/contracts/home.ts'
import { HomeHeader } from './home-header.tsx'
import { StandingSentence } from './standing-sentence.tsx'
import { TaskList } from './task-list.tsx'
import classes from './home.module.css'

/** Two minutes: plans to approve, then the sectors, the least likely to keep first. */
export function ManagerHome({ home }: { home: HomeDto }) {
  const t = useTranslations('home')
  const cycleId = home.runningCycle?.id ?? null
  const follow = useOwnFollowUp(cycleId)
  return (
    <Page>
      <HomeHeader home={home} sentence={<StandingSentence home={home} />} />
      <TaskList tasks={home.tasks} today={home.today} />
      {cycleId && (
        <Section
          title={t('sectors')}
          note={home.runningCycle?.name}
          actions={
            <Anchor component={Link} href={stepHref(cycleId, 'FOLLOW_UP')} size="sm">
              {t('followUp')}
            </Anchor>
          }
        >
          {follow.data ? (
            <Sectors rows={follow.data.sectors} cycleId={cycleId} />
          ) : (
            <TableSkeleton rows={6} />
          )}
        </Section>
      )}
    </Page>
  )
}

function Sectors({ rows, cycleId }: { rows: readonly FollowSectorRow[]; cycleId: string }) {
  const t = useTranslations('home')
  const format = useFormat()
  const chance = ({ figures }: FollowSectorRow) => figures.chance?.probabilityBps ?? null
  const sorted = rows.toSorted((a, b) => (chance(a) ?? 10_001) - (chance(b) ?? 10_001))
  const state = ({ figures }: FollowSectorRow) => figures.state && <StatusBadge status={figures.state} />
  const link = ({ id, name }: FollowSectorRow) => (
    <Link href={followHref({ id: cycleId, sectorId: id })} className={classes.link}>
      {name}
    </Link>
  )
  const columns: Column<FollowSectorRow>[] = [
    {
      id: 'name',
      header: t('sector'),
      cell: (row) => (
        <>
          {link(row)}
          <span className={classes.small}>{row.lead ?? t('vacant')}</span>
        </>
      ),
      sortValue: ({ name }) => name,
    },
    { id: 'state', header: t('state'), cell: state },
    {
      id: 'bar',
      header: t('attainment'),
      width: 200,
      cell: ({ figures }) => (
        <AttainmentBar
          valueBps={figures.adjusted.attainmentBps}
          expectedBps={figures.adjusted.expectedBps}
          size="sm"
        />
      ),
    },
    {
      id: 'done',
      header: t('done'),
      align: 'right',
      cell: ({ figures }) => format.percent(figures.adjusted.attainmentBps),
      sortValue: ({ figures }) => figures.adjusted.attainmentBps,
    },
    {
      id: 'expected',
      header: t('expected'),
      align: 'right',
      cell: ({ figures }) => (
        <span className={classes.grey}>{format.percent(figures.adjusted.expectedBps)}</span>
      ),
    },
    {
      id: 'chance',
      header: t('chance'),
      align: 'right',
      cell: (row) => <b>{format.probability(chance(row))}</b>,
      sortValue: chance,
    },
  ]
  return (
    <DataTable
      label={t('sectors')}
      columns={columns}
      rows={sorted}
      rowId={({ id }) => id}
      rowHeight={52}
      phoneRow={(row) => (
        <span className={classes.words}>
          <b>{link(row)}</b>
          {row.figures.state !== 'VACANT' && (
            <small>
              {t('phoneLine', {
                done: format.percent(row.figures.adjusted.attainmentBps),
                expected: format.percent(row.figures.adjusted.expectedBps),
                chance: format.probability(chance(row)),
              })}
            </small>
          )}
          {state(row)}
        </span>
      )}
    />
  )
}
