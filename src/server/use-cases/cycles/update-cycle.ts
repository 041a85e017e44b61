import type { Actor } from '#src/contracts/actor.ts'
import type { CycleDto, CycleSettings } from '#src/contracts/cycles.ts'
import { conflict, notFound } from '#src/lib/app-error.ts'
import { assertCan } from '#src/policy/assert-can.ts'
import { command } from '../../platform/transaction.ts'
import { findCycle, lockCycle, updateCycle as writeCycle } from '../../repositories/cycle-repository.ts'
import { assertNotFrozen, assertSettings } from './steps/settings.ts'

type Input = { id: string; commandId: string; version: number; settings: CycleSettings }

/** Changes what may still change: everything until publication, then the name, the deadline and the grace days. */
export function updateCycle(actor: Actor, input: Input): Promise<CycleDto> {
  const { labId, memberId } = actor
  return command(
    actor,
    async (tx) => {
      const cycle = await lockCycle(tx, labId, input.id)
      if (!cycle) throw notFound()
      assertCan(actor, 'cycles.write', { labId })
      if (cycle.version !== input.version) throw conflict(cycle.version)
      assertNotFrozen(cycle, input.settings)
      await assertSettings(tx, labId, input.settings, cycle.id)
      await writeCycle(tx, labId, memberId, cycle.id, input.settings)
      const saved = await findCycle(tx, labId, cycle.id)
      if (!saved) throw notFound()
      return {
        value: saved,
        audit: {
          action: 'cycle.update',
          subject: { kind: 'cycle', id: cycle.id },
          change: { version: saved.version, run: saved.run, engagement: saved.engagement },
        },
      }
    },
    { commandId: input.commandId, request: input },
  )
}
