import { prisma } from '../platform/db.ts'
import type { Tx } from '../platform/tx.ts'

export type WaitingRun = { id: string; kind: string; memberId: string }

/** Every lab, as the worker's database account may list them: it then enters one at a time. */
export const listAllLabs = () =>
  prisma('worker').lab.findMany({ select: { id: true, timeZone: true }, orderBy: { id: 'asc' } })

/** Runs asked for before `before` and not taken since: their wake was lost, or their worker died. */
export async function waitingRuns(tx: Tx, labId: string, before: Date): Promise<WaitingRun[]> {
  const rows = await tx.run.findMany({
    where: {
      labId,
      memberId: { not: null },
      OR: [
        { state: 'QUEUED', createdAt: { lt: before } },
        { state: 'RUNNING', startedAt: { lt: before } },
      ],
    },
    select: { id: true, kind: true, memberId: true },
    orderBy: { createdAt: 'asc' },
  })
  return rows.flatMap(({ id, kind, memberId }) => (memberId ? [{ id, kind, memberId }] : []))
}
