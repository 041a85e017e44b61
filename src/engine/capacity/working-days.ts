import { countHalves, plannedHalves } from './half-days.ts'

export const fullTimeHalfDays = 0b11_1111_1111

/**
 * Days of firstDay … firstDay + days − 1 on which a weekly pattern (10 bits, full time unless given) has at least one
 * half-day, public holidays out. Absences and the network's day weights are not looked at.
 */
export function workingDays(
  firstDay: number,
  days: number,
  holidays: ReadonlySet<number>,
  weeklyHalfDays = fullTimeHalfDays,
): number[] {
  const worked: number[] = []
  for (let day = firstDay; day < firstDay + days; day += 1) {
    if (!holidays.has(day) && countHalves(plannedHalves(weeklyHalfDays, day)) > 0) worked.push(day)
  }
  return worked
}
