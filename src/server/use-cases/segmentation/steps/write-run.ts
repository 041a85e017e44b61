import type { Actor } from '#src/contracts/actor.ts'
import type { Configuration } from '#src/contracts/cycle-configuration.ts'
import { unqualifiedSegment } from '#src/engine/index.ts'
import { notFound, refused } from '#src/lib/app-error.ts'
import { clock } from '../../../platform/clock.ts'
import { command } from '../../../platform/transaction.ts'
import { lockCycle } from '../../../repositories/cycle-repository.ts'
import { insertDataset } from '../../../repositories/dataset-repository.ts'
import { insertRunAxes } from '../../../repositories/run-column-repository.ts'
import { findRun, updateRun, type OfficialRunRow } from '../../../repositories/run-repository.ts'
import { insertAssignments, saveCycleSegments } from '../../../repositories/segment-assignment-repository.ts'
import { loadWorkingConfiguration } from '../../cycles/steps/configuration.ts'
import { sameSegmentation } from './assert-segmentation-runs.ts'
import { assignmentsOf, configuredSegments } from './assignments.ts'
import { resultHashes, type Computed } from './compute-segmentations.ts'
import type { FrozenDataset } from './dataset-body.ts'
import { sourceStamp, type DatasetSource } from './read-source.ts'

const batch = 10_000

export type RunToWrite = {
  run: OfficialRunRow
  document: Configuration
  source: DatasetSource
  frozen: FrozenDataset
  rows: number
  computed: readonly Computed[]
  /** Told outside of this transaction, so that others see it. */
  onProgress: (done: number) => Promise<void>
}

function summaryOf(computed: readonly Computed[], hashes: readonly string[]) {
  return computed.map(({ code, result }, index) => ({
    code,
    resultHash: hashes[index] ?? '',
    universe: result.universeCount,
    excluded: result.excluded.count,
    segments: result.segmentCodes.map((segment, place) => ({
      code: segment,
      count: result.segmentTallies[place]?.count ?? 0,
    })),
    unqualified: result.segmentTallies[result.segmentCodes.indexOf(unqualifiedSegment)]?.count ?? 0,
  }))
}

/**
 * Writes an official run in one transaction, under the lock of its cycle. Refused when the cycle left its step, or when
 * the configuration, an answer or an hcp moved since they were read. A run that was cancelled meanwhile writes nothing.
 */
export function writeRun(actor: Actor, given: RunToWrite): Promise<void> {
  const { labId, memberId } = actor
  const { run, document, source, frozen, computed } = given
  const hashes = resultHashes(computed)
  return command(actor, async (tx) => {
    const cycle = await lockCycle(tx, labId, run.cycleId)
    if (!cycle) throw notFound()
    const state = (await findRun(tx, labId, run.id))?.state
    if (state !== 'RUNNING') return { value: undefined, audit: null }
    if (cycle.state !== 'SEGMENTATION') throw refused('segmentation-not-in-step', { state: cycle.state })
    const working = await loadWorkingConfiguration(tx, labId, cycle.id, { lock: true })
    if (!sameSegmentation(working.document, document)) throw refused('segmentation-configuration-moved')
    if ((await sourceStamp(tx, labId, cycle, document)) !== source.stamp)
      throw refused('segmentation-answers-moved')

    const { asOf, specification } = source
    await insertDataset(
      tx,
      labId,
      memberId,
      {
        hash: frozen.hash,
        cycleId: cycle.id,
        asOf,
        referenceDay: source.input.referenceDay,
        rows: given.rows,
        specification,
      },
      frozen.columns,
    )
    await insertRunAxes(
      tx,
      labId,
      memberId,
      run.id,
      computed.flatMap(({ code, result }) =>
        result.axes.map((axis) => ({ segmentation: code, axis: axis.code, values: axis.values })),
      ),
    )
    let done = 0
    for (const { code, dataset, result } of computed) {
      const segmentation = document.segmentations.find((one) => one.code === code)
      if (!segmentation) continue
      const segments = configuredSegments(segmentation)
      const ids = await saveCycleSegments(tx, labId, memberId, cycle.id, code, segments)
      const { outcomes, hcpIds, outcomeOf } = assignmentsOf(result, segmentation, dataset.hcpIds, ids)
      for (let start = 0; start < hcpIds.length; start += batch) {
        const end = start + batch
        const which = { id: run.id, memberId, segmentation: code }
        await insertAssignments(
          tx,
          labId,
          which,
          outcomes,
          hcpIds.slice(start, end),
          outcomeOf.slice(start, end),
        )
        done += Math.min(end, hcpIds.length) - start
        await given.onProgress(done)
      }
    }
    await updateRun(tx, labId, run.id, {
      state: 'DONE',
      done,
      endedAt: clock.now(),
      datasetHash: frozen.hash,
      resultHash: hashes.all,
      summary: { hcps: given.rows, segmentations: summaryOf(computed, hashes.each) },
    })
    return {
      value: undefined,
      audit: {
        action: 'segmentation.run',
        subject: { kind: 'cycle', id: cycle.id },
        change: { run: run.id, dataset: frozen.hash, result: hashes.all, hcps: done },
      },
    }
  })
}
