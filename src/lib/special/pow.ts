import { exactProduct } from './binary.ts'
import { exp } from './exp.ts'
import { logPair } from './log.ts'

/**
 * x to the power y for x ≥ 0, by + − × ÷ only. The logarithm is carried in two parts, so that the error stays under
 * 5e-16 relative even where y · ln x is large.
 *
 * x⁰ = 1; 0^y = 0 for y > 0, ∞ for y < 0; a negative x or a NaN gives NaN.
 */
export const pow = (x: number, y: number): number => {
  if (y === 0) return 1
  if (!(x >= 0) || Number.isNaN(y)) return Number.NaN
  if (x === 1) return 1
  if (x === 0 || x === Infinity) return (x === 0) === y > 0 ? 0 : Infinity
  if (y === Infinity || y === -Infinity) return x > 1 === y > 0 ? Infinity : 0
  const [high, low] = logPair(x)
  if (y * high > 710 || y * high < -746) return y * high > 0 ? Infinity : 0
  const [product, rest] = exactProduct(y, high)
  const correction = rest + y * low
  const value = exp(product)
  return value + value * correction
}
