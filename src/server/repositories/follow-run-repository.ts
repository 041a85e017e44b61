import type { Prisma } from '#src/generated/prisma/client.ts'
import type { Tx } from '../platform/transaction.ts'

export type FollowRun = {
  id: string
  cycleId: string
  state: 'QUEUED' | 'RUNNING' | 'DONE' | 'FAILED' | 'CANCELLED'
  done: number
  total: number
  askedAt: string
  startedAt: string | null
  endedAt: string | null
}

const select = {
  id: true,
  cycleId: true,
  state: true,
  done: true,
  total: true,
  createdAt: true,
  startedAt: true,
  endedAt: true,
} as const satisfies Prisma.RunSelect
type Row = Prisma.RunGetPayload<{ select: typeof select }>

const runOf = ({ createdAt, startedAt, endedAt, state, ...row }: Row): FollowRun => ({
  ...row,
  state: state as FollowRun['state'],
  askedAt: createdAt.toISOString(),
  startedAt: startedAt?.toISOString() ?? null,
  endedAt: endedAt?.toISOString() ?? null,
})

export async function insertFollowRun(
  tx: Tx,
  labId: string,
  run: {
    cycleId: string
    configurationHash: string
    memberId: string | null
    engineVersion: string
    at: Date
  },
): Promise<string> {
  const { at, ...columns } = run
  const { id } = await tx.run.create({
    data: { labId, kind: 'FOLLOW', ...columns, createdAt: at, createdBy: run.memberId },
    select: { id: true },
  })
  return id
}

/** A run that has not begun to read, held until this transaction ends: what is written now, it will see. */
export async function lockQueuedFollowRun(tx: Tx, labId: string, cycleId: string): Promise<boolean> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT r.id FROM run r WHERE r.lab_id = ${labId}::uuid AND r.cycle_id = ${cycleId}::uuid
      AND r.kind = 'FOLLOW' AND r.state = 'QUEUED' FOR UPDATE`
  return rows.length > 0
}

export async function findFollowRun(
  tx: Tx,
  labId: string,
  id: string,
  options: { lock?: boolean } = {},
): Promise<FollowRun | null> {
  if (options.lock)
    await tx.$queryRaw`SELECT id FROM run WHERE lab_id = ${labId}::uuid AND id = ${id}::uuid FOR UPDATE`
  const row = await tx.run.findFirst({ where: { labId, id, kind: 'FOLLOW' }, select })
  return row && runOf(row)
}

/** The latest computation of a cycle, asked, at work or ended. */
export async function findLatestFollowRun(tx: Tx, labId: string, cycleId: string): Promise<FollowRun | null> {
  const row = await tx.run.findFirst({
    where: { labId, cycleId, kind: 'FOLLOW' },
    select,
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  })
  return row && runOf(row)
}

export async function updateFollowRun(
  tx: Tx,
  labId: string,
  id: string,
  change: Prisma.RunUncheckedUpdateInput,
): Promise<void> {
  await tx.run.update({
    where: { labId_id: { labId, id } },
    data: { ...change, version: { increment: 1 } },
    select: { id: true },
  })
}

/** Somebody of head office, in whose name the nightly work of a lab is queued; null = nobody is there. */
export async function findDutyMember(tx: Tx, labId: string, today: string): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    SELECT m.id FROM member m WHERE m.lab_id = ${labId}::uuid AND m.role IN ('HQ', 'ADMIN') AND m.starts_on <= ${today}::date
      AND (m.ends_before IS NULL OR m.ends_before > ${today}::date)
    ORDER BY m.read_only, m.role DESC, m.id LIMIT 1`
  return row?.id ?? null
}
