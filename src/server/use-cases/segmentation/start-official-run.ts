import type { Actor } from '#src/contracts/actor.ts'
import type { SegmentationRun } from '#src/contracts/segmentation.ts'
import { engineVersion } from '#src/engine/index.ts'
import { conflict, notFound, refused } from '#src/lib/app-error.ts'
import { assertCan } from '#src/policy/assert-can.ts'
import { clock } from '../../platform/clock.ts'
import { enqueue } from '../../platform/queue.ts'
import { command } from '../../platform/transaction.ts'
import { lockCycle } from '../../repositories/cycle-repository.ts'
import { findLatestRun, insertOfficialRun, segmentationRunDto } from '../../repositories/run-repository.ts'
import { freezeWorkingConfiguration, loadWorkingConfiguration } from '../cycles/steps/configuration.ts'
import { assertSegmentationRuns } from './steps/assert-segmentation-runs.ts'

type Input = { id: string; commandId: string; version: number }

/**
 * Asks for the official run of a cycle, of the saved configuration that the person saw: refused when its segmentation
 * was saved by somebody since. The worker does the rest.
 */
export function startOfficialRun(actor: Actor, input: Input): Promise<SegmentationRun> {
  const { labId, memberId } = actor
  return command(
    actor,
    async (tx) => {
      const cycle = await lockCycle(tx, labId, input.id)
      if (!cycle) throw notFound()
      assertCan(actor, 'runs.start', { labId })
      if (cycle.state !== 'SEGMENTATION') throw refused('segmentation-not-in-step', { state: cycle.state })
      const before = await findLatestRun(tx, labId, cycle.id)
      if (before?.state === 'QUEUED' || before?.state === 'RUNNING') throw refused('segmentation-being-run')
      const { draft, document } = await loadWorkingConfiguration(tx, labId, cycle.id, { lock: true })
      const saved = Math.max(draft.saved.universe?.version ?? 0, draft.saved.segmentations?.version ?? 0)
      if (saved > input.version) throw conflict(draft.version)
      assertSegmentationRuns(document)
      const { hash, draftId } = await freezeWorkingConfiguration(tx, actor, cycle.id)
      const run = await insertOfficialRun(tx, labId, {
        cycleId: cycle.id,
        configurationHash: hash,
        configurationDraftId: draftId,
        memberId,
        engineVersion: String(engineVersion),
        at: clock.now(),
      })
      await enqueue(tx, 'work', { labId, memberId, kind: 'OFFICIAL', id: run.id })
      return {
        value: segmentationRunDto(run),
        audit: {
          action: 'segmentation.ask-run',
          subject: { kind: 'cycle', id: cycle.id },
          change: { run: run.id, configuration: hash },
        },
      }
    },
    { commandId: input.commandId, request: input },
  )
}
