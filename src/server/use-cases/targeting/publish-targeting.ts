import type { Actor } from '#src/contracts/actor.ts'
import type { PublicationRun } from '#src/contracts/targeting.ts'
import { engineVersion } from '#src/engine/index.ts'
import { conflict, notFound, refused } from '#src/lib/app-error.ts'
import { assertCan } from '#src/policy/assert-can.ts'
import { clock } from '../../platform/clock.ts'
import { enqueue } from '../../platform/queue.ts'
import { command } from '../../platform/transaction.ts'
import { findOfficialRun } from '../../repositories/cycle-figures-repository.ts'
import { lockCycle } from '../../repositories/cycle-repository.ts'
import {
  findLatestPublicationRun,
  insertPublicationRun,
  publicationRunDto,
} from '../../repositories/publication-run-repository.ts'
import { checklistItems } from '../cycles/steps/checklist.ts'
import { freezeWorkingConfiguration, loadWorkingConfiguration } from '../cycles/steps/configuration.ts'
import { assertConfigurationRuns } from '../strategy/steps/assert-runs.ts'

type Input = {
  id: string
  commandId: string
  version: number
  configurationVersion: number
  runId: string
}

/**
 * Asks for the publication of a cycle's theoretical targeting, of what the person saw: refused when the cycle, its
 * configuration or its official run moved since. The worker does the rest.
 */
export function publishTargeting(actor: Actor, input: Input): Promise<PublicationRun> {
  const { labId, memberId } = actor
  return command(
    actor,
    async (tx) => {
      const cycle = await lockCycle(tx, labId, input.id)
      if (!cycle) throw notFound()
      assertCan(actor, 'targeting.publish', { labId })
      if (cycle.state !== 'STRATEGY') throw refused('targeting-not-in-strategy', { state: cycle.state })
      if (cycle.version !== input.version) throw conflict(cycle.version)
      const before = await findLatestPublicationRun(tx, labId, cycle.id)
      if (before?.state === 'QUEUED' || before?.state === 'RUNNING')
        throw refused('targeting-being-published')
      const official = await findOfficialRun(tx, labId, cycle.id)
      if (official?.id !== input.runId) throw refused('targeting-run-moved')
      const working = await loadWorkingConfiguration(tx, labId, cycle.id, { lock: true })
      if (working.draft.version !== input.configurationVersion) throw refused('targeting-configuration-moved')
      assertConfigurationRuns(working.document, null)
      const missing = (await checklistItems(tx, labId, cycle, working.document)).filter(({ done }) => !done)
      if (missing.length > 0)
        throw refused(
          'cycle-checklist',
          { count: missing.length },
          missing.map(({ code, params }) => ({ code, params })),
        )
      const { hash, draftId } = await freezeWorkingConfiguration(tx, actor, cycle.id)
      const run = await insertPublicationRun(tx, labId, {
        cycleId: cycle.id,
        configurationHash: hash,
        configurationDraftId: draftId,
        memberId,
        officialRunId: official.id,
        engineVersion: String(engineVersion),
        at: clock.now(),
      })
      await enqueue(tx, 'work', { labId, memberId, kind: 'PUBLICATION', id: run.id })
      return {
        value: publicationRunDto(run),
        audit: {
          action: 'targeting.ask-publication',
          subject: { kind: 'cycle', id: cycle.id },
          change: { run: run.id, officialRun: official.id, configuration: hash },
        },
      }
    },
    { commandId: input.commandId, request: input },
  )
}
