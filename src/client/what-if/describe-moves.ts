import { difference, type Dataset, type Partition } from '#src/engine/index.ts'
import type { Moves } from './what-if-types.ts'

const mostMovers = 200

/** Who changes place between two partitions of the same hcps, those highest on an axis first. */
export function describeMoves(
  dataset: Dataset,
  before: Partition,
  after: Partition,
  values: Float64Array | undefined,
): Moves {
  const found = difference(before, after)
  const valueOf = (row: number) => values?.[row] ?? NaN
  const rank = (row: number) => (Number.isNaN(valueOf(row)) ? -Infinity : valueOf(row))
  const movers = Array.from(found.movers)
    .sort((one, other) => rank(other) - rank(one) || one - other)
    .slice(0, mostMovers)
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
