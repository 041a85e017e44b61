import type { Classification } from '../configuration/segmentation.ts'
import { cutsByHeadcount, cutsByRank, cutsByValue, cutsByVolume } from './cut-groups.ts'
import { quantile } from './quantile.ts'

/** How many classes a method makes. */
export function classCount(classification: Classification): number {
  switch (classification.method) {
    case 'thresholds':
      return classification.cuts.length + 1
    case 'quantiles':
    case 'volume':
    case 'ranks':
      return classification.k
    case 'abc':
    case 'headcount':
      return classification.limitsBps.length + 1
  }
}

/**
 * Effective cut-offs of one group: class j (from 0, best first) holds x ≥ cutOffs[j] that no better class holds, the
 * last one the rest. Every method is monotone in the value and looks at groups of equal values, so cut-offs say all of
 * it and equal values always fall in the same class; an empty class repeats the cut-off of the better one. NaN = no
 * value is high enough. `ascending`: the group's values, sorted, none missing.
 */
export function cutOffs(classification: Classification, ascending: Float64Array): Float64Array {
  switch (classification.method) {
    case 'thresholds':
      return Float64Array.from(classification.cuts)
    case 'quantiles': {
      const { k } = classification
      return Float64Array.from({ length: k - 1 }, (_, index) => quantile(ascending, k - 1 - index, k))
    }
    case 'abc':
      return cutsByValue(ascending, classification.limitsBps, classification.reach)
    case 'headcount':
      return cutsByHeadcount(ascending, classification.limitsBps, classification.reach)
    case 'volume':
      return cutsByVolume(ascending, classification.k)
    case 'ranks':
      return cutsByRank(ascending, classification.k)
  }
}

/** Class of a value, 0 = best; −1 for NaN. Cut-offs never rise: it is how many the value does not reach. */
export function classOf(value: number, cuts: Float64Array): number {
  if (Number.isNaN(value)) return -1
  return cuts.reduce((found, cut) => (value >= cut ? found : found + 1), 0)
}
