import { isoWeekday } from '../../lib/calendar.ts'
import type { DayPeriod, RepAbsence } from './capacity-types.ts'

export const morning = 1
export const afternoon = 2

export function covers(period: DayPeriod, day: number): boolean {
  return day >= period.startsOn && (period.endsBefore === null || day < period.endsBefore)
}

/** The two bits of a day in a weekly pattern of 10 bits; Saturday and Sunday have none. */
export function plannedHalves(weeklyHalfDays: number, day: number): number {
  const weekday = isoWeekday(day)
  return weekday > 5 ? 0 : (weeklyHalfDays >> (2 * (weekday - 1))) & (morning | afternoon)
}

/** The halves of a day that an absence takes. */
export function absentHalves(absence: RepAbsence, day: number): number {
  if (!covers(absence, day)) return 0
  const late = absence.startsAtNoon && day === absence.startsOn ? morning : 0
  const early =
    absence.endsAtNoon && absence.endsBefore !== null && day === absence.endsBefore - 1 ? afternoon : 0
  return (morning | afternoon) & ~(late | early)
}

export function countHalves(halves: number): number {
  return (halves & 1) + (halves >> 1)
}
