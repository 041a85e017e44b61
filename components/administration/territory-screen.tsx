'use client'
import { Anchor, Button, Group } from '@mantine/core'
import { IconPlus, IconUserOff } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import dynamic from 'next/dynamic'
import Link from 'next/link'
import { useState } from 'react'
import { DataTable, type Column } from '#components/ui/data-table.tsx'
import { useFormat } from '#components/ui/format.ts'
import { Section } from '#components/ui/section.tsx'
import { StateBadge } from '#components/ui/state-badge.tsx'
import { EmptyState, ErrorState, TableSkeleton } from '#components/ui/states.tsx'
import { usePreload } from '#components/ui/use-preload.ts'
import { directoryHref } from '#src/client/directory/directory-filter.ts'
import { useTerritory } from '#src/client/administration/use-administration.ts'
import type { NetworkDto, RegionDto, SectorDto } from '#src/contracts/administration-territory.ts'
import { TodayContext } from './use-today.ts'
import classes from './administration.module.css'

const NetworkForm = dynamic(() => import('./network-form.tsx').then((module) => module.NetworkForm), {
  ssr: false,
})
const RegionPanel = dynamic(() => import('./region-panel.tsx').then((module) => module.RegionPanel), {
  ssr: false,
})
const SectorPanel = dynamic(() => import('./sector-panel.tsx').then((module) => module.SectorPanel), {
  ssr: false,
})
const loadLater = () =>
  Promise.all([import('./network-form.tsx'), import('./region-panel.tsx'), import('./sector-panel.tsx')])

type Row = SectorDto & { region: RegionDto }
type Opened =
  | { kind: 'network'; network: NetworkDto | null }
  | { kind: 'region'; network: NetworkDto; regionId: string | null }
  | { kind: 'sector'; network: NetworkDto; sectorId: string | null }

export function TerritoryScreen({ mayWrite }: { mayWrite: boolean }) {
  const t = useTranslations('administration.territory')
  usePreload(loadLater)
  const format = useFormat()
  const { data, isError, refetch } = useTerritory()
  const [opened, setOpened] = useState<Opened | null>(null)
  if (isError) return <ErrorState onRetry={() => void refetch()} />
  if (!data) return <TableSkeleton rows={12} />
  const close = () => setOpened(null)
  const add = (label: string, what: Opened) => (
    <Button
      variant="default"
      size="xs"
      leftSection={<IconPlus size={14} stroke={1.9} aria-hidden />}
      onClick={() => setOpened(what)}
    >
      {label}
    </Button>
  )

  const columns: Column<Row>[] = [
    {
      id: 'name',
      header: t('sector'),
      sortValue: ({ name }) => name,
      cell: ({ code, name }) => (
        <>
          {name} <span className={classes.grey}>{code}</span>
        </>
      ),
    },
    {
      id: 'reps',
      header: t('reps'),
      cell: ({ reps, vacant }) => (
        <>
          {vacant && (
            <StateBadge tone="idle" icon={IconUserOff}>
              {t('vacant')}
            </StateBadge>
          )}{' '}
          {reps
            .filter(({ startsOn }) => startsOn <= data.day)
            .map(({ name, kind }) => (kind === 'LEAD' ? name : `${name} (${t(`repKind.${kind}`)})`))
            .join(', ')}
        </>
      ),
    },
    {
      id: 'area',
      header: t('area'),
      align: 'right',
      phone: false,
      sortValue: ({ communes }) => communes,
      cell: ({ bricks, communes }) => t('bricks', { bricks, communes }),
    },
    {
      id: 'hcps',
      header: t('hcps'),
      align: 'right',
      sortValue: ({ hcps }) => hcps,
      cell: ({ id, hcps }) => (
        <Anchor component={Link} href={directoryHref({ sectorIds: [id] })}>
          {format.number(hcps)}
        </Anchor>
      ),
    },
    {
      id: 'zone',
      header: t('zone'),
      phone: false,
      cell: ({ holidayZone }) => t(`zones.${holidayZone}`),
    },
  ]
  const network =
    opened && opened.kind !== 'network' ? data.networks.find(({ id }) => id === opened.network.id) : null

  return (
    <TodayContext value={data.day}>
      {mayWrite && (
        <Group justify="flex-end" mb="xs">
          {add(t('addNetwork'), { kind: 'network', network: null })}
        </Group>
      )}
      {data.networks.length === 0 && <EmptyState title={t('empty')}>{t('emptyWhy')}</EmptyState>}
      {data.networks.map((one, index) => {
        const rows = one.regions.flatMap((region) => region.sectors.map((sector) => ({ ...sector, region })))
        return (
          <Section
            key={one.id}
            title={one.name}
            count={one.code}
            note={t('summary', { regions: one.regions.length, sectors: rows.length })}
            flush={index === 0}
            actions={
              mayWrite && (
                <Group gap="xs" justify="flex-end">
                  <Button
                    variant="subtle"
                    size="xs"
                    onClick={() => setOpened({ kind: 'network', network: one })}
                  >
                    {t('edit')}
                  </Button>
                  {add(t('addRegion'), { kind: 'region', network: one, regionId: null })}
                  {one.regions.length > 0 &&
                    add(t('addSector'), { kind: 'sector', network: one, sectorId: null })}
                </Group>
              )
            }
          >
            <Group gap="xs" mb="xs">
              {one.regions.map((region) => (
                <Button
                  key={region.id}
                  variant="default"
                  size="xs"
                  disabled={!mayWrite}
                  onClick={() => setOpened({ kind: 'region', network: one, regionId: region.id })}
                >
                  {region.name} ·{' '}
                  {region.managers.find(({ kind, startsOn }) => kind === 'MANAGER' && startsOn <= data.day)
                    ?.name ?? t('noManager')}
                </Button>
              ))}
            </Group>
            <DataTable
              label={one.name}
              columns={columns}
              rows={rows}
              rowId={({ id }) => id}
              groupOf={({ region }) => ({ key: region.id, label: region.name })}
              {...(mayWrite && {
                onOpen: ({ id }: Row) => setOpened({ kind: 'sector', network: one, sectorId: id }),
              })}
              empty={<EmptyState title={t('noSector')}>{t('noSectorWhy')}</EmptyState>}
            />
          </Section>
        )
      })}
      {opened?.kind === 'network' && <NetworkForm network={opened.network} onClose={close} />}
      {opened?.kind === 'region' && network && (
        <RegionPanel
          key={opened.regionId ?? 'new'}
          network={network}
          region={network.regions.find(({ id }) => id === opened.regionId) ?? null}
          onClose={close}
        />
      )}
      {opened?.kind === 'sector' && network && (
        <SectorPanel
          key={opened.sectorId ?? 'new'}
          network={network}
          sector={
            network.regions.flatMap(({ sectors }) => sectors).find(({ id }) => id === opened.sectorId) ?? null
          }
          onClose={close}
        />
      )}
    </TodayContext>
  )
}
