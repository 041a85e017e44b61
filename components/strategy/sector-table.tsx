'use client'
import { Anchor } from '@mantine/core'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { DataTable, type Column } from '#components/ui/data-table.tsx'
import { useFormat } from '#components/ui/format.ts'
import { directoryHref } from '#src/client/directory/directory-filter.ts'
import { toleranceBps, type SectorFigures } from '#src/client/strategy/strategy-figures.ts'
import type { StrategyDto } from '#src/contracts/strategy.ts'

type Props = { strategy: StrategyDto; sectors: readonly SectorFigures[] }

/** Every sector with its load and capacity, the most loaded first. */
export function SectorTable({ strategy, sectors }: Props) {
  const t = useTranslations('strategy.sectors')
  const format = useFormat()
  const working = (milli: number) => format.number(Math.round(milli / 1000))
  const columns: Column<SectorFigures>[] = [
    {
      id: 'name',
      header: t('sector'),
      sortValue: ({ name }) => name,
      cell: (sector) => (
        <Anchor
          component={Link}
          size="sm"
          href={directoryHref({ cycleId: strategy.cycleId, sectorIds: [sector.id] })}
        >
          {sector.name}
        </Anchor>
      ),
    },
    {
      id: 'region',
      header: t('region'),
      phone: false,
      sortValue: ({ region }) => region,
      cell: ({ region }) => region,
    },
    {
      id: 'hcps',
      header: t('hcps'),
      align: 'right',
      phone: false,
      sortValue: ({ hcps }) => hcps,
      cell: ({ hcps }) => format.number(hcps),
    },
    {
      id: 'targets',
      header: t('targets'),
      align: 'right',
      sortValue: ({ targets }) => targets,
      cell: ({ targets }) => format.number(targets),
    },
    {
      id: 'contacts',
      header: t('contacts'),
      align: 'right',
      phone: false,
      sortValue: ({ contacts }) => contacts,
      cell: ({ contacts }) => format.number(contacts),
    },
    {
      id: 'load',
      header: t('load'),
      align: 'right',
      phone: false,
      sortValue: ({ loadMilli }) => loadMilli,
      cell: ({ loadMilli }) => working(loadMilli),
    },
    {
      id: 'capacity',
      header: t('capacity'),
      align: 'right',
      phone: false,
      sortValue: ({ capacityMilli }) => capacityMilli,
      cell: ({ capacityMilli }) => (capacityMilli === 0 ? t('vacant') : working(capacityMilli)),
    },
    {
      id: 'utilisation',
      header: t('utilisation'),
      align: 'right',
      sortValue: ({ utilisationBps }) => utilisationBps,
      tint: ({ utilisationBps }) => ((utilisationBps ?? 0) > toleranceBps ? 'risk' : null),
      cell: ({ utilisationBps }) => format.percent(utilisationBps, 1),
    },
    {
      id: 'gap',
      header: t('gap'),
      align: 'right',
      phone: false,
      sortValue: ({ gapMilli }) => gapMilli,
      cell: ({ gapMilli }) => format.signed(Math.round(gapMilli / 1000)),
    },
  ]
  return (
    <DataTable
      label={t('label')}
      columns={columns}
      rows={sectors}
      rowId={({ id }) => id}
      sorting={{ id: 'utilisation', desc: true }}
      rowHeight={36}
    />
  )
}
