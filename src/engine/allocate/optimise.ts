import { bestSum } from './best-sum.ts'
import { inflection, response, type ResponseCurve } from './response.ts'

export type EffortCurve = ResponseCurve & {
  /** What one unit of response is worth. */
  readonly scale: number
  /** The effort at which x = 1: today's. */
  readonly reference: number
  /** What one unit of effort costs, in the unit of the worth. */
  readonly unitCost: number
}

export type OptimalEffort = { readonly allocation: readonly number[]; readonly value: number }

/** The worth of an effort on one curve: scale·r(x ÷ reference) − unitCost·x. */
export function effortValue(curve: EffortCurve, effort: number): number {
  return curve.scale * response(curve, effort / curve.reference) - curve.unitCost * effort
}

/**
 * Whole efforts xᵢ ≥ 0 with Σ xᵢ ≤ capacity that maximise Σ effortValue. Exact: greedy on the marginal value for curves
 * that bend downwards all along, which is optimal for them (Fox, 1966), and integer dynamic programming over the
 * others, two at a time. A unit that brings nothing is not spent; at equal value a curve of the first
 * kind has it before one of the second, an earlier one before a later one.
 *
 * Linear in capacity × efforts up to the inflections, × log capacity. Throws a RangeError on a capacity that is not
 * a whole number from 0 to 1,000,000, a reference, c or d that is not positive, or a number that is not finite.
 */
export function optimiseEffort(curves: readonly EffortCurve[], capacity: number): OptimalEffort {
  if (!Number.isInteger(capacity) || capacity < 0 || capacity > 1_000_000)
    throw new RangeError('the capacity is a whole number from 0 to 1,000,000')
  for (const { min, max, c, d, scale, reference, unitCost } of curves) {
    if (
      ![min, max, c, d, scale, reference, unitCost].every(Number.isFinite) ||
      !(c > 0 && d > 0 && reference > 0)
    )
      throw new RangeError('curves hold finite numbers, with c, d and reference above 0')
  }
  const { allocation } = bestSum(
    curves.map((curve) => ({
      value: (effort: number) => effortValue(curve, effort),
      concaveFrom: concaveFrom(curve, capacity),
    })),
    capacity,
  )
  const value = curves.reduce((sum, curve, index) => sum + effortValue(curve, allocation[index] ?? 0), 0)
  return { allocation, value }
}

/** The effort from which the worth bends downwards for good. */
function concaveFrom(curve: EffortCurve, capacity: number): number {
  const rise = curve.scale * (curve.max - curve.min)
  if (rise === 0) return 0
  const turn = inflection(curve) * curve.reference
  // A curve that falls bends the other way: nothing is known beyond its whole range.
  return rise > 0 ? Math.min(Math.ceil(turn), capacity) : capacity
}
