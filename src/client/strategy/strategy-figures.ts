import type { StrategySector } from '#src/contracts/strategy.ts'
import type { Allocation } from '#src/engine/index.ts'

/** Amber above it: a sector a little over its capacity is not yet a problem. */
export const toleranceBps = 10_500

export type SectorFigures = StrategySector & {
  hcps: number
  targets: number
  contacts: number
  loadMilli: number
  utilisationBps: number | null
  /** Load beyond capacity, negative where there is room. */
  gapMilli: number
}

export function sectorFigures({ totals }: Allocation, sectors: readonly StrategySector[]): SectorFigures[] {
  const known = new Map(sectors.map((sector) => [sector.id, sector]))
  return totals.sectors.flatMap((total) => {
    const sector = known.get(total.sector)
    if (!sector) return []
    const { hcps, targets, contacts, loadMilli, utilisationBps, capacityMilli } = total
    return {
      ...sector,
      capacityMilli,
      hcps,
      targets,
      contacts,
      loadMilli,
      utilisationBps,
      gapMilli: loadMilli - capacityMilli,
    }
  })
}

/** Contacts of a day in the field, over the network; 0 without capacity. */
export function contactsADay(sectors: readonly StrategySector[]): number {
  const days = sectors.reduce((sum, { workedDays }) => sum + workedDays, 0)
  const capacity = sectors.reduce((sum, { capacityMilli }) => sum + capacityMilli, 0)
  return days > 0 ? capacity / 1000 / days : 0
}

export const daysOf = (loadMilli: number, aDay: number): number | null =>
  aDay > 0 ? loadMilli / 1000 / aDay : null

export const overCount = (allocation: Allocation): number =>
  allocation.totals.sectors.filter(({ utilisationBps }) => (utilisationBps ?? 0) > toleranceBps).length
