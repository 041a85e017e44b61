import type { Actor } from '#src/contracts/actor.ts'
import type { ChecklistDto, CycleState } from '#src/contracts/cycles.ts'
import { conflict, notFound, refused } from '#src/lib/app-error.ts'
import { assertCan } from '#src/policy/assert-can.ts'
import { command } from '../../platform/transaction.ts'
import { lockCycle } from '../../repositories/cycle-repository.ts'
import { checklistItems, checklistOf } from './steps/checklist.ts'
import { configurationInForce, freezeWorkingConfiguration } from './steps/configuration.ts'
import { transitionCycle } from './steps/transition-cycle.ts'

type Input = { id: string; commandId: string; version: number; to: CycleState }

/** States that nobody chooses: publication opens the engagement, the calendar starts and ends the run. */
const notByHand: readonly CycleState[] = ['ENGAGEMENT', 'RUNNING', 'CLOSED']

/** One state on when nothing is missing, or one back until publication. */
export function moveCycle(actor: Actor, input: Input): Promise<ChecklistDto> {
  const { labId } = actor
  return command(
    actor,
    async (tx) => {
      const before = await lockCycle(tx, labId, input.id)
      if (!before) throw notFound()
      assertCan(actor, 'cycles.write', { labId })
      if (before.version !== input.version) throw conflict(before.version)
      if (notByHand.includes(input.to)) throw refused('cycle-not-by-hand', { to: input.to })
      const { hash } = await freezeWorkingConfiguration(tx, actor, before.id)
      const { cycle, audit } = await transitionCycle(tx, actor, before.id, input.to, hash)
      const { document } = await configurationInForce(tx, labId, cycle)
      return { value: checklistOf(cycle, await checklistItems(tx, labId, cycle, document)), audit }
    },
    { commandId: input.commandId, request: input },
  )
}
