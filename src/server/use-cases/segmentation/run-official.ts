import type { Actor } from '#src/contracts/actor.ts'
import { createDataset } from '#src/engine/index.ts'
import { AppError, notFound } from '#src/lib/app-error.ts'
import { assertCan } from '#src/policy/assert-can.ts'
import { clock } from '../../platform/clock.ts'
import { refreshStatistics } from '../../platform/statistics.ts'
import { logger } from '../../platform/logger.ts'
import { command, snapshot } from '../../platform/transaction.ts'
import { findCycle } from '../../repositories/cycle-repository.ts'
import { findRun, updateRun, type OfficialRunRow } from '../../repositories/run-repository.ts'
import { loadConfiguration } from '../cycles/steps/configuration.ts'
import { computeSegmentations } from './steps/compute-segmentations.ts'
import { freezeDataset } from './steps/dataset-body.ts'
import { readSource } from './steps/read-source.ts'
import { writeRun } from './steps/write-run.ts'

type Change = Parameters<typeof updateRun>[3]

// Progress is seen by others at once: each in a transaction of its own, and nothing for the trail.
const mark = (actor: Actor, id: string, change: Change): Promise<void> =>
  command(actor, async (tx) => {
    await updateRun(tx, actor.labId, id, change)
    return { value: undefined, audit: null }
  })

/** Takes the run; null when it has ended. One that was left half done by a worker that died is taken again. */
const take = (actor: Actor, id: string): Promise<OfficialRunRow | null> =>
  command(actor, async (tx) => {
    const run = await findRun(tx, actor.labId, id, { lock: true })
    if (!run) throw notFound()
    assertCan(actor, 'runs.start', { labId: actor.labId })
    if (run.state !== 'QUEUED' && run.state !== 'RUNNING') return { value: null, audit: null }
    await updateRun(tx, actor.labId, id, { state: 'RUNNING', startedAt: clock.now(), done: 0 })
    return { value: run, audit: null }
  })

async function compute(actor: Actor, run: OfficialRunRow): Promise<void> {
  const { labId } = actor
  const given = await snapshot(actor, async (tx) => {
    const cycle = await findCycle(tx, labId, run.cycleId)
    if (!cycle) throw notFound()
    const document = await loadConfiguration(tx, labId, run.configurationHash)
    return { document, source: await readSource(tx, labId, cycle, document) }
  })
  const dataset = createDataset(given.source.input)
  const computed = computeSegmentations(dataset, given.document)
  await mark(actor, run.id, {
    total: computed.reduce((sum, { result }) => sum + result.universeCount, 0),
  })
  await writeRun(actor, {
    run,
    document: given.document,
    source: given.source,
    frozen: freezeDataset(dataset),
    rows: dataset.rows,
    computed,
    onProgress: (done) => mark(actor, run.id, { done }),
  })
  await refreshStatistics(['segment_assignment', 'cycle_segment'])
}

function failureOf(error: unknown): { reason: string; params: Record<string, string | number> } {
  if (error instanceof AppError && error.code === 'REFUSED') {
    const { reason, params } = error.data as { reason: string; params: Record<string, string | number> }
    return { reason, params }
  }
  return { reason: 'segmentation-failed', params: {} }
}

/** Computes what was asked, all or nothing. Safe to call again: what is done, cancelled or has failed stays as it is. */
export async function runOfficial(actor: Actor, runId: string): Promise<void> {
  const run = await take(actor, runId)
  if (!run) return
  try {
    await compute(actor, run)
  } catch (error) {
    if (!(error instanceof AppError))
      logger.error({ error: String(error), run: runId }, 'official run failed')
    await mark(actor, runId, { state: 'FAILED', endedAt: clock.now(), failure: failureOf(error) })
  }
}
