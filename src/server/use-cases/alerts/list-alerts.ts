import type { Actor } from '#src/contracts/actor.ts'
import type { AlertDto } from '#src/contracts/alerts.ts'
import { scope } from '#src/policy/can.ts'
import { read } from '../../platform/transaction.ts'
import { listAlerts as listAlertRows } from '../../repositories/alert-read-repository.ts'
import { labToday } from '../directory/steps/lab-today.ts'

type Filter = { cycleId?: string | undefined; sectorId?: string | undefined; withClosed: boolean }

/** Alerts in reach, the least likely to be kept first; the closed ones after, when the journal is asked. */
export const listAlerts = (actor: Actor, filter: Filter): Promise<{ items: AlertDto[] }> =>
  read(actor, async (tx) => {
    const { labId } = actor
    const today = await labToday(tx, labId)
    return { items: await listAlertRows(tx, labId, filter, scope(actor, 'alerts.read'), today) }
  })
