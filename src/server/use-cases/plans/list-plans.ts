import type { Actor } from '#src/contracts/actor.ts'
import type { PlanChoice } from '#src/contracts/plan-overview.ts'
import { scope } from '#src/policy/can.ts'
import { read } from '../../platform/transaction.ts'
import { listPlanChoices } from '../../repositories/plan-repository.ts'

/** The plans that a person may open. */
export const listPlans = (actor: Actor): Promise<{ items: PlanChoice[] }> =>
  read(actor, async (tx) => ({
    items: await listPlanChoices(tx, actor.labId, scope(actor, 'plans.read')),
  }))
