import type { CodeColumn } from '../../lib/columns/column-types.ts'
import { excludedSegment } from '../columns/dataset.ts'
import { excludedIndex, type SegmentationResult } from './segmentation-result.ts'

/** Where each hcp is: index in `codes`, `excludedIndex` or `outsideIndex`. Rows are the same hcps on both sides. */
export type Partition = { readonly codes: readonly string[]; readonly places: Int16Array }

export function partitionOf(result: SegmentationResult): Partition {
  return { codes: result.segmentCodes, places: result.segments }
}

/** The previous cycle's segments as a partition: those who were not in it are outside. */
export function previousPartition(previous: CodeColumn): Partition {
  const outside = -2
  const places = Int16Array.from(previous.values, (value) => {
    const code = previous.dictionary[value]
    return code === undefined ? outside : code === excludedSegment ? excludedIndex : value
  })
  return { codes: previous.dictionary, places }
}

export type SegmentationDifference = {
  /** Segment codes of both sides (the earlier's first), then `excluded`: indexes of everything below. */
  readonly codes: readonly string[]
  /** counts[i][j] = n(i,j): hcps present on both sides, from i to j. */
  readonly counts: readonly (readonly number[])[]
  /** n(i): hcps of i before that are present on both sides; p(i,j) = counts[i][j] ÷ n(i). */
  readonly from: readonly number[]
  readonly to: readonly number[]
  /** Hcps present after only, by where they arrive; before only, by where they were. */
  readonly entries: readonly number[]
  readonly exits: readonly number[]
  readonly present: number
  /** Hcps present on both sides who change place, ascending rows. */
  readonly movers: Int32Array
}

/**
 * Who moves from where to where: the transition matrix between two cycles, or between a run and a what-if. Segments are
 * the same when their codes are. Throws a RangeError when the sides have not the same rows.
 */
export function difference(before: Partition, after: Partition): SegmentationDifference {
  const rows = before.places.length
  if (after.places.length !== rows) throw new RangeError('the two sides have not the same hcps')
  const codes = [...new Set([...before.codes, ...after.codes])].filter((code) => code !== excludedSegment)
  codes.push(excludedSegment)
  const size = codes.length
  const positions = (partition: Partition) => Int16Array.from(partition.codes, (code) => codes.indexOf(code))
  const beforePositions = positions(before)
  const afterPositions = positions(after)
  const place = (known: Int16Array, index: number) =>
    index === excludedIndex ? size - 1 : (known[index] ?? -1)
  const pairs = new Int32Array(size * size)
  const entries = new Int32Array(size)
  const exits = new Int32Array(size)
  const movers = new Int32Array(rows)
  let moved = 0
  for (let row = 0; row < rows; row += 1) {
    const i = place(beforePositions, before.places[row] ?? -2)
    const j = place(afterPositions, after.places[row] ?? -2)
    if (i >= 0 && j >= 0) {
      pairs[i * size + j] = (pairs[i * size + j] ?? 0) + 1
      if (i !== j) {
        movers[moved] = row
        moved += 1
      }
    } else if (j >= 0) entries[j] = (entries[j] ?? 0) + 1
    else if (i >= 0) exits[i] = (exits[i] ?? 0) + 1
  }
  const counts = codes.map((_, i) => Array.from(pairs.subarray(i * size, (i + 1) * size)))
  const from = counts.map(sum)
  const to = codes.map((_, j) => sum(counts.map((line) => line[j] ?? 0)))
  return {
    codes,
    counts,
    from,
    to,
    entries: [...entries],
    exits: [...exits],
    present: sum(from),
    movers: movers.slice(0, moved),
  }
}

/**
 * p(i,j) = n(i,j) ÷ n(i), in the order of `codes`: where those of i went, over hcps present on both sides. NaN where
 * nobody was in i.
 */
export function transitionShares({ counts, from }: SegmentationDifference): number[][] {
  return counts.map((line, i) => line.map((count) => ((from[i] ?? 0) === 0 ? NaN : count / (from[i] ?? 0))))
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}
