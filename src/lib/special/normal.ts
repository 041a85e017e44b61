import { exp } from './exp.ts'
import { log } from './log.ts'

const rootTwoPi = 2.5066282746310007

/** Density of the standard normal law. */
export const normalDensity = (x: number): number => exp(-0.5 * x * x) / rootTwoPi

/**
 * P(Z ≤ x) for a standard normal Z. Near 0 the series of Marsaglia (2004), in the tails Laplace's continued fraction.
 * Absolute error under 3e-16, relative under 1e-13 in the lower tail; ±∞ give 1 and 0, NaN gives NaN.
 */
export const normalCdf = (x: number): number => {
  if (x < -2.5) return tail(-x)
  if (x > 2.5) return 1 - tail(x)
  let term = x
  let sum = x
  let before = 0
  for (let n = 3; sum !== before && n < 200; n += 2) {
    before = sum
    term *= (x * x) / n
    sum += term
  }
  return 0.5 + sum * normalDensity(x)
}

/** P(Z > x) for x ≥ 2.5. */
const tail = (x: number): number => {
  if (x > 39) return 0
  let fraction = x
  for (let n = 160; n >= 1; n--) fraction = x + n / fraction
  return normalDensity(x) / fraction
}

/**
 * The x with P(Z ≤ x) = p: a rational start (Abramowitz & Stegun 26.2.23), then Halley's steps.
 * Relative error under 1e-13 for p ≤ ½, by symmetry above it; 0 and 1 give ∓∞, outside [0, 1] NaN.
 */
export const normalQuantile = (p: number): number => {
  if (!(p >= 0 && p <= 1)) return Number.NaN
  if (p === 0.5) return 0
  if (p > 0.5) return p === 1 ? Infinity : -normalQuantile(1 - p)
  if (p === 0) return -Infinity
  const t = Math.sqrt(-2 * log(p))
  let x =
    (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308))) - t
  for (let step = 0; step < 4; step++) {
    const error = (normalCdf(x) - p) / normalDensity(x)
    x -= error / (1 + 0.5 * x * error)
  }
  return x
}
