import { difference, type Dataset, type Partition } from '#src/engine/index.ts'
import type { Moves } from './what-if-types.ts'

const mostMovers = 200

/** The first rows by value, highest first, equal ones by row; those without a value last. One pass: few are kept. */
function highest(rows: Int32Array, valueOf: (row: number) => number): number[] {
  const kept: { row: number; value: number }[] = []
  for (const row of rows) {
    const own = valueOf(row)
    const value = Number.isNaN(own) ? -Infinity : own
    const last = kept.at(-1)
    if (kept.length === mostMovers && last && last.value >= value) continue
    const place = kept.findIndex((one) => one.value < value)
    kept.splice(place < 0 ? kept.length : place, 0, { row, value })
    if (kept.length > mostMovers) kept.pop()
  }
  return kept.map(({ row }) => row)
}

/** Who changes place between two partitions of the same hcps, those highest on an axis first. */
export function describeMoves(
  dataset: Dataset,
  before: Partition,
  after: Partition,
  values: Float64Array | undefined,
): Moves {
  const found = difference(before, after)
  const valueOf = (row: number) => values?.[row] ?? NaN
  const movers = highest(found.movers, valueOf)
  const placeOf = ({ codes, places }: Partition, row: number) => codes[places[row] ?? -1] ?? 'excluded'
  const plus = (present: readonly number[], others: readonly number[]) =>
    present.map((count, index) => count + (others[index] ?? 0))
  const total = (counts: readonly number[]) => counts.reduce((sum, one) => sum + one, 0)
  return {
    codes: [...found.codes],
    flows: found.counts.flatMap((line, from) =>
      line.flatMap((count, to) => (count > 0 ? [{ from, to, count }] : [])),
    ),
    before: plus(found.from, found.exits),
    after: plus(found.to, found.entries),
    entries: total(found.entries),
    exits: total(found.exits),
    present: found.present,
    moved: found.movers.length,
    movers: movers.map((row) => ({
      hcpId: dataset.hcpIds[row] ?? '',
      from: placeOf(before, row),
      to: placeOf(after, row),
      value: Number.isNaN(valueOf(row)) ? null : valueOf(row),
    })),
  }
}
