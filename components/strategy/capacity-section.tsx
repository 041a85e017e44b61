'use client'
import { Anchor, Collapse } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useTranslations } from 'next-intl'
import dynamic from 'next/dynamic'
import Link from 'next/link'
import { useMemo } from 'react'
import { useFormat } from '#components/ui/format.ts'
import { Section } from '#components/ui/section.tsx'
import { usePreload } from '#components/ui/use-preload.ts'
import { directoryHref } from '#src/client/directory/directory-filter.ts'
import { sectorFigures, toleranceBps } from '#src/client/strategy/strategy-figures.ts'
import type { StrategyDto } from '#src/contracts/strategy.ts'
import type { Allocation } from '#src/engine/index.ts'
import classes from './capacity.module.css'

const SectorTable = dynamic(() => import('./sector-table.tsx').then((module) => module.SectorTable), {
  ssr: false,
})

const loadLater = () => import('./sector-table.tsx')
const StripPlot = dynamic(
  () => import('#components/charts/strip-plot.tsx').then((module) => module.StripPlot),
  {
    ssr: false,
    loading: () => <div className={classes.wait} />,
  },
)

const shownOver = 5

type Props = { strategy: StrategyDto; allocation: Allocation }

/** Load against capacity, sector by sector: who is over, and by how much. */
export function CapacitySection({ strategy, allocation }: Props) {
  const t = useTranslations('strategy.capacity')
  const format = useFormat()
  const [open, { toggle }] = useDisclosure(false)
  usePreload(loadLater)
  const sectors = useMemo(() => sectorFigures(allocation, strategy.sectors), [allocation, strategy.sectors])
  const loaded = sectors
    .flatMap((sector) =>
      sector.utilisationBps === null ? [] : { ...sector, utilisationBps: sector.utilisationBps },
    )
    .toSorted((left, right) => right.utilisationBps - left.utilisationBps || (left.id < right.id ? -1 : 1))
  const over = loaded.filter(({ utilisationBps }) => utilisationBps > toleranceBps)
  const vacant = sectors.filter(({ capacityMilli }) => capacityMilli === 0)
  const note =
    over.length > 0
      ? t('over', {
          count: over.length,
          total: format.number(sectors.length),
          tolerance: format.percent(toleranceBps),
        })
      : t('noneOver', { total: format.number(sectors.length), tolerance: format.percent(toleranceBps) })
  return (
    <Section title={t('title')} note={note}>
      <div className={classes.split}>
        <StripPlot
          label={t('title')}
          toleranceBps={toleranceBps}
          items={loaded.map(({ id, name, utilisationBps }) => ({ id, name, utilisationBps }))}
        />
        <ol className={classes.over}>
          {(over.length > 0 ? over : loaded).slice(0, shownOver).map((sector, index) => (
            <li key={sector.id} data-over={over.length > 0 || undefined}>
              <i>{index + 1}</i>
              <Anchor
                component={Link}
                size="sm"
                href={directoryHref({ cycleId: strategy.cycleId, sectorIds: [sector.id] })}
              >
                {sector.name}
              </Anchor>
              <span>
                {Math.round(sector.gapMilli / 1000) !== 0 &&
                  t('gap', { gap: format.signed(Math.round(sector.gapMilli / 1000)) })}
              </span>
              <b>{format.percent(sector.utilisationBps, 1)}</b>
            </li>
          ))}
          {vacant.length > 0 && (
            <li className={classes.vacant}>
              {t('vacant', {
                count: vacant.length,
                names: vacant
                  .slice(0, 4)
                  .map(({ name }) => name)
                  .join(', '),
              })}
            </li>
          )}
        </ol>
      </div>
      <Anchor component="button" size="sm" onClick={toggle} aria-expanded={open}>
        {open ? t('hideAll') : t('showAll', { count: format.number(sectors.length) })}
      </Anchor>
      <Collapse expanded={open}>{open && <SectorTable strategy={strategy} sectors={sectors} />}</Collapse>
    </Section>
  )
}
