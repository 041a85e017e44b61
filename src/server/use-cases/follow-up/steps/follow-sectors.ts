import { goneBy, type FollowSectors } from '#src/engine/index.ts'
import { dayNumber, dayText, eachDay } from '#src/lib/calendar.ts'
import type { Tx } from '../../../platform/transaction.ts'
import type { Days } from '../../../repositories/capacity-repository.ts'
import {
  sectorCapacities,
  zoneWorkingDays,
  type SectorForce,
} from '../../strategy/steps/sector-capacities.ts'

/** Days of work behind the pace that is shown beside the one required. */
const recentWorkedDays = 20

export type FollowForce = {
  forces: SectorForce[]
  sectors: FollowSectors
  /** Day from which each sector's calls are recent. */
  recentSince: string[]
  /** Days worked since the first day of the run, thousandths of a rep's day. */
  daysWorkedMilli: Float64Array
}

const isVacantOn = ({ assignments }: SectorForce, day: number): boolean =>
  !assignments.some(
    ({ kind, startsOn, endsBefore }) =>
      kind === 'LEAD' && startsOn <= day && (endsBefore === null || endsBefore > day),
  )

/** First day of the last 20 on which somebody of the sector worked; the first of the run while there are fewer. */
function recentFrom({ repDays }: SectorForce, asOf: number): number {
  const { firstDay, cumulativeWorkedDays } = repDays
  const worked = goneBy(repDays, cumulativeWorkedDays, asOf)
  let day = Math.min(asOf, firstDay + repDays.days - 1)
  while (day > firstDay && worked - goneBy(repDays, cumulativeWorkedDays, day - 1) < recentWorkedDays) day--
  return Math.max(day, firstDay)
}

/** Every sector of the networks over the run, with what is gone of its capacity at the end of the as-of day. */
export async function followSectors(
  tx: Tx,
  labId: string,
  networkIds: readonly string[],
  run: Days,
  memory: Days,
  asOf: string,
): Promise<FollowForce> {
  const forces = await sectorCapacities(tx, labId, { networkIds }, run)
  forces.sort((a, b) => (a.sectorId < b.sectorId ? -1 : 1))
  const zones = forces.map(({ holidayZone }) => holidayZone)
  const runDays = await zoneWorkingDays(tx, run, zones)
  const memoryDays = await zoneWorkingDays(tx, memory, zones)
  const goneDays =
    asOf < run.startsOn
      ? new Map<string, number>()
      : await zoneWorkingDays(tx, { ...run, endsOn: asOf }, zones)
  const day = dayNumber(asOf)
  const count = forces.length
  const column = () => new Float64Array(count)
  const sectors: FollowSectors = {
    goneMilli: column(),
    capacityMilli: column(),
    rawGoneMilli: column(),
    rawCapacityMilli: column(),
    daysLeftMilli: column(),
    recentDaysMilli: column(),
    memoryDays: column(),
    runDays: column(),
    vacant: new Uint8Array(count),
  }
  const recentSince: string[] = []
  const daysWorkedMilli = column()
  forces.forEach((force, sector) => {
    const { capacity, repDays, holidayZone } = force
    // Before the run, the first day tells who leads; a lead that comes later than the as-of day is not there yet.
    const vacant = isVacantOn(force, Math.max(day, capacity.firstDay))
    const since = recentFrom(force, day)
    const worked = (until: number) => goneBy(repDays, repDays.cumulativeMilli, until)
    sectors.vacant[sector] = vacant ? 1 : 0
    sectors.goneMilli[sector] = goneBy(capacity, capacity.cumulativeMilli, day)
    sectors.capacityMilli[sector] = capacity.totalMilli
    // The raw reading knows no vacancy: a sector that nobody leads is read on the working days of its zone.
    const byDays = vacant || capacity.rawTotalMilli === 0
    sectors.rawGoneMilli[sector] = byDays
      ? (goneDays.get(holidayZone) ?? 0) * 1000
      : goneBy(capacity, capacity.rawCumulativeMilli, day)
    sectors.rawCapacityMilli[sector] = byDays
      ? (runDays.get(holidayZone) ?? 0) * 1000
      : capacity.rawTotalMilli
    sectors.daysLeftMilli[sector] = repDays.totalMilli - worked(day)
    sectors.recentDaysMilli[sector] = worked(day) - worked(since - 1)
    sectors.memoryDays[sector] = memoryDays.get(holidayZone) ?? 0
    sectors.runDays[sector] = runDays.get(holidayZone) ?? 0
    recentSince.push(dayText(since))
    daysWorkedMilli[sector] = worked(day)
  })
  return { forces, sectors, recentSince, daysWorkedMilli }
}

/** Days of the run as texts, for what is drawn over time. */
export const daysOfRun = (run: Days): string[] => eachDay(run.startsOn, run.endsOn)
