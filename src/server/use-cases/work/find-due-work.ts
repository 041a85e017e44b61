import { clock } from '../../platform/clock.ts'
import type { JobPayload } from '../../platform/queue.ts'
import { actorless } from '../../platform/transaction.ts'
import { waitingImports } from '../../repositories/import-repository.ts'
import { listAllLabs, waitingRuns } from '../../repositories/work-repository.ts'

const patienceMs = 60_000

/** Long work of every lab that waits for a worker although nothing wakes one any more. */
export async function findDueWork(): Promise<JobPayload[]> {
  const due: JobPayload[] = []
  const before = new Date(clock.now().getTime() - patienceMs)
  for (const { id: labId } of await listAllLabs()) {
    const runs = await actorless({ labId }, async (tx) => ({
      value: await waitingRuns(tx, labId, before),
      audit: null,
    }))
    due.push(...runs.map(({ id, kind, memberId }) => ({ labId, memberId, kind, id })))
    const imports = await actorless({ labId }, async (tx) => ({
      value: await waitingImports(tx, labId, before),
      audit: null,
    }))
    due.push(...imports.map(({ id, memberId }) => ({ labId, memberId, kind: 'import', id })))
  }
  return due
}
