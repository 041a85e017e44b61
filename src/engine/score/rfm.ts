import { quantile } from '../classify/quantile.ts'

/** One dimension's cut points, ascending: explicit ones, or k type-7 quantiles of the customers' values. */
export function rfmCutPoints(values: Float64Array, k: number): number[] {
  const ascending = values.filter((value) => !Number.isNaN(value)).sort()
  return Array.from({ length: k - 1 }, (_, index) => quantile(ascending, index + 1, k))
}

export type RfmCutPoints = {
  /** Time since the last order, smaller is better. */
  readonly recency: readonly number[]
  readonly frequency: readonly number[]
  readonly monetary: readonly number[]
}

export type RfmScores = { readonly recency: number; readonly frequency: number; readonly monetary: number }

/**
 * Scores from 1 to k (cut points + 1), best highest: of frequency and monetary 1 + the number of cut points ≤ x, of
 * recency k − that number.
 */
export function rfmScores(customer: RfmScores, cutPoints: RfmCutPoints): RfmScores {
  const reached = (cuts: readonly number[], value: number) => cuts.filter((cut) => cut <= value).length
  return {
    recency: cutPoints.recency.length + 1 - reached(cutPoints.recency, customer.recency),
    frequency: 1 + reached(cutPoints.frequency, customer.frequency),
    monetary: 1 + reached(cutPoints.monetary, customer.monetary),
  }
}

/** 100R + 10F + M. */
export function rfmCode({ recency, frequency, monetary }: RfmScores): number {
  return 100 * recency + 10 * frequency + monetary
}

/** Mean of the three scores by weight; NaN when all weights are 0. */
export function rfmWeighted(scores: RfmScores, weights: RfmScores): number {
  const total = weights.recency + weights.frequency + weights.monetary
  const sum =
    scores.recency * weights.recency +
    scores.frequency * weights.frequency +
    scores.monetary * weights.monetary
  return sum / total
}

export type RfmRange = { readonly least: number; readonly most: number }
export type RfmSegment = {
  readonly code: string
  readonly recency: RfmRange
  readonly frequency: RfmRange
  readonly monetary: RfmRange
}

/** The first segment whose three closed ranges hold the scores, null = none. */
export function rfmSegment(scores: RfmScores, segments: readonly RfmSegment[]): string | null {
  const holds = ({ least, most }: RfmRange, score: number) => score >= least && score <= most
  const found = segments.find(
    (one) =>
      holds(one.recency, scores.recency) &&
      holds(one.frequency, scores.frequency) &&
      holds(one.monetary, scores.monetary),
  )
  return found?.code ?? null
}
