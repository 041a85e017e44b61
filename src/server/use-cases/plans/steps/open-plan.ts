import type { Actor } from '#src/contracts/actor.ts'
import type { Action } from '#src/contracts/permissions.ts'
import { conflict, notFound, refused } from '#src/lib/app-error.ts'
import { assertCan } from '#src/policy/assert-can.ts'
import { clock } from '../../../platform/clock.ts'
import type { Tx } from '../../../platform/transaction.ts'
import { findLastTouch } from '../../../repositories/plan-event-repository.ts'
import { findPlan, type PlanHead } from '../../../repositories/plan-repository.ts'

/** The plan, where the actor may do this with it; its sector comes from its row. */
export async function openPlan(
  tx: Tx,
  actor: Actor,
  planId: string,
  action: Action,
  options: { lock?: boolean } = {},
): Promise<PlanHead> {
  const head = await findPlan(tx, actor.labId, planId, clock.now(), options)
  if (!head) throw notFound()
  assertCan(actor, action, { labId: actor.labId, sectorIds: [head.sectorId] })
  return head
}

/** Signs or decides on what was seen: refused when anybody changed the plan since, with who did. */
export async function assertRevision(tx: Tx, labId: string, head: PlanHead, revision: number): Promise<void> {
  if (head.revision === revision) return
  const touch = await findLastTouch(tx, labId, head.id)
  throw conflict(head.revision, { by: touch?.by ?? '', at: touch?.at.toISOString() ?? '' })
}

export function assertState(head: PlanHead, ...states: PlanHead['state'][]): void {
  if (!states.includes(head.state)) throw refused('plan-state', { state: head.state })
}
