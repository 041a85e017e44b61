import { pow } from '../../lib/special/pow.ts'

/** ADBUDG (Little, 1970): what an effort brings, from `min` at 0 to `max` at saturation; c, d > 0. */
export type ResponseCurve = {
  readonly min: number
  readonly max: number
  /** Over 1 the curve is S-shaped, else concave. */
  readonly c: number
  readonly d: number
}

/** xᶜ ÷ (d + xᶜ), 0 … 1, for x ≥ 0; 0 at 0. */
export function responseShare({ c, d }: Pick<ResponseCurve, 'c' | 'd'>, x: number): number {
  if (!(x > 0)) return 0
  // Divided by xᶜ, so that a large x tends to 1 instead of ∞ ÷ ∞.
  return 1 / (1 + d * pow(x, -c))
}

/** r(x) = min + (max − min)·xᶜ ÷ (d + xᶜ), r(0) = min. x ≥ 0, relative to the curve's reference effort. */
export function response(curve: ResponseCurve, x: number): number {
  return curve.min + (curve.max - curve.min) * responseShare(curve, x)
}

/** Where an S-curve stops bending upwards, xᶜ = d·(c − 1) ÷ (c + 1); 0 for a curve that never does. */
export function inflection({ c, d }: Pick<ResponseCurve, 'c' | 'd'>): number {
  return c > 1 ? pow((d * (c - 1)) / (c + 1), 1 / c) : 0
}
