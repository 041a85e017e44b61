import type { Formula } from '../configuration/conditions.ts'
import type { AxisSource, MissingPolicy } from '../configuration/segmentation.ts'
import { numberAt, type Numbers } from '../expressions/numbers.ts'
import type { Scale } from './scales.ts'

/** groupOf null = the whole universe is one group, whose code is null. */
export type AxisGroups = { readonly groupOf: Int32Array | null; readonly codes: readonly (string | null)[] }

export type FittedTerm = { readonly criterion: string; readonly weight: number; readonly scale: Scale }

/** An axis with the scales that it took from the data: it gives any answers their number. */
export type FittedAxis = {
  readonly terms: readonly FittedTerm[]
  /** null = the criterion as it is: one term of weight 1. */
  readonly minimumShareBps: number | null
  readonly defaultValue: number | null
  /** The axis is this, and has no terms. */
  readonly formula: Formula | null
}

export type AxisValues = {
  readonly fitted: FittedAxis
  readonly groups: AxisGroups
  readonly values: Float64Array
}
export type SortedValues = readonly Float64Array[]

export function fitAxis(
  source: AxisSource,
  missing: MissingPolicy,
  scaleOf: (criterion: string, normalisation: 'identity' | 'minmax' | 'percentile') => Scale,
): FittedAxis {
  const defaultValue = missing.policy === 'default' ? missing.value + 0 : null
  if (source.kind === 'criterion') {
    const scale = { kind: 'identity' } as const
    const terms = [{ criterion: source.criterion, weight: 1, scale }]
    return { terms, minimumShareBps: null, defaultValue, formula: null }
  }
  if (source.kind === 'formula') {
    return { terms: [], minimumShareBps: null, defaultValue, formula: source.formula }
  }
  const terms = source.terms.map(({ criterion, weight, normalisation }) => ({
    criterion,
    weight,
    scale: scaleOf(criterion, normalisation),
  }))
  return { terms, minimumShareBps: source.minimumShareBps, defaultValue, formula: null }
}

/**
 * The axis of each row: Σ wᵢ·nᵢ(xᵢ) ÷ Σ wᵢ over the terms present, summed in the order of the terms; missing when the
 * weights present are 0 or under the minimum share of all weights, then the default value if the axis has one.
 * `scaled[t]`: the numbers of term t on its scale, NaN = missing. Rows outside the universe are NaN.
 */
export function axisValues(
  fitted: FittedAxis,
  scaled: readonly Float64Array[],
  universe: Uint8Array,
): Float64Array {
  const rows = universe.length
  const sums = new Float64Array(rows)
  const present = new Float64Array(rows)
  let allWeights = 0
  fitted.terms.forEach(({ weight }, term) => {
    allWeights += weight
    const column = scaled[term]
    if (!column) return
    for (let row = 0; row < rows; row += 1) {
      const value = column[row] ?? NaN
      if (Number.isNaN(value)) continue
      sums[row] = (sums[row] ?? 0) + weight * value
      present[row] = (present[row] ?? 0) + weight
    }
  })
  const values = new Float64Array(rows).fill(NaN)
  const leastWeight = allWeights * (fitted.minimumShareBps ?? 0)
  for (let row = 0; row < rows; row += 1) {
    if (universe[row] !== 1) continue
    const weight = present[row] ?? 0
    const value = weight * 10_000 < leastWeight ? NaN : (sums[row] ?? 0) / weight
    // −0 is 0; a sum beyond the largest number is missing, as a division by zero is.
    if (Number.isFinite(value)) values[row] = value + 0
    else if (fitted.defaultValue !== null) values[row] = fitted.defaultValue
  }
  return values
}

/** An axis whose numbers are known: missing outside the universe, the default value where a number is missing. */
export function formulaValues(
  numbers: Numbers,
  { defaultValue }: FittedAxis,
  universe: Uint8Array,
): Float64Array {
  const values = new Float64Array(universe.length).fill(NaN)
  for (let row = 0; row < values.length; row += 1) {
    if (universe[row] !== 1) continue
    const value = numberAt(numbers, row)
    values[row] = Number.isNaN(value) ? (defaultValue ?? NaN) : value
  }
  return values
}
