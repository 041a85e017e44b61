import type { Actor } from '#src/contracts/actor.ts'
import { AppError, notFound } from '#src/lib/app-error.ts'
import { assertCan } from '#src/policy/assert-can.ts'
import { clock } from '../../platform/clock.ts'
import { refreshStatistics } from '../../platform/statistics.ts'
import { logger } from '../../platform/logger.ts'
import { command, snapshot } from '../../platform/transaction.ts'
import { listAssignmentWhys } from '../../repositories/allocation-repository.ts'
import { findCycle } from '../../repositories/cycle-repository.ts'
import {
  findPublicationRun,
  updatePublicationRun,
  type PublicationRunRow,
} from '../../repositories/publication-run-repository.ts'
import { loadConfiguration, loadWorkingConfiguration } from '../cycles/steps/configuration.ts'
import { rankAxis, readAllocation } from '../strategy/steps/read-allocation.ts'
import { assertFresh } from './steps/assert-fresh.ts'
import { publicationRows } from './steps/publication-rows.ts'
import { writePublication } from './steps/write-publication.ts'

type Change = Parameters<typeof updatePublicationRun>[3]

// Progress is seen by others at once: each in a transaction of its own, and nothing for the trail.
const mark = (actor: Actor, id: string, change: Change): Promise<void> =>
  command(actor, async (tx) => {
    await updatePublicationRun(tx, actor.labId, id, change)
    return { value: undefined, audit: null }
  })

/** Takes the run; null when it has ended. One that was left half done by a worker that died is taken again. */
const take = (actor: Actor, id: string): Promise<PublicationRunRow | null> =>
  command(actor, async (tx) => {
    const run = await findPublicationRun(tx, actor.labId, id, { lock: true })
    if (!run) throw notFound()
    assertCan(actor, 'targeting.publish', { labId: actor.labId })
    if (run.state !== 'QUEUED' && run.state !== 'RUNNING') return { value: null, audit: null }
    await updatePublicationRun(tx, actor.labId, id, { state: 'RUNNING', startedAt: clock.now(), done: 0 })
    return { value: run, audit: null }
  })

async function publish(actor: Actor, run: PublicationRunRow): Promise<void> {
  const { labId } = actor
  const given = await snapshot(actor, async (tx) => {
    const cycle = await findCycle(tx, labId, run.cycleId)
    if (!cycle) throw notFound()
    await assertFresh(tx, labId, cycle, run)
    const document = await loadConfiguration(tx, labId, run.configurationHash)
    const basis = await readAllocation(tx, labId, cycle, document)
    const { segmentation } = document.grid
    const whys = await listAssignmentWhys(tx, labId, basis.runId, segmentation)
    const { draft } = await loadWorkingConfiguration(tx, labId, cycle.id)
    return {
      basis,
      draftId: draft.id,
      whys: {
        segmentation,
        axis: rankAxis(document),
        byHcp: new Map(whys.map((why) => [why.hcpId, why])),
      },
    }
  })
  const rows = publicationRows(given.basis, given.whys, clock.now().getTime())
  await mark(actor, run.id, { total: rows.goals.length })
  await writePublication(actor, {
    runId: run.id,
    cycleId: run.cycleId,
    basis: given.basis,
    rows,
    configurationDraftId: given.draftId,
    onProgress: (done) => mark(actor, run.id, { done }),
  })
}

const written = [
  'target',
  'target_goal',
  'target_presentation',
  'published_sector',
  'plan',
  'plan_version',
  'plan_line',
  'plan_presentation',
]

function failureOf(error: unknown): { reason: string; params: Record<string, string | number> } {
  if (error instanceof AppError && error.code === 'REFUSED') {
    const { reason, params } = error.data as { reason: string; params: Record<string, string | number> }
    return { reason, params }
  }
  return { reason: 'targeting-failed', params: {} }
}

/** Publishes what was asked, all or nothing. Safe to call again: what is done or has failed stays as it is. */
export async function runPublication(actor: Actor, runId: string): Promise<void> {
  const run = await take(actor, runId)
  if (!run) return
  try {
    await publish(actor, run)
  } catch (error) {
    if (!(error instanceof AppError)) logger.error({ error: String(error), run: runId }, 'publication failed')
    await mark(actor, runId, { state: 'FAILED', endedAt: clock.now(), failure: failureOf(error) })
    return
  }
  // Beyond the run: what is published stays published whatever happens here.
  await refreshStatistics(written)
}
