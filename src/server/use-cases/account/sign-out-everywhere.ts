import type { Actor } from '#src/contracts/actor.ts'
import { closeSessions } from '../../platform/session/sessions.ts'

/** Ends every session of this person, this one included. */
export async function signOutEverywhere(actor: Actor) {
  await closeSessions(actor, 'all')
  return { ok: true as const }
}
