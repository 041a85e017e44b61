import type { Rule } from '../configuration/segmentation.ts'
import {
  excludedIndex,
  outsideIndex,
  type AxisResult,
  type Tally,
} from '../segmentation/segmentation-result.ts'
import type { Matrix } from './cells.ts'

export type Placement = {
  readonly segments: Int16Array
  readonly cellTallies: readonly Tally[]
  readonly segmentTallies: readonly Tally[]
  readonly excluded: Tally
}

/**
 * Segment of each hcp: its rule's outcome, else its cell's segment, else *Non qualifié*; and hcps and volume by cell
 * (before rules), by segment (after) and excluded. One pass: hcps are summed by cell and rule together, in the order of
 * their ids, and cells and segments are sums of those. Negatives count 0 in a volume.
 */
export function placeInSegments(
  matrix: Matrix,
  cells: Int16Array,
  ruleOf: Int16Array,
  rules: readonly Rule[],
  universe: Uint8Array,
  axes: readonly Pick<AxisResult, 'values'>[],
): Placement {
  const width = rules.length + 1
  const segmentOf = segmentOfPlace(matrix, rules)
  const places = new Int32Array(universe.length).fill(-1)
  const segments = new Int16Array(universe.length).fill(outsideIndex)
  const counts = new Int32Array(segmentOf.length)
  for (let row = 0; row < places.length; row += 1) {
    if (universe[row] !== 1) continue
    const place = ((cells[row] ?? -1) + 1) * width + (ruleOf[row] ?? -1) + 1
    places[row] = place
    segments[row] = segmentOf[place] ?? outsideIndex
    counts[place] = (counts[place] ?? 0) + 1
  }
  const volumes = axes.map(({ values }) => volumeByPlace(values, places, segmentOf.length))
  const tally = (belongs: (place: number) => boolean): Tally => {
    const sumOf = (numbers: ArrayLike<number>) => {
      let sum = 0
      for (let place = 0; place < numbers.length; place += 1) if (belongs(place)) sum += numbers[place] ?? 0
      return sum
    }
    return { count: sumOf(counts), volumes: volumes.map(sumOf) }
  }
  const cellOf = (place: number) => Math.floor(place / width) - 1
  return {
    segments,
    cellTallies: Array.from(matrix.segmentOfCell, (_, cell) => tally((place) => cellOf(place) === cell)),
    segmentTallies: matrix.segmentCodes.map((_, segment) => tally((place) => segmentOf[place] === segment)),
    excluded: tally((place) => segmentOf[place] === excludedIndex),
  }
}

/** Place = (cell + 1) × (rules + 1) + rule + 1, with −1 for none of either. */
function segmentOfPlace(matrix: Matrix, rules: readonly Rule[]): Int16Array {
  const width = rules.length + 1
  const outcomes = rules.map(({ outcome }) => {
    if (outcome.kind === 'exclude') return excludedIndex
    const index = matrix.segmentCodes.indexOf(outcome.segment)
    return index < 0 ? matrix.unqualified : index
  })
  return Int16Array.from({ length: (matrix.cells + 1) * width }, (_, place) => {
    const rule = (place % width) - 1
    const cell = Math.floor(place / width) - 1
    return outcomes[rule] ?? matrix.segmentOfCell[cell] ?? matrix.unqualified
  })
}

/** Outside the universe an axis is missing: every value has a place. */
function volumeByPlace(values: Float64Array, places: Int32Array, size: number): Float64Array {
  const sums = new Float64Array(size)
  for (let row = 0; row < places.length; row += 1) {
    const value = values[row] ?? NaN
    if (!(value > 0)) continue
    const place = places[row] ?? -1
    sums[place] = (sums[place] ?? 0) + value
  }
  return sums
}
