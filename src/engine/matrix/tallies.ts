import type { AxisResult, Tally } from '../segmentation/segmentation-result.ts'

/**
 * Hcps and volumes of each place 0 … size − 1; rows elsewhere are left out. Volumes are summed in the order of hcp ids,
 * negatives counting 0.
 */
export function tallies(
  placeOf: Int16Array,
  size: number,
  axes: readonly Pick<AxisResult, 'values'>[],
): Tally[] {
  const counts = new Int32Array(size)
  for (let row = 0; row < placeOf.length; row += 1) {
    const place = placeOf[row] ?? -1
    if (place >= 0) counts[place] = (counts[place] ?? 0) + 1
  }
  const volumes = axes.map(({ values }) => {
    const sums = new Float64Array(size)
    for (let row = 0; row < placeOf.length; row += 1) {
      const place = placeOf[row] ?? -1
      const value = values[row] ?? NaN
      if (place >= 0 && value > 0) sums[place] = (sums[place] ?? 0) + value
    }
    return sums
  })
  return Array.from(counts, (count, place) => ({ count, volumes: volumes.map((sums) => sums[place] ?? 0) }))
}
