'use client'
import { Anchor, Button, Tooltip } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { DataTable, type Column } from '#components/ui/data-table.tsx'
import { useFormat } from '#components/ui/format.ts'
import { SegmentSwatch } from '#components/ui/segment-swatch.tsx'
import { SidePanel } from '#components/ui/side-panel.tsx'
import { EmptyState, ErrorState, TableSkeleton } from '#components/ui/states.tsx'
import { useSectorTargets, useTargetingExport } from '#src/client/targeting/use-targeting.ts'
import type { TargetingDto, TargetLine } from '#src/contracts/targeting.ts'
import classes from './targeting.module.css'

type Props = { targeting: TargetingDto; sectorId: string | null; onClose: () => void }

type Goal = TargetLine['goals'][number]

/** Contacts proposed; where something cannot be done, what was wanted, crossed out, with the cause. */
function GoalCell({ goal }: { goal: Goal | undefined }) {
  const t = useTranslations('targeting.gate.cause')
  if (!goal) return <>·</>
  if (goal.cause === null || goal.contacts === goal.wanted)
    return <span className={classes.goal}>{goal.contacts}</span>
  return (
    <Tooltip label={t(goal.cause)}>
      <span className={classes.goal}>
        <s>{goal.wanted}</s>
        <b>{goal.contacts}</b>
      </span>
    </Tooltip>
  )
}

/** One sector as its rep will see it. */
export function SectorPanel({ targeting, sectorId, onClose }: Props) {
  const t = useTranslations('targeting.panel')
  const c = useTranslations('targeting.gate.cause')
  const format = useFormat()
  const { data, isError, refetch } = useSectorTargets(targeting.cycleId, sectorId)
  const exported = useTargetingExport(targeting.cycleId)
  const sector = targeting.sectors.find(({ id }) => id === sectorId)
  const segments = new Map(targeting.segments.map((segment) => [segment.code, segment]))
  const items = data?.items ?? []
  const used = targeting.channels.flatMap((channel, index) =>
    items.some(({ goals }) => goals.some((goal) => goal.channel === index)) ? [{ channel, index }] : [],
  )
  const causeOf = ({ goals }: TargetLine) => goals.find(({ cause }) => cause !== null)?.cause ?? null
  const columns: Column<TargetLine>[] = [
    {
      id: 'name',
      header: t('hcp'),
      sortValue: ({ name }) => name,
      cell: ({ hcpId, name, specialty, commune }) => (
        <span className={classes.person}>
          <Anchor component={Link} href={`/annuaire/${hcpId}?cycle=${targeting.cycleId}`} size="sm">
            {name}
          </Anchor>
          <small>{[specialty, commune].filter(Boolean).join(', ')}</small>
        </span>
      ),
    },
    {
      id: 'segment',
      header: t('segment'),
      sortValue: ({ segment }) => segments.get(segment)?.rank ?? null,
      cell: ({ segment }) => {
        const known = segments.get(segment)
        return known ? <SegmentSwatch rank={known.rank} name={known.name} /> : segment
      },
    },
    ...used.map(({ channel, index }): Column<TargetLine> => ({
      id: channel.code,
      header: channel.name,
      align: 'right',
      sortValue: ({ goals }) => goals.find((goal) => goal.channel === index)?.contacts ?? null,
      cell: ({ goals }) => <GoalCell goal={goals.find((goal) => goal.channel === index)} />,
    })),
    {
      id: 'cause',
      header: t('cause'),
      phone: false,
      sortValue: (line) => causeOf(line),
      cell: (line) => {
        const cause = causeOf(line)
        return cause ? <span className={classes.infeasible}>{c(cause)}</span> : ''
      },
    },
  ]
  return (
    <SidePanel
      opened={sectorId !== null}
      onClose={onClose}
      width={760}
      title={sector?.name ?? t('title')}
      context={targeting.published ? t('asSent') : t('asRep')}
      footer={
        <Button
          variant="default"
          leftSection={<IconDownload size={16} stroke={1.75} aria-hidden />}
          loading={exported.isPending}
          onClick={() => exported.mutate(sectorId)}
        >
          {t('export')}
        </Button>
      }
    >
      {sector && (
        <p className={classes.facts}>
          <span>
            <b>{format.number(sector.targets)}</b> {t('targets', { count: sector.targets })}
          </span>
          <span>
            <b>{format.number(sector.contacts)}</b> {t('contacts', { count: sector.contacts })}
          </span>
          <span>
            <b>{format.percent(sector.utilisationBps)}</b> {t('utilisation')}
          </span>
          <span>
            <b>{format.number(sector.gate.infeasible)}</b> {t('infeasible')}
          </span>
        </p>
      )}
      {isError ? (
        <ErrorState onRetry={() => void refetch()} />
      ) : data ? (
        <DataTable
          label={t('title')}
          columns={columns}
          rows={items}
          rowId={({ hcpId }) => hcpId}
          empty={<EmptyState title={t('none')}>{t('noneWhy')}</EmptyState>}
        />
      ) : (
        <TableSkeleton />
      )}
    </SidePanel>
  )
}
