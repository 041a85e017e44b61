import { rate } from './rates.ts'

/** Months of one perimeter (rep, segment, product …) in their order, cents; NaN = not known. */
export type TurnoverMonths = {
  readonly amountCents: Float64Array
  /** The same months a year before. */
  readonly beforeCents: Float64Array
  readonly objectiveCents: Float64Array
}

export type TurnoverReading = {
  readonly monthCents: number
  readonly cumulatedCents: number
  /** (now − before) ÷ before. */
  readonly monthGrowth: number
  readonly cumulatedGrowth: number
  /** now ÷ objective. */
  readonly monthAttainment: number
  readonly cumulatedAttainment: number
}

/**
 * Turnover of each month and cumulated since the first one, against the year before and against objective. Whatever is
 * compared with a month that is not known is missing (NaN), cumulated figures from there on.
 */
export function turnoverReadings(months: TurnoverMonths): TurnoverReading[] {
  const sums = { amount: 0, before: 0, objective: 0 }
  return Array.from(months.amountCents, (amount, month) => {
    const before = months.beforeCents[month] ?? Number.NaN
    const objective = months.objectiveCents[month] ?? Number.NaN
    sums.amount += amount
    sums.before += before
    sums.objective += objective
    return {
      monthCents: amount,
      cumulatedCents: sums.amount,
      monthGrowth: rate(amount - before, before),
      cumulatedGrowth: rate(sums.amount - sums.before, sums.before),
      monthAttainment: rate(amount, objective),
      cumulatedAttainment: rate(sums.amount, sums.objective),
    }
  })
}

export type HcpSales = {
  readonly cents: Float64Array
  /** 1 = the share of a brick's sales, not what the hcp's own practice bought. */
  readonly estimated: Uint8Array
}

/**
 * Sales of bricks (whole cents) shared among their hcps in proportion to the potential axis (missing or negative = 0) by
 * largest remainder, ties to the first row, so that the parts of a brick sum to its sales; evenly where no hcp has
 * potential. `brick` −1 = none. A brick without an hcp gives nothing to anybody.
 */
export function shareBrickSales(
  brick: Int32Array,
  potential: Float64Array,
  brickCents: Float64Array,
): HcpSales {
  const rowsOf = Array.from(brickCents, (): number[] => [])
  brick.forEach((own, row) => rowsOf[own]?.push(row))
  const cents = new Float64Array(brick.length)
  const estimated = Uint8Array.from(brick, (own) => (own >= 0 && own < brickCents.length ? 1 : 0))
  rowsOf.forEach((rows, own) => {
    const total = brickCents[own] ?? 0
    const known = rows.map((row) => Math.max(potential[row] ?? 0, 0) || 0)
    const weights = known.some((one) => one > 0) ? known : rows.map(() => 1)
    const whole = weights.reduce((sum, one) => sum + one, 0)
    const shares = weights.map((weight) => (total * weight) / whole)
    rows.forEach((row, index) => (cents[row] = Math.floor(shares[index] ?? 0)))
    let left = rows.reduce((sum, row) => sum - (cents[row] ?? 0), total)
    const remainder = (index: number) => (shares[index] ?? 0) - Math.floor(shares[index] ?? 0)
    const order = rows.map((_, index) => index).sort((a, b) => remainder(b) - remainder(a) || a - b)
    for (const index of order) {
      if (left < 1) break
      const row = rows[index] ?? 0
      cents[row] = (cents[row] ?? 0) + 1
      left -= 1
    }
  })
  return { cents, estimated }
}
