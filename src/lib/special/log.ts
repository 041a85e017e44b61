import { centredExponent, exactProduct, scale } from './binary.ts'

/** ln 2 in two parts; the first has 32 significant bits, so that its product with an exponent is exact. */
const ln2High = 0.69314718036912381649
const ln2Low = 1.90821492927058770002e-10

/**
 * Natural logarithm by + − × ÷ only: the same bytes on every machine.
 *
 * x = m · 2^k with m in [√½, √2), ln m = 2 artanh(s), s = (m − 1) ÷ (m + 1), as a series in s².
 * Relative error under 2.5e-16. log(0) = −∞, of a negative number or NaN: NaN.
 */
export const log = (x: number): number => {
  if (!(x > 0)) return x === 0 ? -Infinity : Number.NaN
  if (x === Infinity) return x
  const k = centredExponent(x)
  const f = scale(x, -k) - 1
  const s = f / (2 + f)
  const half = 0.5 * f * f
  return k * ln2High - (half - (s * (half + artanhRest(s * s)) + k * ln2Low) - f)
}

/** ln(1 + x), accurate near 0 as well. x > −1. */
export const log1p = (x: number): number => {
  const u = 1 + x
  if (u === 1) return x
  if (u === Infinity || !(u > 0)) return log(u)
  return log(u) + (x - (u - 1)) / u
}

/** ln x as a sum of two numbers, error under 2^-60 relative: what pow needs. x positive and finite. */
export const logPair = (x: number): [number, number] => {
  const k = centredExponent(x)
  const f = scale(x, -k) - 1
  const below = 2 + f
  const s = f / below
  const [product, rest] = exactProduct(s, below)
  // 2 + f loses at most its last bit; what it lost is put back with the remainder of the division.
  const sLow = (f - product - rest - s * (2 - below + f)) / below
  const tail = s * artanhRest(s * s) + 2 * sLow + k * ln2Low
  const head = k * ln2High
  const first = 2 * s
  const sum = head + first
  const lost = first - (sum - head) + (head - (sum - (sum - head)))
  const high = sum + (tail + lost)
  return [high, sum - high + (tail + lost)]
}

/** 2 artanh(s) ÷ s − 2 for |s| ≤ 3 − 2√2, from z = s². */
const artanhRest = (z: number): number => {
  let sum = 0
  for (let n = 23; n >= 3; n -= 2) sum = z * (2 / n + sum)
  return sum
}
