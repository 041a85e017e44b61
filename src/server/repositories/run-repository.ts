import type { SegmentationRun } from '#src/contracts/segmentation.ts'
import type { Prisma } from '#src/generated/prisma/client.ts'
import type { Tx } from '../platform/tx.ts'

type Failure = { reason: string; params: Record<string, string | number> }

export type OfficialRunRow = SegmentationRun & {
  cycleId: string
  configurationHash: string
  datasetHash: string | null
  resultHash: string | null
}

const select = {
  id: true,
  cycleId: true,
  state: true,
  done: true,
  total: true,
  error: true,
  configurationHash: true,
  datasetHash: true,
  resultHash: true,
  createdAt: true,
  endedAt: true,
  member: { select: { displayName: true } },
} as const satisfies Prisma.RunSelect

type Row = Prisma.RunGetPayload<{ select: typeof select }>

function failureOf(error: string | null): Failure | null {
  if (error === null) return null
  const { reason, params } = JSON.parse(error) as Failure
  return { reason, params }
}

const rowOf = (row: Row): OfficialRunRow => ({
  id: row.id,
  cycleId: row.cycleId,
  // Held by a CHECK of the database.
  state: row.state as SegmentationRun['state'],
  done: row.done,
  total: row.total,
  askedAt: row.createdAt.toISOString(),
  endedAt: row.endedAt?.toISOString() ?? null,
  by: row.member?.displayName ?? null,
  error: failureOf(row.error),
  configurationHash: row.configurationHash,
  datasetHash: row.datasetHash,
  resultHash: row.resultHash,
})

export const segmentationRunDto = (row: OfficialRunRow): SegmentationRun => ({
  id: row.id,
  state: row.state,
  done: row.done,
  total: row.total,
  askedAt: row.askedAt,
  endedAt: row.endedAt,
  by: row.by,
  error: row.error,
})

export async function insertOfficialRun(
  tx: Tx,
  labId: string,
  run: {
    cycleId: string
    configurationHash: string
    configurationDraftId: string
    memberId: string
    engineVersion: string
    at: Date
  },
): Promise<OfficialRunRow> {
  const { at, ...columns } = run
  const row = await tx.run.create({
    data: { labId, kind: 'OFFICIAL', ...columns, createdBy: run.memberId, createdAt: at },
    select,
  })
  return rowOf(row)
}

export async function findRun(
  tx: Tx,
  labId: string,
  id: string,
  options: { lock?: boolean } = {},
): Promise<OfficialRunRow | null> {
  if (options.lock)
    await tx.$queryRaw`SELECT id FROM run WHERE lab_id = ${labId}::uuid AND id = ${id}::uuid FOR NO KEY UPDATE`
  const row = await tx.run.findFirst({ where: { labId, id, kind: 'OFFICIAL' }, select })
  return row && rowOf(row)
}

/** The latest official run of a cycle, whatever became of it; only those that ended well with `done`. */
export async function findLatestRun(
  tx: Tx,
  labId: string,
  cycleId: string,
  options: { done?: boolean } = {},
): Promise<OfficialRunRow | null> {
  const row = await tx.run.findFirst({
    where: { labId, cycleId, kind: 'OFFICIAL', ...(options.done && { state: 'DONE' }) },
    select,
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  })
  return row && rowOf(row)
}

/** The run that the latest publication of a cycle was made from; null before publication. */
export async function findPublishedRun(
  tx: Tx,
  labId: string,
  cycleId: string,
): Promise<OfficialRunRow | null> {
  const publication = await tx.publication.findFirst({
    where: { labId, cycleId },
    select: { runId: true },
    orderBy: { number: 'desc' },
  })
  return publication && findRun(tx, labId, publication.runId)
}

export async function updateRun(
  tx: Tx,
  labId: string,
  id: string,
  change: {
    state?: SegmentationRun['state']
    done?: number
    total?: number
    startedAt?: Date
    endedAt?: Date
    datasetHash?: string
    resultHash?: string
    summary?: Prisma.InputJsonObject
    failure?: Failure
  },
): Promise<void> {
  const { failure, ...columns } = change
  await tx.run.update({
    where: { labId_id: { labId, id } },
    data: { ...columns, ...(failure && { error: JSON.stringify(failure) }), version: { increment: 1 } },
    select: { id: true },
  })
}
