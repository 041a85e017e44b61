import { engineVersion } from '#src/engine/index.ts'
import { clock } from '../../../platform/clock.ts'
import { enqueue } from '../../../platform/queue.ts'
import type { Tx } from '../../../platform/transaction.ts'
import { findCycle } from '../../../repositories/cycle-repository.ts'
import { listFollowedCycles } from '../../../repositories/follow-cycle-repository.ts'
import { insertFollowRun, lockQueuedFollowRun } from '../../../repositories/follow-run-repository.ts'
import { findLab } from '../../../repositories/lab-repository.ts'
import { configurationInForce, freezeDocument } from '../../cycles/steps/configuration.ts'

/**
 * Asks the worker for the figures of every followed cycle of these networks: what to call, in the same transaction, when
 * calls, watermarks or plans that figures know have changed. One that waits already will do. Answers the runs asked.
 */
export async function askFollowUp(
  tx: Tx,
  by: { labId: string; memberId: string },
  networkIds: readonly string[],
): Promise<string[]> {
  const { labId, memberId } = by
  const lab = await findLab(tx, labId)
  const today = clock.today(lab?.timeZone ?? 'Europe/Paris')
  const asked: string[] = []
  for (const { id: cycleId } of await listFollowedCycles(tx, labId, today, networkIds)) {
    if (await lockQueuedFollowRun(tx, labId, cycleId)) continue
    const cycle = await findCycle(tx, labId, cycleId)
    if (!cycle) continue
    const { hash, document } = await configurationInForce(tx, labId, cycle)
    const id = await insertFollowRun(tx, labId, {
      cycleId,
      configurationHash: hash ?? (await freezeDocument(tx, by, document)),
      memberId,
      engineVersion: String(engineVersion),
      at: clock.now(),
    })
    await enqueue(tx, 'work', { labId, memberId, kind: 'FOLLOW', id })
    asked.push(id)
  }
  return asked
}
