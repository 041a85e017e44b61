import { cycleStateSchema, type CycleOptions, type CycleState } from '#src/contracts/cycles.ts'
import type { Tx } from '../platform/transaction.ts'
import { lastDayOf, toDay, toDayOrNull } from './days.ts'

export type CycleHead = {
  id: string
  name: string
  state: CycleState
  referenceDay: string | null
  qualificationEndsOn: string | null
  engagementStartsOn: string | null
  engagementEndsOn: string | null
  runStartsOn: string | null
  runEndsOn: string | null
  networks: { id: string; name: string }[]
  /** When each state was last left, by state. */
  leftOn: Partial<Record<CycleState, string>>
  /** Figures as they stood when a state was last left, by state. */
  leftWith: Partial<Record<CycleState, unknown>>
}

const select = {
  id: true,
  name: true,
  state: true,
  referenceDay: true,
  qualificationEndsBefore: true,
  engagementStartsOn: true,
  engagementEndsBefore: true,
  runStartsOn: true,
  runEndsBefore: true,
} as const

/** Cycles with the day each state was left, the latest run first; one of them when an id is given. */
export async function listCycleHeads(tx: Tx, labId: string, cycleId?: string): Promise<CycleHead[]> {
  const rows = await tx.cycle.findMany({
    where: { labId, isTemplate: false, ...(cycleId && { id: cycleId }) },
    select,
    orderBy: [{ runStartsOn: { sort: 'desc', nulls: 'first' } }, { createdAt: 'desc' }],
  })
  const cycleIds = rows.map(({ id }) => id)
  const networks = await tx.$queryRaw<{ cycle_id: string; id: string; name: string }[]>`
    SELECT cn.cycle_id, n.id, n.name FROM cycle_network cn
    JOIN network n ON n.lab_id = ${labId}::uuid AND n.id = cn.network_id
    WHERE cn.lab_id = ${labId}::uuid AND cn.cycle_id = ANY(${cycleIds}::uuid[]) ORDER BY n.name`
  const transitions = await tx.cycleTransition.findMany({
    where: { labId, cycleId: { in: cycleIds } },
    select: { cycleId: true, fromState: true, toState: true, at: true, checklist: true },
    orderBy: { at: 'asc' },
  })
  return rows.map((row) => {
    const left = transitions.filter(
      ({ cycleId: owner, fromState, toState }) => owner === row.id && fromState !== toState,
    )
    const states = (value: (one: (typeof left)[number]) => unknown) =>
      Object.fromEntries(left.flatMap((one) => (one.fromState ? [[one.fromState, value(one)]] : [])))
    return {
      id: row.id,
      name: row.name,
      state: cycleStateSchema.parse(row.state),
      referenceDay: toDayOrNull(row.referenceDay),
      qualificationEndsOn: lastDayOf(row.qualificationEndsBefore),
      engagementStartsOn: toDayOrNull(row.engagementStartsOn),
      engagementEndsOn: lastDayOf(row.engagementEndsBefore),
      runStartsOn: toDayOrNull(row.runStartsOn),
      runEndsOn: lastDayOf(row.runEndsBefore),
      networks: networks.filter((one) => one.cycle_id === row.id).map(({ id, name }) => ({ id, name })),
      leftOn: states(({ at }) => toDay(at)) as CycleHead['leftOn'],
      leftWith: states(({ checklist }) => checklist),
    }
  })
}

const named = { id: true, code: true, name: true } as const

/** What a new cycle may be made of. */
export async function listCycleOptions(tx: Tx, labId: string): Promise<CycleOptions> {
  const networks = await tx.network.findMany({ where: { labId }, select: named, orderBy: { name: 'asc' } })
  const products = await tx.product.findMany({
    where: { labId, active: true },
    select: named,
    orderBy: { name: 'asc' },
  })
  const channels = await tx.channel.findMany({
    where: { labId, active: true },
    select: { ...named, kind: true },
    orderBy: { name: 'asc' },
  })
  const sources = await tx.source.findMany({
    where: { labId },
    select: { code: true, label: true, kind: true },
    orderBy: { label: 'asc' },
  })
  return { networks, products, channels, sources }
}
