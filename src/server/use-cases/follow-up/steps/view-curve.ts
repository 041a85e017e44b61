import type { ChanceDto, FollowUpDto } from '#src/contracts/follow-up.ts'
import { followFigures, goneBy, groupingBySector } from '#src/engine/index.ts'
import { addDays, dayNumber, dayText, isoWeekday } from '#src/lib/calendar.ts'
import type { DayEarned } from '../../../repositories/follow-line-repository.ts'
import type { FollowInput } from './follow-input.ts'

/** Over time, by row of the sectors: what was earned through a day, and what was expected by then. */
export type Course = {
  earnedBy: (sector: number, day: string) => number
  seenBy: (sector: number, day: string) => number
  /** 0 where the sector is out of the adjusted reading. */
  expectedBy: (sector: number, day: string) => number
  isCounted: (sector: number) => boolean
}

const runningTotals = (rows: readonly { day: number; amount: number }[], first: number, days: number) => {
  const totals = new Float64Array(days + 1)
  for (const { day, amount } of rows) {
    const place = day - first + 1
    if (place >= 1 && place <= days) totals[place] = (totals[place] ?? 0) + amount
  }
  for (let place = 1; place <= days; place++) totals[place] = (totals[place] ?? 0) + (totals[place - 1] ?? 0)
  return totals
}

export function courseOf(input: FollowInput, earned: readonly DayEarned[]): Course {
  const { forces, sectors, run } = input
  const first = dayNumber(run.startsOn)
  const days = dayNumber(run.endsOn) - first + 1
  const index = new Map(forces.map(({ sectorId }, sector) => [sectorId, sector]))
  const bySector = forces.map((): { day: number; earned: number; seen: number }[] => [])
  for (const row of earned) {
    const own = bySector[index.get(row.sectorId) ?? -1]
    own?.push({ day: dayNumber(row.day), earned: row.earnedMilli, seen: row.seen })
  }
  const totals = (of: 'earned' | 'seen') =>
    bySector.map((rows) =>
      runningTotals(
        rows.map((row) => ({ day: row.day, amount: row[of] })),
        first,
        days,
      ),
    )
  const earnedTotals = totals('earned')
  const seenTotals = totals('seen')
  const every = Int32Array.from(forces, (_, sector) => sector)
  const { adjusted } = followFigures(
    input.lines,
    sectors,
    groupingBySector(input.lines, every, forces.length),
    input.settings,
  )
  const isCounted = (sector: number) =>
    sectors.vacant[sector] === 0 && (sectors.capacityMilli[sector] ?? 0) > 0
  const place = (day: string) => Math.min(Math.max(dayNumber(day) - first + 1, 0), days)
  return {
    earnedBy: (sector, day) => earnedTotals[sector]?.[place(day)] ?? 0,
    seenBy: (sector, day) => seenTotals[sector]?.[place(day)] ?? 0,
    expectedBy: (sector, day) => {
      const capacity = forces[sector]?.capacity
      if (!capacity || !isCounted(sector)) return 0
      const gone = goneBy(capacity, capacity.cumulativeMilli, dayNumber(day))
      return Math.round(((adjusted.goalMilli[sector] ?? 0) * gone) / capacity.totalMilli)
    },
    isCounted,
  }
}

/** Days of the run on which somebody of these sectors works, or something was done; Mondays to Fridays when nobody does. */
function workedDays(input: FollowInput, counted: readonly number[], course: Course): string[] {
  const { forces, run } = input
  const days: string[] = []
  for (let day = dayNumber(run.startsOn); day <= dayNumber(run.endsOn); day++) {
    const text = dayText(day)
    const isWorked = counted.some((sector) => {
      const repDays = forces[sector]?.repDays
      if (!repDays) return false
      const { cumulativeMilli } = repDays
      return goneBy(repDays, cumulativeMilli, day) > goneBy(repDays, cumulativeMilli, day - 1)
    })
    const isBusy = () =>
      counted.some((sector) => course.earnedBy(sector, text) > course.earnedBy(sector, addDays(text, -1)))
    if (counted.length === 0 ? isoWeekday(day) <= 5 : isWorked || isBusy()) days.push(text)
  }
  return days
}

/**
 * The curve of a perimeter, its counted sectors summed. Between the as-of day and the end, where alone the law is known,
 * the mean follows what is expected and the band widens as the square root of the way gone.
 */
export function curveOf(
  input: FollowInput,
  course: Course,
  own: readonly number[],
  chance: ChanceDto | null,
): { curve: FollowUpDto['curve']; days: { gone: number; total: number } } {
  const counted = own.filter(course.isCounted)
  const days = workedDays(input, counted, course)
  const sum = (valueOf: (sector: number) => number) =>
    counted.reduce((total, sector) => total + valueOf(sector), 0)
  const past = days.filter((day) => day <= input.asOf)
  const expectedMilli = days.map((day) => sum((sector) => course.expectedBy(sector, day)))
  const earnedMilli = past.map((day) => sum((sector) => course.earnedBy(sector, day)))
  const from = expectedMilli[past.length - 1] ?? 0
  const way = (expectedMilli.at(-1) ?? 0) - from
  const start = earnedMilli.at(-1) ?? 0
  const forecast =
    chance === null || way <= 0
      ? []
      : days.slice(past.length).map((day, index) => {
          const gone = ((expectedMilli[past.length + index] ?? 0) - from) / way
          const mean = start + gone * (chance.meanMilli - start)
          const spread = Math.sqrt(gone)
          return {
            day,
            lowMilli: Math.round(Math.max(mean - spread * (chance.meanMilli - chance.lowMilli), start)),
            meanMilli: Math.round(mean),
            highMilli: Math.round(mean + spread * (chance.highMilli - chance.meanMilli)),
          }
        })
  const seen = past.map((day) => sum((sector) => course.seenBy(sector, day)))
  return {
    curve: { days, earnedMilli, expectedMilli, seen, forecast },
    days: { gone: past.length, total: days.length },
  }
}

const weeksShown = 8

/** Earned ÷ expected at the end of each of the last 8 weeks, in basis points. */
export function weeksOf(input: FollowInput, course: Course, sector: number): (number | null)[] {
  return Array.from({ length: weeksShown }, (_, index) => {
    const day = addDays(input.asOf, -7 * (weeksShown - 1 - index))
    const expected = course.expectedBy(sector, day)
    return expected > 0 ? Math.round((course.earnedBy(sector, day) / expected) * 10_000) : null
  })
}
