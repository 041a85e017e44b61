import type { Scalar } from '../configuration/conditions.ts'
import type { CriterionKind } from '../configuration/criteria.ts'
import type { Normalisation } from '../configuration/segmentation.ts'

/**
 * Why an hcp is where it is, as terms: sentences are rendered by the interface. Values are as answered: a number in the
 * criterion's unit, an option code, true or false, a day. Source and date are the caller's to join by criterion.
 */
export type Explanation = {
  readonly hcpId: string
  readonly status: 'segment' | 'excluded' | 'outside'
  /** Code of the segment, `non-qualifie` included; null when excluded or outside. */
  readonly segment: string | null
  /** Every criterion that the axes or the rules of the segmentation read, in the order of the configuration. */
  readonly answers: readonly AnswerUsed[]
  readonly axes: readonly AxisExplanation[]
  /** What the matrix alone says; null without a class on one of its two axes. */
  readonly cell: CellExplanation | null
  /** The rule that decided, null = the matrix did. `position` counts from 1. */
  readonly rule: { readonly id: string; readonly position: number; readonly segment: string | null } | null
  /** null when no single answer, within its declared bounds, would move the hcp. */
  readonly smallestChange: SmallestChange | null
}

export type AnswerUsed = {
  readonly criterion: string
  readonly kind: CriterionKind
  readonly value: Scalar | null
}

export type AxisExplanation = {
  readonly axis: string
  /** null = missing. */
  readonly value: number | null
  /** The value is the default of the missing policy. */
  readonly defaulted: boolean
  /** Its text, for an axis that is a formula; its terms are then the criteria read, with neither scale nor weight. */
  readonly formula: string | null
  readonly terms: readonly TermExplanation[]
  /** Group that cut-offs are taken in, null = the whole universe. */
  readonly group: string | null
  /** Code of the class; null = none. */
  readonly class: string | null
  /** The class begins here; null for the last one, or without a class. */
  readonly from: number | null
  /** The next better class that holds something begins here; null for the best, or when nothing is high enough. */
  readonly next: { readonly class: string; readonly from: number } | null
}

export type TermExplanation = {
  readonly criterion: string
  readonly value: Scalar | null
  /** null for an axis that is a criterion as it is. */
  readonly normalisation: Normalisation | null
  /** The answer as a number (points, 0/100, × 10, months), null = missing. */
  readonly number: number | null
  /** On the term's scale. */
  readonly normalised: number | null
  readonly weight: number
  /** What it adds to the axis: weight × normalised ÷ weights present; null = missing. */
  readonly contribution: number | null
}

export type CellExplanation = {
  readonly rowClass: string
  readonly columnClass: string
  /** null without a third axis. */
  readonly layerClass: string | null
  readonly segment: string
}

/** One answer changed, everything taken from the others (cut-offs, scales, ranks) held. */
export type SmallestChange = {
  readonly criterion: string
  readonly from: Scalar
  readonly to: Scalar
  /** to − from in the criterion's unit (days for DATE, options for CHOICE, 1 for BOOLEAN). */
  readonly by: number
  /** |by| ÷ the criterion's declared, else observed 5–95 %, range; options in steps of 1 ÷ (options − 1). */
  readonly share: number
  readonly status: 'segment' | 'excluded'
  readonly segment: string | null
}
