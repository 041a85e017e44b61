import type { Actor } from '#src/contracts/actor.ts'
import type { Configuration } from '#src/contracts/cycle-configuration.ts'
import type { CycleDto, CycleSettings } from '#src/contracts/cycles.ts'
import { emptyConfiguration } from '#src/engine/index.ts'
import { notFound } from '#src/lib/app-error.ts'
import { assertCan } from '#src/policy/assert-can.ts'
import { clock } from '../../platform/clock.ts'
import { command, type Tx } from '../../platform/transaction.ts'
import { insertWorkingDraft } from '../../repositories/configuration-repository.ts'
import { findCycle, insertCycle } from '../../repositories/cycle-repository.ts'
import { insertTransition } from '../../repositories/cycle-transition-repository.ts'
import { configurationInForce } from './steps/configuration.ts'
import { assertSettings } from './steps/settings.ts'

type Input = { commandId: string; settings: CycleSettings; copyFromId: string | null }

async function startingDocument(tx: Tx, labId: string, copyFromId: string | null): Promise<Configuration> {
  if (copyFromId === null) return emptyConfiguration()
  const source = await findCycle(tx, labId, copyFromId)
  if (!source) throw notFound()
  return (await configurationInForce(tx, labId, source)).document
}

/** A new cycle, in draft, with an empty configuration or a copy of another cycle's. */
export function createCycle(actor: Actor, input: Input): Promise<CycleDto> {
  const { labId, memberId } = actor
  return command(
    actor,
    async (tx) => {
      assertCan(actor, 'cycles.write', { labId })
      await assertSettings(tx, labId, input.settings, null)
      const document = await startingDocument(tx, labId, input.copyFromId)
      const cycleId = await insertCycle(tx, labId, memberId, input.settings, input.copyFromId)
      await insertWorkingDraft(tx, labId, memberId, cycleId, document)
      await insertTransition(tx, labId, {
        cycleId,
        from: null,
        to: 'DRAFT',
        at: clock.now(),
        memberId,
        configurationHash: null,
        checklist: { items: [] },
      })
      const cycle = await findCycle(tx, labId, cycleId)
      if (!cycle) throw notFound()
      return {
        value: cycle,
        audit: {
          action: 'cycle.create',
          subject: { kind: 'cycle', id: cycleId },
          change: { networks: cycle.networkIds, ...(input.copyFromId && { copyFrom: input.copyFromId }) },
        },
      }
    },
    { commandId: input.commandId, request: input },
  )
}
