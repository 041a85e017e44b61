/**
 * The j/k quantile by linear interpolation, type 7 of Hyndman & Fan (1996): at position (n − 1)·j/k of the ascending
 * values. NaN of no value. The position is split in integers, so that it never rounds across a value.
 */
export function quantile(ascending: Float64Array, j: number, k: number): number {
  if (ascending.length === 0) return NaN
  const scaled = (ascending.length - 1) * j
  const remainder = scaled % k
  const index = (scaled - remainder) / k
  const below = ascending[index] ?? NaN
  if (remainder === 0) return below
  const above = ascending[index + 1] ?? below
  return below + (remainder / k) * (above - below)
}
