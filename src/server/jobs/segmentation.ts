import type { Actor } from '#src/contracts/actor.ts'
import { runOfficial } from '../use-cases/segmentation/run-official.ts'

/** Places every hcp of a cycle in its segments, for good. */
export const computeAsked = (actor: Actor, runId: string): Promise<void> => runOfficial(actor, runId)
