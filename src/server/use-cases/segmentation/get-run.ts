import type { Actor } from '#src/contracts/actor.ts'
import type { SegmentationRun } from '#src/contracts/segmentation.ts'
import { notFound } from '#src/lib/app-error.ts'
import { assertCan } from '#src/policy/assert-can.ts'
import { read } from '../../platform/transaction.ts'
import { findCycle } from '../../repositories/cycle-repository.ts'
import { findLatestRun, segmentationRunDto } from '../../repositories/run-repository.ts'

export const getRun = (actor: Actor, cycleId: string): Promise<{ run: SegmentationRun | null }> =>
  read(actor, async (tx) => {
    const cycle = await findCycle(tx, actor.labId, cycleId)
    if (!cycle) throw notFound()
    assertCan(actor, 'runs.read', { labId: actor.labId })
    const run = await findLatestRun(tx, actor.labId, cycleId)
    return { run: run && segmentationRunDto(run) }
  })
