import type { Actor } from '#src/contracts/actor.ts'
import { notFound } from '#src/lib/app-error.ts'
import { clock } from '../../../platform/clock.ts'
import { sha256 } from '../../../platform/hash.ts'
import { command } from '../../../platform/transaction.ts'
import { uuid7 } from '../../../platform/uuid7.ts'
import { lockCycle } from '../../../repositories/cycle-repository.ts'
import {
  insertPlans,
  insertPublication,
  insertPublishedSectors,
} from '../../../repositories/publication-repository.ts'
import { findPublicationRun, updatePublicationRun } from '../../../repositories/publication-run-repository.ts'
import {
  insertGoals,
  insertPresentations,
  insertTargets,
} from '../../../repositories/target-write-repository.ts'
import { transitionCycle } from '../../cycles/steps/transition-cycle.ts'
import type { AllocationBasis } from '../../strategy/steps/read-allocation.ts'
import { assertFresh } from './assert-fresh.ts'
import { publishedSector, type PublicationRows } from './publication-rows.ts'

type Work = {
  runId: string
  cycleId: string
  basis: AllocationBasis
  rows: PublicationRows
  configurationDraftId: string | null
  onProgress: (done: number) => Promise<void>
}

/**
 * Writes a publication whole, under the lock of its cycle: targeting, one open plan a sector with theory proposed as it
 * is, and the cycle's step into ENGAGEMENT. False when another worker already did it.
 */
export function writePublication(actor: Actor, work: Work): Promise<boolean> {
  const { labId, memberId } = actor
  const { basis, rows } = work
  return command(actor, async (tx) => {
    const cycle = await lockCycle(tx, labId, work.cycleId)
    // Not locked: its progress is written from outside meanwhile. The cycle's lock keeps other publications out.
    const run = await findPublicationRun(tx, labId, work.runId)
    if (!cycle || !run) throw notFound()
    if (run.state !== 'RUNNING') return { value: false, audit: null }
    await assertFresh(tx, labId, cycle, run)

    // First, so that what is missing is refused before anything is written.
    const { audit } = await transitionCycle(tx, actor, cycle.id, 'ENGAGEMENT', run.configurationHash)
    const at = clock.now()
    const sectorIds = basis.sectors.map(({ sectorId }) => sectorId)
    const publication = { id: uuid7(at.getTime()), cycleId: cycle.id, memberId, at }
    const number = await insertPublication(tx, labId, {
      ...publication,
      configurationHash: run.configurationHash,
      configurationDraftId: work.configurationDraftId,
      runId: run.officialRunId,
      sectorIds,
      feasibility: rows.allocation.feasibility,
    })
    await insertPublishedSectors(tx, labId, publication.id, memberId, basis.sectors.map(publishedSector))
    const versions = await insertPlans(tx, labId, publication, sectorIds)
    await insertTargets(tx, labId, publication.id, memberId, rows.targets)
    const goals = rows.goals.flatMap(({ sectorId, ...goal }) => {
      const planVersionId = versions.get(sectorId)
      return planVersionId ? [{ ...goal, planVersionId }] : []
    })
    await insertGoals(tx, labId, memberId, goals, work.onProgress)
    await insertPresentations(tx, labId, memberId, rows.presentations)
    const { totals, lines } = rows.allocation
    await updatePublicationRun(tx, labId, run.id, {
      state: 'DONE',
      done: rows.goals.length,
      endedAt: at,
      resultHash: sha256(new Uint8Array(lines.contacts.buffer)),
    })
    return {
      value: true,
      audit: {
        action: 'targeting.publish',
        subject: { kind: 'cycle', id: cycle.id },
        change: {
          ...audit.change,
          publication: publication.id,
          number,
          sectors: sectorIds.length,
          targets: totals.targets,
          contacts: totals.contacts,
        },
      },
    }
  })
}
