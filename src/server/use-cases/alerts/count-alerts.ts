import type { Actor } from '#src/contracts/actor.ts'
import { scope } from '#src/policy/can.ts'
import { read } from '../../platform/transaction.ts'
import { countAlerts as countAlertRows } from '../../repositories/alert-read-repository.ts'

/** Alerts in reach that stand open, and those of them that nobody has said to have seen. */
export const countAlerts = (actor: Actor): Promise<{ open: number; unacknowledged: number }> =>
  read(actor, (tx) => countAlertRows(tx, actor.labId, scope(actor, 'alerts.read')))
