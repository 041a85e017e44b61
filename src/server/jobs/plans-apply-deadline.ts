import type { Actor } from '#src/contracts/actor.ts'
import { applyDeadline } from '../use-cases/plans/apply-deadline.ts'

/** Swept by the clock: unsent plans follow the rule of their cycle the day after the deadline. */
export async function plansApplyDeadline(actor: Pick<Actor, 'labId'>): Promise<void> {
  await applyDeadline(actor.labId)
}
