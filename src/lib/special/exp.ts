import { scale } from './binary.ts'

const ln2High = 0.69314718036912381649
const ln2Low = 1.90821492927058770002e-10

/**
 * Exponential by + − × ÷ only: the same bytes on every machine.
 *
 * x = k · ln 2 + r with |r| ≤ ln 2 ÷ 2, Taylor series of e^r, then an exact scaling. Relative error under 2.5e-16
 * in the normal range; over 709.79 infinite, under −745.2 zero.
 */
export const exp = (x: number): number => {
  if (Number.isNaN(x)) return x
  if (x > 709.79) return Infinity
  if (x < -745.2) return 0
  const k = Math.round(x / Math.LN2)
  return scale(1 + expm1Small(x - k * ln2High - k * ln2Low), k)
}

/** e^x − 1, accurate near 0 as well. */
export const expm1 = (x: number): number => (x > -0.35 && x < 0.35 ? expm1Small(x) : exp(x) - 1)

const expm1Small = (r: number): number => {
  let sum = 0
  for (let n = 15; n >= 3; n--) sum = (r / n) * (1 + sum)
  return r + 0.5 * r * r * (1 + sum)
}
