import type { Actor } from '#src/contracts/actor.ts'
import type { PlanStateResult, ReturnInput } from '#src/contracts/plan-commands.ts'
import { clock } from '../../platform/clock.ts'
import { command } from '../../platform/transaction.ts'
import { uuid7 } from '../../platform/uuid7.ts'
import { insertPlanEvents } from '../../repositories/plan-event-repository.ts'
import { bumpPlanVersion } from '../../repositories/plan-repository.ts'
import { assertNotOwn } from './steps/approve.ts'
import { assertRevision, assertState, openPlan } from './steps/open-plan.ts'

/** Gives a plan back to its rep, with what is to be looked at again. */
export function returnPlan(actor: Actor, input: ReturnInput): Promise<PlanStateResult> {
  const { labId, memberId } = actor
  return command(
    actor,
    async (tx) => {
      const head = await openPlan(tx, actor, input.id, 'plans.decide', { lock: true })
      await assertRevision(tx, labId, head, input.revision)
      assertState(head, 'SUBMITTED')
      await assertNotOwn(tx, actor, head)
      const at = clock.now()
      await bumpPlanVersion(tx, labId, head.versionId, 'RETURNED')
      await insertPlanEvents(tx, labId, [
        {
          id: uuid7(at.getTime()),
          planId: head.id,
          planVersionId: head.versionId,
          memberId,
          kind: 'RETURN',
          fromState: head.state,
          toState: 'RETURNED',
          comment: input.comment,
          at,
        },
      ])
      return {
        value: { id: head.id, state: 'RETURNED', revision: head.revision + 1, sha256: null },
        audit: {
          action: 'plan.return',
          subject: { kind: 'plan', id: head.id },
          change: { version: head.versionId },
        },
      }
    },
    { commandId: input.commandId, request: input },
  )
}
