import type { PublicationRun } from '#src/contracts/targeting.ts'
import type { Tx } from '../platform/tx.ts'

export type PublicationRunRow = PublicationRun & {
  cycleId: string
  configurationHash: string
  /** The official run that is published. */
  officialRunId: string
}

type Failure = { reason: string; params: Record<string, string | number> }

const select = {
  id: true,
  cycleId: true,
  state: true,
  done: true,
  total: true,
  error: true,
  summary: true,
  configurationHash: true,
  createdAt: true,
} as const

function failureOf(error: string | null): Failure | null {
  if (error === null) return null
  const { reason, params } = JSON.parse(error) as Failure
  return { reason, params }
}

type Stored = {
  id: string
  cycleId: string
  state: string
  done: number
  total: number
  error: string | null
  summary: unknown
  configurationHash: string
  createdAt: Date
}

const rowOf = (row: Stored): PublicationRunRow => ({
  id: row.id,
  cycleId: row.cycleId,
  // Held by a CHECK of the database.
  state: row.state as PublicationRun['state'],
  done: row.done,
  total: row.total,
  error: failureOf(row.error),
  at: row.createdAt.toISOString(),
  configurationHash: row.configurationHash,
  officialRunId: (row.summary as { officialRunId: string }).officialRunId,
})

export const publicationRunDto = ({ id, state, done, total, error, at }: PublicationRun): PublicationRun => ({
  id,
  state,
  done,
  total,
  error,
  at,
})

export async function insertPublicationRun(
  tx: Tx,
  labId: string,
  run: {
    cycleId: string
    configurationHash: string
    configurationDraftId: string
    memberId: string
    officialRunId: string
    engineVersion: string
    at: Date
  },
): Promise<PublicationRunRow> {
  const { officialRunId, at, ...columns } = run
  const row = await tx.run.create({
    data: {
      labId,
      kind: 'PUBLICATION',
      ...columns,
      summary: { officialRunId },
      createdBy: run.memberId,
      createdAt: at,
    },
    select,
  })
  return rowOf(row)
}

export async function findPublicationRun(
  tx: Tx,
  labId: string,
  id: string,
  options: { lock?: boolean } = {},
): Promise<PublicationRunRow | null> {
  if (options.lock)
    await tx.$queryRaw`SELECT id FROM run WHERE lab_id = ${labId}::uuid AND id = ${id}::uuid FOR UPDATE`
  const row = await tx.run.findFirst({ where: { labId, id, kind: 'PUBLICATION' }, select })
  return row && rowOf(row)
}

/** The latest publication asked of a cycle. */
export async function findLatestPublicationRun(
  tx: Tx,
  labId: string,
  cycleId: string,
): Promise<PublicationRunRow | null> {
  const row = await tx.run.findFirst({
    where: { labId, cycleId, kind: 'PUBLICATION' },
    select,
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  })
  return row && rowOf(row)
}

export async function updatePublicationRun(
  tx: Tx,
  labId: string,
  id: string,
  change: {
    state?: PublicationRun['state']
    done?: number
    total?: number
    startedAt?: Date
    endedAt?: Date
    resultHash?: string
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
