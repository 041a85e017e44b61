import { type Grouping, rowsByGroup } from '../follow/lines.ts'
import { type Arena, reserve } from './arena.ts'
import { type Chance, readLaw, readNormal } from './chance.ts'
import { convolve, convolveInto, greatestCommonDivisor, type Law, trimEnds } from './convolve.ts'
import type { LineLaws } from './line-laws.ts'

/** Above this many lines the law of a sum is taken as normal. */
export const exactLines = 2000

/** `Chance` of each perimeter, one column a figure. */
export type PerimeterChances = { [figure in keyof Chance]: Float64Array }

/**
 * P(kept), mean, 10 % and 90 % points and expected shortfall of every perimeter of a grouping: the sum over its counted
 * lines, independent, convolved exactly on the lattice of the weights, by halves in row order; above 2,000 lines the
 * normal law of the same mean and variance. A perimeter without goal (none of its sectors counts) is NaN.
 */
export function forecastPerimeters(
  laws: LineLaws,
  grouping: Grouping,
  settings: { keepBps: number },
): PerimeterChances {
  const { start, rows } = rowsByGroup(grouping)
  const figures = (): Float64Array => new Float64Array(grouping.count)
  const chances: PerimeterChances = {
    probability: figures(),
    goalMilli: figures(),
    earnedMilli: figures(),
    meanMilli: figures(),
    lowMilli: figures(),
    highMilli: figures(),
    shortfallMilli: figures(),
  }
  const arena: Arena = { values: new Float64Array(8192) }
  for (let group = 0; group < grouping.count; group++) {
    const own = rows.subarray(start[group], start[group + 1])
    const chance = forecastRows(laws, own, settings.keepBps, arena)
    for (const figure of figureNames) chances[figure][group] = chance[figure]
  }
  return chances
}

const figureNames = [
  'probability',
  'goalMilli',
  'earnedMilli',
  'meanMilli',
  'lowMilli',
  'highMilli',
  'shortfallMilli',
] as const satisfies (keyof Chance)[]

/** The chance of one perimeter, given the rows of its lines. */
export function forecastRows(laws: LineLaws, rows: Int32Array, keepBps: number, arena: Arena): Chance {
  let goalMilli = 0
  let earnedMilli = 0
  let meanToComeMilli = 0
  let variance = 0
  let step = 0
  let counted = 0
  for (const row of rows) {
    if (!laws.counted[row]) continue
    const weight = laws.weightMilli[row] as number
    counted++
    goalMilli += laws.goalMilli[row] as number
    earnedMilli += laws.earnedMilli[row] as number
    meanToComeMilli += weight * (laws.mean[row] as number)
    variance += weight * weight * (laws.variance[row] as number)
    step = greatestCommonDivisor(weight, step)
  }
  const base = { goalMilli, earnedMilli, meanToComeMilli, keepBps }
  if (counted > exactLines) return readNormal(variance, step || 1, base)
  return readLaw(sumLaw(laws, rows, arena), base)
}

/** Law of what the counted lines of a perimeter will still earn. */
export function sumLaw(laws: LineLaws, rows: Int32Array, arena: Arena): Law {
  let total: Law | undefined
  for (const weight of weightsOf(laws, rows)) {
    const own = rows.filter((row) => laws.counted[row] === 1 && laws.weightMilli[row] === weight)
    const law = sumOfWeight(laws, own, weight, arena)
    total = total ? convolve(total, law, arena) : law
  }
  return total ?? { step: 1, start: 0, values: Float64Array.of(1) }
}

/** Weights present, largest first; a weight of 0 earns nothing. */
function weightsOf(laws: LineLaws, rows: Int32Array): number[] {
  const weights = new Set<number>()
  for (const row of rows) if (laws.counted[row]) weights.add(laws.weightMilli[row] as number)
  weights.delete(0)
  return [...weights].sort((a, b) => b - a)
}

function sumOfWeight(laws: LineLaws, rows: Int32Array, weight: number, arena: Arena): Law {
  let start = 0
  const fold = (low: number, high: number, at: number): number => {
    if (high - low === 1) {
      const row = rows[low] as number
      const from = laws.offset[row] as number
      const length = (laws.offset[row + 1] as number) - from
      reserve(arena, at, length)
      for (let k = 0; k < length; k++) arena.values[at + k] = laws.values[from + k] as number
      return length
    }
    const middle = (low + high) >> 1
    const left = fold(low, middle, at)
    const right = fold(middle, high, at + left)
    const outAt = at + left + right
    reserve(arena, outAt, left + right)
    const length = convolveInto(arena.values, at, left, at + left, right, outAt)
    const trimmed = trimEnds(arena.values, outAt, length)
    start += trimmed.front
    arena.values.copyWithin(at, outAt + trimmed.front, outAt + trimmed.front + trimmed.length)
    return trimmed.length
  }
  const length = fold(0, rows.length, 0)
  return { step: weight, start, values: arena.values.slice(0, length) }
}
