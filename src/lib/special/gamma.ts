import { log } from './log.ts'

/** Coefficients of Stirling's series, B₂ₙ ÷ (2n (2n − 1)). */
const stirling = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360_360, 1 / 156, -3617 / 122_400]
const halfLogTwoPi = 0.9189385332046728

/**
 * ln Γ(x) for x > 0: Stirling's series from 12 on, below it the recurrence Γ(x + 1) = x Γ(x).
 * Absolute error under 4e-15 below 12, relative under 1e-15 above; x ≤ 0 or NaN gives NaN (poles included).
 */
export const logGamma = (x: number): number => {
  if (!(x > 0)) return Number.NaN
  if (x === Infinity || x === 1 || x === 2) return x === Infinity ? x : 0
  let shifted = x
  let product = 1
  while (shifted < 12) {
    product *= shifted
    shifted += 1
  }
  const inverse = 1 / shifted
  const square = inverse * inverse
  let series = 0
  for (let n = stirling.length - 1; n >= 0; n--) series = series * square + (stirling[n] as number)
  return (shifted - 0.5) * log(shifted) - shifted + halfLogTwoPi + series * inverse - log(product)
}
