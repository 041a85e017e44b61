export type Bin = { from: number; to: number; count: number }
export type Cut = { key: string; value: number }

/** Counts of the values (NaN left out) in equal bins of [min, max]; the last bin holds its upper edge. */
export function binValues(values: ArrayLike<number>, min: number, max: number, bins: number): Bin[] {
  const width = (max - min) / bins || 1
  const counts = Array.from({ length: bins }, () => 0)
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index] ?? Number.NaN
    if (Number.isNaN(value) || value < min || value > max) continue
    const bin = Math.min(bins - 1, Math.floor((value - min) / width))
    counts[bin] = (counts[bin] ?? 0) + 1
  }
  return counts.map((count, index) => ({ from: min + index * width, to: min + (index + 1) * width, count }))
}

/** Class of a value: 0 below the first cut-off, one more at each cut-off reached. Cut-offs ascending. */
export const classAt = (cuts: readonly Cut[], value: number) =>
  cuts.filter((cut) => value >= cut.value).length

/** A cut-off on its step, a step away from its neighbours at least: they never cross. */
export function keepBetween(
  cuts: readonly Cut[],
  index: number,
  wanted: number,
  range: { min: number; max: number; step: number },
): number {
  const low = (cuts[index - 1]?.value ?? range.min - range.step) + range.step
  const high = (cuts[index + 1]?.value ?? range.max + range.step) - range.step
  const onStep = Math.round(wanted / range.step) * range.step
  return Math.min(high, Math.max(low, onStep))
}

/** Height of a bar, 0 … 1: the square root keeps the tail readable. */
export const barHeight = (count: number, most: number) => (most > 0 ? Math.sqrt(count / most) : 0)
