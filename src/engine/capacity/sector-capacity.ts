import type { CapacityCalendar, CapacityRep, SectorCapacity } from './capacity-types.ts'
import { absentHalves, countHalves, covers, plannedHalves } from './half-days.ts'

/** Half-days × three shares in basis points (day weight, share in the sector, field share) × thousandths of a contact. */
const unitsPerMilli = 2_000_000_000_000n
const fullDayBps = 10_000

type Units = { worked: bigint; raw: bigint }

/**
 * Capacity of a sector over `days` days from `firstDay`: Σ over its reps of working half-days ÷ 2 × day weight × share
 * in the sector × field share × contacts a day; working half-days = weekly pattern − public holidays − absences
 *. Sums are exact; each running total is rounded once, half up, to
 * thousandths, so that no rounding accumulates and the whole is the exact sum rounded. A day without a LEAD gives 0.
 */
export function sectorCapacity(
  reps: readonly CapacityRep[],
  firstDay: number,
  days: number,
  calendar: CapacityCalendar,
): SectorCapacity {
  const cumulativeMilli = [0]
  const rawCumulativeMilli = [0]
  const cumulativeWorkedDays = [0]
  const rawCumulativeWorkedDays = [0]
  const total: Units = { worked: 0n, raw: 0n }
  let workedDays = 0
  let rawWorkedDays = 0
  let vacantDays = 0
  for (let day = firstDay; day < firstDay + days; day += 1) {
    if (!hasLead(reps, day)) vacantDays += 1
    else {
      const units = dayUnits(reps, day, calendar)
      total.worked += units.worked
      total.raw += units.raw
      if (units.worked > 0n) workedDays += 1
      if (units.raw > 0n) rawWorkedDays += 1
    }
    cumulativeMilli.push(roundedMilli(total.worked))
    rawCumulativeMilli.push(roundedMilli(total.raw))
    cumulativeWorkedDays.push(workedDays)
    rawCumulativeWorkedDays.push(rawWorkedDays)
  }
  return {
    firstDay,
    days,
    cumulativeMilli,
    rawCumulativeMilli,
    cumulativeWorkedDays,
    rawCumulativeWorkedDays,
    totalMilli: roundedMilli(total.worked),
    rawTotalMilli: roundedMilli(total.raw),
    workedDays,
    rawWorkedDays,
    vacantDays,
  }
}

/** What a running total of a capacity holds at the end of a day: 0 before the first day, the whole after the last. */
export function goneBy(
  capacity: Pick<SectorCapacity, 'firstDay' | 'days'>,
  cumulative: readonly number[],
  day: number,
): number {
  const elapsed = Math.min(Math.max(day - capacity.firstDay + 1, 0), capacity.days)
  return cumulative[elapsed] ?? 0
}

function hasLead(reps: readonly CapacityRep[], day: number): boolean {
  return reps.some((rep) => rep.assignments.some((one) => one.kind === 'LEAD' && covers(one, day)))
}

function dayUnits(reps: readonly CapacityRep[], day: number, calendar: CapacityCalendar): Units {
  const units: Units = { worked: 0n, raw: 0n }
  const weightBps = calendar.dayWeightsBps.get(day) ?? fullDayBps
  if (weightBps === 0 || calendar.holidays.has(day)) return units
  for (const rep of reps) {
    const assignment = rep.assignments.find((one) => covers(one, day))
    const time = rep.workingTimes.find((one) => covers(one, day))
    if (!assignment || !time) continue
    const planned = plannedHalves(time.weeklyHalfDays, day)
    if (planned === 0) continue
    const absent = rep.absences.reduce((halves, one) => halves | absentHalves(one, day), 0)
    // A half-day of one rep may exceed 2⁵³ units.
    const halfDay =
      BigInt(weightBps * assignment.shareBps) * BigInt(time.fieldShareBps * time.contactsADayMilli)
    units.raw += halfDay * BigInt(countHalves(planned))
    units.worked += halfDay * BigInt(countHalves(planned & ~absent))
  }
  return units
}

function roundedMilli(units: bigint): number {
  return Number((units + unitsPerMilli / 2n) / unitsPerMilli)
}
