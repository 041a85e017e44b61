import type { Actor } from '#src/contracts/actor.ts'
import { runPublication } from '../use-cases/targeting/run-publication.ts'

/** Theoretical targeting becomes the plans of every sector. */
export const publishAsked = (actor: Actor, runId: string): Promise<void> => runPublication(actor, runId)
