import type { ScopeFilter } from '#src/contracts/actor.ts'
import type { CycleDto, CycleSettings, CycleState, CycleWindow } from '#src/contracts/cycles.ts'
import { cycleStateSchema } from '#src/contracts/cycles.ts'
import type { Prisma } from '#src/generated/prisma/client.ts'
import type { Tx } from '../platform/transaction.ts'
import { endsBeforeOf, lastDayOf, toDate, toDateOrNull, toDay, toDayOrNull } from './days.ts'

const parts = {
  cycleNetworks: { orderBy: { networkId: 'asc' } },
  cycleChannels: { orderBy: { channelId: 'asc' } },
} as const satisfies Prisma.CycleInclude

type CycleRow = Prisma.CycleGetPayload<{ include: typeof parts }>
type ProductRow = { networkId: string; productId: string; rank: number; objective: string | null }

const windowOf = (startsOn: Date | null, endsBefore: Date | null): CycleWindow | null => {
  const endsOn = lastDayOf(endsBefore)
  return startsOn && endsOn ? { startsOn: toDay(startsOn), endsOn } : null
}

const stateOf = (text: string): CycleState => cycleStateSchema.parse(text)

const cycleOf = (row: CycleRow, products: readonly ProductRow[]): CycleDto => ({
  id: row.id,
  name: row.name,
  state: stateOf(row.state),
  version: row.version,
  copiedFromId: row.copiedFromId,
  referenceDay: toDayOrNull(row.referenceDay),
  qualification: windowOf(row.qualificationStartsOn, row.qualificationEndsBefore),
  engagement: windowOf(row.engagementStartsOn, row.engagementEndsBefore),
  run: windowOf(row.runStartsOn, row.runEndsBefore),
  graceDays: row.graceDays,
  networkIds: row.cycleNetworks.map(({ networkId }) => networkId),
  products: products.map(({ networkId, productId, rank, objective }) => ({
    networkId,
    productId,
    rank,
    objective,
  })),
  channels: row.cycleChannels.map(({ channelId, weightMilli, loadMilli, unitCostCents }) => ({
    channelId,
    weightMilli,
    loadMilli,
    unitCostCents,
  })),
})

export async function findCycle(tx: Tx, labId: string, cycleId: string): Promise<CycleDto | null> {
  const row = await tx.cycle.findUnique({
    where: { labId_id: { labId, id: cycleId } },
    include: parts,
  })
  if (!row) return null
  const products = await tx.cycleProduct.findMany({
    where: { labId, cycleId },
    orderBy: [{ networkId: 'asc' }, { rank: 'asc' }, { productId: 'asc' }],
  })
  return cycleOf(row, products)
}

/** The cycle under its lock: nobody else changes its state or settings until this transaction ends. */
export async function lockCycle(tx: Tx, labId: string, cycleId: string): Promise<CycleDto | null> {
  await tx.$queryRaw`SELECT id FROM cycle WHERE lab_id = ${labId}::uuid AND id = ${cycleId}::uuid FOR UPDATE`
  return findCycle(tx, labId, cycleId)
}

const columnsOf = (settings: CycleSettings) => ({
  name: settings.name,
  referenceDay: toDateOrNull(settings.referenceDay),
  qualificationStartsOn: toDateOrNull(settings.qualification?.startsOn),
  qualificationEndsBefore: endsBeforeOf(settings.qualification?.endsOn),
  engagementStartsOn: toDateOrNull(settings.engagement?.startsOn),
  engagementEndsBefore: endsBeforeOf(settings.engagement?.endsOn),
  runStartsOn: toDateOrNull(settings.run?.startsOn),
  runEndsBefore: endsBeforeOf(settings.run?.endsOn),
  graceDays: settings.graceDays,
})

export async function insertCycle(
  tx: Tx,
  labId: string,
  memberId: string,
  settings: CycleSettings,
  copiedFromId: string | null,
): Promise<string> {
  const { id } = await tx.cycle.create({
    data: { labId, ...columnsOf(settings), copiedFromId, createdBy: memberId },
    select: { id: true },
  })
  await replaceParts(tx, labId, memberId, id, settings)
  return id
}

/** Writes the settings over the version that was locked; its networks, products and channels are replaced. */
export async function updateCycle(
  tx: Tx,
  labId: string,
  memberId: string,
  cycleId: string,
  settings: CycleSettings,
): Promise<void> {
  await tx.cycle.update({
    where: { labId_id: { labId, id: cycleId } },
    data: { ...columnsOf(settings), version: { increment: 1 } },
  })
  await replaceParts(tx, labId, memberId, cycleId, settings)
}

async function replaceParts(
  tx: Tx,
  labId: string,
  memberId: string,
  cycleId: string,
  settings: CycleSettings,
): Promise<void> {
  const own = { labId, cycleId, createdBy: memberId }
  const run = columnsOf(settings)
  const { runStartsOn, runEndsBefore } = run
  await tx.cycleProduct.deleteMany({ where: { labId, cycleId } })
  await tx.cycleChannel.deleteMany({ where: { labId, cycleId } })
  await tx.cycleNetwork.deleteMany({
    where: { labId, cycleId, networkId: { notIn: settings.networkIds } },
  })
  await tx.cycleNetwork.createMany({
    data: settings.networkIds.map((networkId) => ({ ...own, networkId })),
    skipDuplicates: true,
  })
  await tx.cycleNetwork.updateMany({ where: { labId, cycleId }, data: { runStartsOn, runEndsBefore } })
  await tx.cycleChannel.createMany({ data: settings.channels.map((channel) => ({ ...own, ...channel })) })
  await tx.cycleProduct.createMany({ data: settings.products.map((product) => ({ ...own, ...product })) })
}

export async function setCycleState(
  tx: Tx,
  labId: string,
  cycleId: string,
  state: CycleState,
): Promise<void> {
  await tx.cycle.update({
    where: { labId_id: { labId, id: cycleId } },
    data: { state, version: { increment: 1 } },
  })
}

/** From publication on, the run holds its networks' days. */
export async function markPublished(tx: Tx, labId: string, cycleId: string): Promise<void> {
  await tx.cycleNetwork.updateMany({ where: { labId, cycleId }, data: { published: true } })
}

export const findCycleByName = (tx: Tx, labId: string, name: string) =>
  tx.cycle.findUnique({ where: { labId_name: { labId, name } }, select: { id: true } })

export type RunOverlap = { network: string; cycle: string; startsOn: string; endsOn: string }

/** Published runs of the same networks that share a day with this run. */
export async function findRunOverlaps(
  tx: Tx,
  labId: string,
  cycleId: string | null,
  networkIds: readonly string[],
  run: CycleWindow,
): Promise<RunOverlap[]> {
  const rows = await tx.$queryRaw<{ network: string; cycle: string; starts_on: Date; ends_before: Date }[]>`
    SELECT n.name AS network, c.name AS cycle, cn.run_starts_on AS starts_on, cn.run_ends_before AS ends_before
    FROM cycle_network cn
    JOIN network n ON n.lab_id = ${labId}::uuid AND n.id = cn.network_id
    JOIN cycle c ON c.lab_id = ${labId}::uuid AND c.id = cn.cycle_id
    WHERE cn.lab_id = ${labId}::uuid AND cn.published AND cn.cycle_id IS DISTINCT FROM ${cycleId}::uuid
      AND cn.network_id = ANY(${[...networkIds]}::uuid[])
      AND cn.run_starts_on <= ${run.endsOn}::date AND cn.run_ends_before > ${run.startsOn}::date
    ORDER BY n.name, cn.run_starts_on`
  return rows.map((row) => ({
    network: row.network,
    cycle: row.cycle,
    startsOn: toDay(row.starts_on),
    endsOn: lastDayOf(row.ends_before) ?? '',
  }))
}

/** Cycles whose day has come: an engagement whose run begins, a run that has ended. */
export async function findDueCycles(
  tx: Tx,
  labId: string,
  today: string,
): Promise<{ id: string; to: 'RUNNING' | 'CLOSED' }[]> {
  const day = toDate(today)
  const rows = await tx.cycle.findMany({
    where: {
      labId,
      OR: [
        { state: 'ENGAGEMENT', runStartsOn: { lte: day } },
        { state: 'RUNNING', runEndsBefore: { lte: day } },
      ],
    },
    select: { id: true, state: true },
    orderBy: { runStartsOn: 'asc' },
  })
  return rows.map(({ id, state }) => ({ id, to: state === 'ENGAGEMENT' ? 'RUNNING' : 'CLOSED' }))
}

/** Cycles in a state, the one whose qualification ends first before the others. */
export async function findCyclesInState(tx: Tx, labId: string, state: CycleState): Promise<string[]> {
  const rows = await tx.cycle.findMany({
    where: { labId, state, isTemplate: false },
    select: { id: true },
    orderBy: [{ qualificationEndsBefore: { sort: 'asc', nulls: 'last' } }, { id: 'asc' }],
  })
  return rows.map(({ id }) => id)
}

export type CycleSector = { id: string; code: string; name: string; regionId: string; region: string }

/** The sectors of the networks on a day, inside a scope, by region. */
export async function listCycleSectors(
  tx: Tx,
  labId: string,
  networkIds: readonly string[],
  day: string,
  scope: ScopeFilter,
): Promise<CycleSector[]> {
  const within = scope.kind === 'lab' ? null : [...scope.sectorIds]
  return tx.$queryRaw<CycleSector[]>`
    SELECT s.id, s.code, s.name, r.id AS "regionId", r.name AS region FROM sector s
    JOIN region r ON r.lab_id = ${labId}::uuid AND r.id = s.region_id
    WHERE s.lab_id = ${labId}::uuid AND s.network_id = ANY(${[...networkIds]}::uuid[])
      AND s.starts_on <= ${day}::date AND (s.ends_before IS NULL OR s.ends_before > ${day}::date)
      AND (${within}::uuid[] IS NULL OR s.id = ANY(${within}::uuid[]))
    ORDER BY r.name, s.code`
}
