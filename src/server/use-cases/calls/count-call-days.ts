import type { Actor } from '#src/contracts/actor.ts'
import { scope } from '#src/policy/can.ts'
import { read } from '../../platform/transaction.ts'
import { countCallsByDay, type CallDay } from '../../repositories/call-repository.ts'

/** Calls in reach by day, made, planned and missed; days without a call are absent. */
export const countCallDays = (
  actor: Actor,
  days: { from: string; to: string },
): Promise<{ days: CallDay[] }> =>
  read(actor, async (tx) => ({
    days: await countCallsByDay(tx, actor.labId, days, scope(actor, 'calls.read')),
  }))
