import type { Actor, RecordScope } from '#src/contracts/actor.ts'
import type { Action } from '#src/contracts/permissions.ts'
import { AppError, notFound } from '#src/lib/app-error.ts'
import { can, mayEver } from './can.ts'

/** Throws FORBIDDEN where the role never may, NOT_FOUND where this record is not in reach: a stranger learns nothing. */
export function assertCan(actor: Actor, action: Action, record: RecordScope): void {
  if (!mayEver(actor, action)) throw new AppError('FORBIDDEN')
  if (!can(actor, action, record)) throw notFound()
}
