import { addDays, isoWeekday, dayNumber } from '#src/lib/calendar.ts'
import type { CycleSettings } from '#src/contracts/cycles.ts'

const runDays = 126
const goneDays = 76

export type DemoCalendar = {
  today: string
  /** First day of the lab: before everything else. */
  opening: string
  running: Pick<CycleSettings, 'name' | 'referenceDay' | 'qualification' | 'engagement' | 'run'>
  next: Pick<CycleSettings, 'name' | 'referenceDay' | 'qualification' | 'engagement' | 'run'>
}

/** The Monday on or before a day. */
const mondayOf = (day: string) => addDays(day, 1 - isoWeekday(dayNumber(day)))

const windowOf = (startsOn: string, days: number) => ({ startsOn, endsOn: addDays(startsOn, days - 1) })

/** Two cycles of eighteen weeks around a day: one at about 60 % of its run, the next in engagement. */
export function demoCalendar(today: string): DemoCalendar {
  const start = mondayOf(addDays(today, -goneDays))
  const nextStart = addDays(start, runDays)
  const year = start.slice(0, 4)
  const third = (day: string) => `${day.slice(0, 4)}-C${Math.ceil(Number(day.slice(5, 7)) / 4)}`
  const nextName =
    third(nextStart) === third(start)
      ? `${year}-C${Math.ceil(Number(start.slice(5, 7)) / 4)}b`
      : third(nextStart)
  return {
    today,
    opening: addDays(start, -runDays - 60),
    running: {
      name: third(start),
      referenceDay: addDays(start, -30),
      qualification: windowOf(addDays(start, -70), 40),
      engagement: windowOf(addDays(start, -14), 10),
      run: windowOf(start, runDays),
    },
    next: {
      name: nextName,
      referenceDay: addDays(today, -15),
      qualification: windowOf(addDays(today, -50), 36),
      engagement: windowOf(addDays(today, -5), 9),
      run: windowOf(nextStart, runDays),
    },
  }
}
