/** Stages in order: from the first contact to the advocate. */
export const funnelStages = ['suspect', 'lead', 'prospect', 'occasional', 'regular', 'advocate'] as const
export type FunnelStage = (typeof funnelStages)[number]

/** Clients are the last three. */
export const firstClientStage = funnelStages.indexOf('occasional')

/** Entry condition of each stage, as one column: 1 = the customer meets it. */
export type StageEntries = Readonly<Partial<Record<FunnelStage, Uint8Array>>>

/**
 * The stage of each customer: the furthest whose entry condition holds; −1 = none. A customer may enter far without having
 * passed by the stages before.
 */
export function funnelOf(entries: StageEntries, customers: number): Int8Array {
  const stages = new Int8Array(customers).fill(-1)
  funnelStages.forEach((stage, index) => {
    entries[stage]?.forEach((holds, row) => {
      if (holds === 1 && row < customers) stages[row] = index
    })
  })
  return stages
}

export type FunnelCounts = {
  /** Customers at each stage. */
  readonly counts: readonly number[]
  /** Customers at each stage or further. */
  readonly reached: readonly number[]
  /** reached ÷ reached of the stage before, NaN on the first stage or a denominator of 0. */
  readonly conversion: readonly number[]
}

export function funnelCounts(stages: Int8Array): FunnelCounts {
  const counts = funnelStages.map(() => 0)
  for (const stage of stages) if (stage >= 0) counts[stage] = (counts[stage] ?? 0) + 1
  const reached = counts.map((_, from) => counts.slice(from).reduce((sum, one) => sum + one, 0))
  const conversion = reached.map((count, index) => {
    const before = reached[index - 1] ?? 0
    return before > 0 ? count / before : Number.NaN
  })
  return { counts, reached, conversion }
}

export type FunnelMoves = {
  /** counts[i][j]: customers at i before and j now. */
  readonly counts: readonly (readonly number[])[]
  readonly forward: number
  readonly back: number
  readonly entries: number
  readonly exits: number
  /** Clients before, and those of them who are clients no more. */
  readonly clients: number
  readonly lostClients: number
  /** lostClients ÷ clients; NaN without a client before. */
  readonly attrition: number
}

/** What became of each customer between two cycles; rows are the same customers on both sides, else a RangeError. */
export function funnelMoves(before: Int8Array, now: Int8Array): FunnelMoves {
  if (before.length !== now.length) throw new RangeError('the two sides have not the same customers')
  const counts = funnelStages.map(() => funnelStages.map(() => 0))
  const totals = { forward: 0, back: 0, entries: 0, exits: 0, clients: 0, lostClients: 0 }
  before.forEach((from, row) => {
    const to = now[row] ?? -1
    const line = counts[from]
    if (line && to >= 0) line[to] = (line[to] ?? 0) + 1
    if (from >= 0 && to > from) totals.forward += 1
    if (to >= 0 && to < from) totals.back += 1
    if (from < 0 && to >= 0) totals.entries += 1
    if (from >= 0 && to < 0) totals.exits += 1
    if (from >= firstClientStage) {
      totals.clients += 1
      if (to < firstClientStage) totals.lostClients += 1
    }
  })
  const attrition = totals.clients > 0 ? totals.lostClients / totals.clients : Number.NaN
  return { counts, ...totals, attrition }
}
