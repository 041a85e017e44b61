/** In `segments` of a result, beside the index of a segment. */
export const excludedIndex = -1
export const outsideIndex = -2

/** One group of an axis (or the whole universe) and where its classes begin. */
export type GroupResult = {
  /** Code of the specialty or region, null = the whole universe, '' = hcps without one. */
  readonly code: string | null
  /** Hcps of the universe with a value. */
  readonly count: number
  /**
   * Effective cut-offs, best class first, one fewer than classes: class j holds x ≥ cutOffs[j] that no better class
   * holds, the last class the rest. NaN = nothing is high enough for that class or a better one.
   */
  readonly cutOffs: Float64Array
  /** Hcps per class, best first. */
  readonly counts: Int32Array
  /** Σ of the axis per class, negatives counting 0. */
  readonly volumes: Float64Array
}

export type AxisResult = {
  readonly code: string
  readonly classCodes: readonly string[]
  /** NaN = missing, or outside the universe. A default value of the missing policy is in. */
  readonly values: Float64Array
  /** 0 = best; −1 = none (missing under another policy than `lowest`, or outside the universe). */
  readonly classes: Int8Array
  /** Index in `groups` per hcp; null = one group. */
  readonly groupOf: Int32Array | null
  readonly groups: readonly GroupResult[]
  /** Over all groups; hcps put in the lowest class because they are missing count there, with no volume. */
  readonly counts: Int32Array
  readonly volumes: Float64Array
  readonly totalVolume: number
  /** Hcps of the universe without a value. */
  readonly missing: number
}

export type RuleResult = {
  readonly id: string
  /** Hcps of the universe for which the condition holds. */
  readonly matched: number
  /** Those that no earlier rule takes. 0 = dead. */
  readonly caught: number
  /** takenBy[r]: hcps that match but that rule r takes before. */
  readonly takenBy: readonly number[]
}

/** Hcps and volume of a cell or segment: volumes[a] is Σ of axis a, in the order of the segmentation's axes. */
export type Tally = { readonly count: number; readonly volumes: readonly number[] }

export type SegmentationResult = {
  readonly segmentation: string
  readonly rows: number
  readonly universeCount: number
  readonly axes: readonly AxisResult[]
  /** Segment codes by index: the configured ones in their order, then `non-qualifie`. */
  readonly segmentCodes: readonly string[]
  /** Per hcp: index in `segmentCodes`, `excludedIndex` or `outsideIndex`. */
  readonly segments: Int16Array
  /** Per hcp: (class of layers × number of rows + class of rows) × number of columns + class of columns; −1 = none. */
  readonly cells: Int16Array
  /** Per hcp: index of the rule that decided, −1 = none. */
  readonly ruleOf: Int16Array
  readonly rules: readonly RuleResult[]
  /** Before rules, in the order of `cells`. */
  readonly cellTallies: readonly Tally[]
  /** After rules, by segment index. */
  readonly segmentTallies: readonly Tally[]
  readonly excluded: Tally
}
