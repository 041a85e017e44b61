import { upperBound, lowerBound } from '../../lib/stable-sort.ts'

export type HistogramBin = { readonly from: number; readonly to: number; readonly count: number }

/** A point of the concentration curve: the highest values first. */
export type ConcentrationPoint = {
  /** Share of the hcps with a value, 0 … 1. */
  readonly customers: number
  /** Their share of the volume, negatives counting 0; NaN where the volume is 0. */
  readonly volume: number
  /** The lowest value among them; NaN at the origin. */
  readonly value: number
}

export type AxisDistribution = {
  readonly count: number
  readonly volume: number
  readonly lowest: number
  readonly highest: number
  /** Of equal width from the lowest to the highest value, the last one closed; empty without values. */
  readonly bins: readonly HistogramBin[]
  /** From (0, 0) to (1, 1), equal values never split. */
  readonly curve: readonly ConcentrationPoint[]
  /** Where each cut-off stands on the curve: hcps with x ≥ cut-off. NaN cut-offs stand at the origin. */
  readonly atCutOffs: readonly (ConcentrationPoint & { readonly cutOff: number })[]
}

/**
 * What the studio draws of an axis: histogram and concentration (Lorenz) curve. `ascending`: its values, sorted,
 * none missing. `pointCount`: about how many points the curve has.
 */
export function distributionOf(
  ascending: Float64Array,
  cutOffs: Float64Array,
  { binCount, pointCount }: { binCount: number; pointCount: number },
): AxisDistribution {
  const count = ascending.length
  const volumeFrom = suffixVolumes(ascending)
  const volume = volumeFrom[0] ?? 0
  const pointAt = (start: number): ConcentrationPoint => ({
    customers: count === 0 ? 0 : (count - start) / count,
    volume: volume === 0 ? NaN : (volumeFrom[start] ?? 0) / volume,
    value: ascending[start] ?? NaN,
  })
  const starts = new Set<number>([count])
  for (let point = 1; point <= pointCount; point += 1) {
    const target = Math.round(count - (count * point) / pointCount)
    const value = ascending[target]
    if (value !== undefined) starts.add(lowerBound(ascending, value))
  }
  return {
    count,
    volume,
    lowest: ascending[0] ?? NaN,
    highest: ascending[count - 1] ?? NaN,
    bins: histogram(ascending, binCount),
    curve: [...starts].sort((left, right) => right - left).map(pointAt),
    atCutOffs: Array.from(cutOffs, (cutOff) => ({
      ...pointAt(Number.isNaN(cutOff) ? count : lowerBound(ascending, cutOff)),
      cutOff,
    })),
  }
}

/** Volume of the values from each place up, summed from the highest down. */
function suffixVolumes(ascending: Float64Array): Float64Array {
  const sums = new Float64Array(ascending.length + 1)
  for (let index = ascending.length - 1; index >= 0; index -= 1) {
    sums[index] = (sums[index + 1] ?? 0) + Math.max(ascending[index] ?? 0, 0)
  }
  return sums
}

function histogram(ascending: Float64Array, binCount: number): HistogramBin[] {
  const lowest = ascending[0]
  const highest = ascending.at(-1)
  if (lowest === undefined || highest === undefined) return []
  if (lowest === highest) return [{ from: lowest, to: highest, count: ascending.length }]
  const edge = (index: number) =>
    index === binCount ? highest : lowest + ((highest - lowest) * index) / binCount
  return Array.from({ length: binCount }, (_, index) => {
    const from = edge(index)
    const to = edge(index + 1)
    const last = index === binCount - 1
    const end = last ? upperBound(ascending, to) : lowerBound(ascending, to)
    return { from, to, count: end - lowerBound(ascending, from) }
  })
}
