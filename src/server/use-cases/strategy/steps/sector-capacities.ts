import { sectorCapacity, workingDays, type CapacityRep, type SectorCapacity } from '#src/engine/index.ts'
import { dayNumber, daysBetween, dayText, shiftMonths, wholeMonths } from '#src/lib/calendar.ts'
import { publicHolidays } from '../../../platform/holidays.ts'
import type { Tx } from '../../../platform/transaction.ts'
import {
  listAbsences,
  listAssignments,
  listClosedDays,
  listSectorHeads,
  listWorkingTimes,
  type AssignmentRow,
  type Days,
  type SectorChoice,
  type SectorHead,
} from '../../../repositories/capacity-repository.ts'

export type SectorForce = SectorHead & {
  /** LEAD on the first day of the window, null = vacant that day. */
  leadMemberId: string | null
  assignments: readonly AssignmentRow[]
  /** Per day running totals over the window: `goneBy` of the engine reads them at any day. */
  capacity: SectorCapacity
  /** The same in days of a whole rep: what a pace is told in. */
  repDays: SectorCapacity
}

/** One contact a day, all of it in the field: capacity then counts days. */
const inDays = (rep: CapacityRep): CapacityRep => ({
  ...rep,
  workingTimes: rep.workingTimes.map((time) => ({ ...time, fieldShareBps: 10_000, contactsADayMilli: 1000 })),
})

function grouped<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const key = keyOf(row)
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  return groups
}

export const dayCount = (window: Days): number => daysBetween(window.startsOn, window.endsOn) + 1

/**
 * Field force and capacity of sectors over a closed window of days, from working times, absences, closed days, shares
 * and the public holidays of each sector's zone. Six statements, however many sectors.
 */
export async function sectorCapacities(
  tx: Tx,
  labId: string,
  choice: SectorChoice,
  window: Days,
): Promise<SectorForce[]> {
  const heads = await listSectorHeads(tx, labId, choice, window)
  const sectorIds = heads.map(({ sectorId }) => sectorId)
  const assignments = await listAssignments(tx, labId, sectorIds, window)
  const memberIds = [...new Set(assignments.map(({ memberId }) => memberId))]
  const times = grouped(await listWorkingTimes(tx, labId, memberIds, window), (row) => row.memberId)
  const absences = grouped(await listAbsences(tx, labId, memberIds, window), (row) => row.memberId)
  const networkIds = [...new Set(heads.map(({ networkId }) => networkId))]
  const closed = await listClosedDays(tx, labId, networkIds, window)
  const holidays = await holidayNumbers(tx, window)
  const bySector = grouped(assignments, (row) => row.sectorId)
  const firstDay = dayNumber(window.startsOn)

  return heads.map((head) => {
    const own = bySector.get(head.sectorId) ?? []
    const reps = [...grouped(own, (row) => row.memberId)].map(([memberId, theirs]): CapacityRep => ({
      assignments: theirs,
      workingTimes: times.get(memberId) ?? [],
      absences: absences.get(memberId) ?? [],
    }))
    const lead = own.find(
      ({ kind, startsOn, endsBefore }) =>
        kind === 'LEAD' && startsOn <= firstDay && (endsBefore === null || endsBefore > firstDay),
    )
    const calendar = {
      holidays: holidays.get(head.holidayZone) ?? new Set<number>(),
      dayWeightsBps: closed.get(head.networkId) ?? new Map<number, number>(),
    }
    return {
      ...head,
      leadMemberId: lead?.memberId ?? null,
      assignments: own,
      capacity: sectorCapacity(reps, firstDay, dayCount(window), calendar),
      repDays: sectorCapacity(reps.map(inDays), firstDay, dayCount(window), calendar),
    }
  })
}

async function holidayNumbers(tx: Tx, window: Days): Promise<Map<string, ReadonlySet<number>>> {
  const zones = await publicHolidays(tx, window.startsOn, window.endsOn)
  return new Map([...zones].map(([zone, days]) => [zone, new Set([...days].map(dayNumber))]))
}

/**
 * The window before a run that the forecast remembers: as many whole months as the run, rounded to the nearest, at least
 * one, ending the day before it (1 January – 30 June looks back to 1 July).
 */
export function memoryWindow(run: Days): Days {
  const start = dayNumber(run.startsOn)
  const end = dayNumber(run.endsOn) + 1
  const whole = wholeMonths(start, end)
  const reached = shiftMonths(start, whole)
  const nearest = 2 * (end - reached) >= shiftMonths(start, whole + 1) - reached ? whole + 1 : whole
  return { startsOn: dayText(shiftMonths(start, -Math.max(nearest, 1))), endsOn: dayText(start - 1) }
}

/** Working days of a full week by holiday zone: what weighs the memory against the run. */
export async function zoneWorkingDays(
  tx: Tx,
  window: Days,
  zones: readonly string[],
): Promise<Map<string, number>> {
  const holidays = await holidayNumbers(tx, window)
  const count = (zone: string) =>
    workingDays(dayNumber(window.startsOn), dayCount(window), holidays.get(zone) ?? new Set()).length
  return new Map([...new Set(zones)].map((zone) => [zone, count(zone)]))
}
