import type { Actor } from '#src/contracts/actor.ts'
import type { Action } from '#src/contracts/permissions.ts'
import { AppError } from '#src/lib/app-error.ts'
import { mayEver } from '#src/policy/can.ts'

/** Signed in, and in a role that ever does this. */
export function mayCall(actor: Actor | null, action: Action | 'unset'): void {
  if (!actor) throw new AppError('UNAUTHORIZED')
  if (action === 'unset' || !mayEver(actor, action)) throw new AppError('FORBIDDEN')
}
