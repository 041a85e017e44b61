import { addDays, isoWeekday, dayNumber } from '#src/lib/calendar.ts'
import type { CycleSettings } from '#src/contracts/cycles.ts'

const runDays = 126
const goneDays = 76

export type DemoCalendar = {
  today: string
  /** First day of the lab: before everything else. */
  opening: string
  running: DatedCycle
  next: DatedCycle
  later: DatedCycle
}

type DatedCycle = Pick<CycleSettings, 'name' | 'referenceDay' | 'qualification' | 'engagement' | 'run'>

/** The Monday on or before a day. */
const mondayOf = (day: string) => addDays(day, 1 - isoWeekday(dayNumber(day)))

const windowOf = (startsOn: string, days: number) => ({ startsOn, endsOn: addDays(startsOn, days - 1) })

/** `2026-C3` after the third of the year that a cycle begins in; the second of a third is `2026-C3b`. */
function cycleName(startsOn: string): string {
  const third = (day: string) => `${day.slice(0, 4)}-C${Math.ceil(Number(day.slice(5, 7)) / 4)}`
  return third(addDays(startsOn, -runDays)) === third(startsOn) ? `${third(startsOn)}b` : third(startsOn)
}

/**
 * Three cycles of eighteen weeks around a day: one at about 60 % of its run, the next in engagement, the one after in
 * qualification.
 */
export function demoCalendar(today: string): DemoCalendar {
  const start = mondayOf(addDays(today, -goneDays))
  const nextStart = addDays(start, runDays)
  const laterStart = addDays(nextStart, runDays)
  return {
    today,
    opening: addDays(start, -runDays - 60),
    running: {
      name: cycleName(start),
      referenceDay: addDays(start, -30),
      qualification: windowOf(addDays(start, -70), 40),
      engagement: windowOf(addDays(start, -14), 10),
      run: windowOf(start, runDays),
    },
    next: {
      name: cycleName(nextStart),
      referenceDay: addDays(today, -15),
      qualification: windowOf(addDays(today, -50), 36),
      engagement: windowOf(addDays(today, -5), 9),
      run: windowOf(nextStart, runDays),
    },
    later: {
      name: cycleName(laterStart),
      referenceDay: addDays(today, 24),
      qualification: windowOf(addDays(today, -6), 28),
      engagement: windowOf(addDays(laterStart, -40), 10),
      run: windowOf(laterStart, runDays),
    },
  }
}
