import type { Actor } from '#src/contracts/actor.ts'
import { runFollowUp } from '../use-cases/follow-up/run-follow-up.ts'

/** Figures and alerts of a cycle, after its calls changed or its day has passed. */
export const followAsked = (actor: Actor, runId: string): Promise<void> => runFollowUp(actor, runId)
