import { roundTicks } from './scales.ts'

export type BurnUpInput = {
  /** Working days of the run, in order. */
  days: readonly string[]
  /** Cumulated, one a day from the first; shorter than `days` while the cycle runs; null where nothing was received. */
  realised: readonly (number | null)[]
  /** Cumulated, one a day. */
  expected: readonly number[]
  goal: number
  /** The commitment counts as kept from here on. */
  keptFrom: number | null
  /** Where it may end, 10–90 %, by day, after the last realised one. */
  forecast: readonly { day: string; low: number; median: number; high: number }[]
}

export type BurnUpPoint = {
  index: number
  day: string
  realised: number | null
  expected: number
  median: number | null
  band: [number, number] | null
  gap: number | null
  gapMedian: number | null
  gapBand: [number, number] | null
  gapKept: number | null
}

export type BurnUp = {
  points: BurnUpPoint[]
  max: number
  ticks: number[]
  gapDomain: [number, number]
  gapTicks: number[]
  /** First working day of each month. */
  months: { index: number; day: string }[]
  /** The last day with something realised; null before the first. */
  last: BurnUpPoint | null
  end: BurnUpPoint | null
}

const headroom = 1.04

/** Lines, band and gap to the expected, day by day. The forecast leaves from the last realised point. */
export function prepareBurnUp({ days, realised, expected, goal, keptFrom, forecast }: BurnUpInput): BurnUp {
  const byDay = new Map(forecast.map((one) => [one.day, one]))
  const keptShare = keptFrom === null || goal === 0 ? null : keptFrom / goal - 1
  const lastIndex = realised.findLastIndex((value) => value !== null)
  const points = days.map((day, index): BurnUpPoint => {
    const done = realised[index] ?? null
    const due = expected[index] ?? 0
    const from =
      index === lastIndex && done !== null && forecast.length > 0
        ? { low: done, median: done, high: done }
        : null
    const ahead = byDay.get(day) ?? from
    return {
      index,
      day,
      realised: done,
      expected: due,
      median: ahead?.median ?? null,
      band: ahead ? [ahead.low, ahead.high] : null,
      gap: done === null ? null : done - due,
      gapMedian: ahead ? ahead.median - due : null,
      gapBand: ahead ? [ahead.low - due, ahead.high - due] : null,
      gapKept: keptShare === null ? null : keptShare * due,
    }
  })
  const highest = Math.max(
    goal,
    ...points.map(({ realised: done, band, expected: due }) => Math.max(done ?? 0, band?.[1] ?? 0, due)),
  )
  const gaps = points.flatMap(({ gap, gapBand, gapKept }) => [gap ?? 0, ...(gapBand ?? []), gapKept ?? 0])
  const low = Math.min(0, ...gaps)
  const high = Math.max(0, ...gaps)
  const margin = (high - low) * 0.08 || 1
  const gapDomain: [number, number] = [low - margin, high + margin]
  const months = points.filter(
    ({ day, index }) => index === 0 || day.slice(0, 7) !== days[index - 1]?.slice(0, 7),
  )
  return {
    points,
    max: highest * headroom || 1,
    ticks: roundTicks(0, highest, 3),
    gapDomain,
    gapTicks: roundTicks(gapDomain[0], gapDomain[1], 3),
    months: months.map(({ index, day }) => ({ index, day })),
    last: points[lastIndex] ?? null,
    end: points.at(-1) ?? null,
  }
}
