import type { Actor } from '#src/contracts/actor.ts'
import type { SegmentationRun } from '#src/contracts/segmentation.ts'
import { notFound } from '#src/lib/app-error.ts'
import { assertCan } from '#src/policy/assert-can.ts'
import { clock } from '../../platform/clock.ts'
import { command } from '../../platform/transaction.ts'
import { lockCycle } from '../../repositories/cycle-repository.ts'
import { findLatestRun, findRun, segmentationRunDto, updateRun } from '../../repositories/run-repository.ts'

/** Interrupts the official run that waits or computes; one that has ended stays as it is. */
export function cancelRun(
  actor: Actor,
  input: { id: string; commandId: string },
): Promise<{ run: SegmentationRun | null }> {
  const { labId } = actor
  return command(
    actor,
    async (tx) => {
      const cycle = await lockCycle(tx, labId, input.id)
      if (!cycle) throw notFound()
      assertCan(actor, 'runs.start', { labId })
      const run = await findLatestRun(tx, labId, cycle.id)
      if (run?.state !== 'QUEUED' && run?.state !== 'RUNNING')
        return { value: { run: run && segmentationRunDto(run) }, audit: null }
      await updateRun(tx, labId, run.id, { state: 'CANCELLED', endedAt: clock.now() })
      const cancelled = await findRun(tx, labId, run.id)
      return {
        value: { run: cancelled && segmentationRunDto(cancelled) },
        audit: {
          action: 'segmentation.cancel-run',
          subject: { kind: 'cycle', id: cycle.id },
          change: { run: run.id },
        },
      }
    },
    { commandId: input.commandId, request: input },
  )
}
