import type { Actor } from '#src/contracts/actor.ts'
import { appendAudit, type AuditEntry } from './audit.ts'
import { prisma, type DatabaseRole } from './db.ts'
import { recall, remember, type CommandKey } from './idempotency.ts'
import type { Tx, Within } from './tx.ts'

export type { Tx } from './tx.ts'

/** A use case's sentence ends with what it answers and what the audit keeps; `null` only when nothing was changed. */
export type Outcome<T> = { value: T; audit: AuditEntry | null }

export const within = (actor: Actor): Within => ({
  labId: actor.labId,
  memberId: actor.memberId,
  role: actor.role,
})

type Options = { role?: DatabaseRole; mode?: 'READ ONLY' | 'REPEATABLE READ READ ONLY' }

async function run<T>(scope: Within, options: Options, work: (tx: Tx) => Promise<T>): Promise<T> {
  return prisma(options.role).$transaction(
    async (tx) => {
      const { labId, memberId = null, role = null } = scope
      const isRead = options.mode !== undefined
      if (isRead)
        // As SET TRANSACTION READ ONLY would, without another way there and back.
        await tx.$executeRaw`
          SELECT app_enter(${labId}::uuid, ${memberId}::uuid, ${role}), set_config('transaction_read_only', 'on', true)`
      else await tx.$executeRaw`SELECT app_enter(${labId}::uuid, ${memberId}::uuid, ${role})`
      const result = await work(tx)
      // A SQL error that the work swallowed leaves the transaction aborted, and COMMIT would then roll back in silence;
      // a read loses nothing by that.
      if (!isRead) await tx.$queryRaw`SELECT 1`
      return result
    },
    options.mode === 'REPEATABLE READ READ ONLY' ? { isolationLevel: 'RepeatableRead' } : {},
  )
}

/** Reads for an actor. The database refuses any write in it. */
export const read = <T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> =>
  run(within(actor), { mode: 'READ ONLY' }, work)

/** Reads that must all see the same instant: what a long computation takes in. */
export const snapshot = <T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> =>
  run(within(actor), { mode: 'REPEATABLE READ READ ONLY' }, work)

/** Reads where no actor asks yet: who it is that comes with a cookie. */
export const actorlessRead = <T>(scope: Within, work: (tx: Tx) => Promise<T>): Promise<T> =>
  run(scope, { mode: 'READ ONLY' }, work)

/** The same for the worker's own duties, where no actor asks. */
export const actorlessSnapshot = <T>(scope: Within, work: (tx: Tx) => Promise<T>): Promise<T> =>
  run(scope, { mode: 'REPEATABLE READ READ ONLY' }, work)

/**
 * Changes something: one transaction, its audit row the last statement. With a command id the same command sent again
 * answers what it answered the first time, and does nothing.
 */
export function command<T>(
  actor: Actor,
  work: (tx: Tx) => Promise<Outcome<T>>,
  key?: CommandKey,
): Promise<T> {
  return run(within(actor), {}, async (tx) => {
    if (key) {
      const known = await recall<T>(tx, actor, key)
      if (known) return known.value
    }
    const { value, audit } = await work(tx)
    if (key) await remember(tx, actor, key, value)
    if (audit) await appendAudit(tx, within(actor), audit)
    return value
  })
}

/** Sign-in and the worker's own duties, where no actor asks. Same walls, another database account if named. */
export function actorless<T>(
  scope: Within,
  work: (tx: Tx) => Promise<Outcome<T>>,
  role?: DatabaseRole,
): Promise<T> {
  return run(scope, role ? { role } : {}, async (tx) => {
    const { value, audit } = await work(tx)
    if (audit) await appendAudit(tx, scope, audit)
    return value
  })
}
