import { lowerBound, upperBound } from '../../lib/stable-sort.ts'
import type { CycleCriterion } from '../configuration/criteria.ts'
import type { Normalisation } from '../configuration/segmentation.ts'
import { sortWithinGroups } from './sort-within-groups.ts'

/** A normalisation with what it took from the data, so that one hcp's other answer can be placed on the same scale. */
export type Scale =
  | { readonly kind: 'identity' }
  | { readonly kind: 'minmax'; readonly low: number; readonly high: number }
  | { readonly kind: 'percentile'; readonly ascending: readonly Float64Array[] }

/** The bounds that the kind or the cycle declares for the criterion's number; null = take the observed one. */
export function declaredBounds(criterion: CycleCriterion): { low: number | null; high: number | null } {
  switch (criterion.kind) {
    case 'SCALE':
    case 'BOOLEAN':
      return { low: 0, high: 100 }
    case 'CHOICE': {
      const points = criterion.options.map((option) => option.points)
      return points.length === 0
        ? { low: null, high: null }
        : { low: Math.min(...points), high: Math.max(...points) }
    }
    case 'NUMBER':
    case 'INTEGER':
    case 'PERCENT':
      return { low: criterion.minimum, high: criterion.maximum }
    case 'DATE':
    case 'TEXT':
      return { low: null, high: null }
  }
}

/** Bounds are observed over the universe, percentile ranks inside the axis's groups; missing values are left out. */
export function fitScale(
  normalisation: Normalisation,
  criterion: CycleCriterion,
  numbers: Float64Array,
  universe: Uint8Array,
  groups: { groupOf: Int32Array | null; count: number },
): Scale {
  if (normalisation === 'identity') return { kind: 'identity' }
  if (normalisation === 'percentile') {
    return { kind: 'percentile', ascending: sortWithinGroups(numbers, universe, groups) }
  }
  const declared = declaredBounds(criterion)
  let low = Infinity
  let high = -Infinity
  for (let row = 0; row < numbers.length; row += 1) {
    const value = numbers[row] ?? NaN
    if (universe[row] !== 1 || Number.isNaN(value)) continue
    if (value < low) low = value
    if (value > high) high = value
  }
  return { kind: 'minmax', low: declared.low ?? low, high: declared.high ?? high }
}

/**
 * A column on its scale, NaN outside the universe. `own`: the numbers that the scale was taken from, the same but for a
 * what-if on one hcp.
 */
export function scaleColumn(
  scale: Scale,
  numbers: Float64Array,
  own: Float64Array,
  universe: Uint8Array,
  groupOf: Int32Array | null,
): Float64Array {
  const scaled = new Float64Array(numbers.length).fill(NaN)
  for (let row = 0; row < numbers.length; row += 1) {
    if (universe[row] !== 1) continue
    scaled[row] = onScale(scale, numbers[row] ?? NaN, own[row] ?? NaN, groupOf?.[row] ?? 0)
  }
  return scaled
}

/**
 * A number on its scale; NaN stays NaN. Min–max: 0–100, clamped, 50 where the bounds leave no width. Percentile: (mean
 * rank − .5) ÷ n × 100, the hcp's own number `own` replaced by `value`, the others held.
 */
export function onScale(scale: Scale, value: number, own: number, group: number): number {
  if (Number.isNaN(value) || scale.kind === 'identity') return value
  if (scale.kind === 'minmax') {
    const width = scale.high - scale.low
    if (!(width > 0)) return 50
    return Math.min(Math.max(((value - scale.low) / width) * 100, 0), 100)
  }
  const ascending = scale.ascending[group]
  if (!ascending || ascending.length === 0) return NaN
  const below = lowerBound(ascending, value) - (own < value ? 1 : 0)
  const upTo = upperBound(ascending, value) - (own <= value ? 1 : 0)
  // Others below and equal, then the hcp itself: its mean rank is below + 1 + equal / 2.
  return ((below + (upTo - below) / 2 + 0.5) / ascending.length) * 100
}
