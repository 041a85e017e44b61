import type { Actor } from '#src/contracts/actor.ts'
import type { AlertDto } from '#src/contracts/alerts.ts'
import { conflict, notFound, refused } from '#src/lib/app-error.ts'
import { assertCan } from '#src/policy/assert-can.ts'
import { scope } from '#src/policy/can.ts'
import { clock } from '../../platform/clock.ts'
import { command, type Tx } from '../../platform/transaction.ts'
import {
  acknowledgeAlert as markAcknowledged,
  listAlerts,
  lockAlert,
} from '../../repositories/alert-read-repository.ts'
import { labToday } from '../directory/steps/lab-today.ts'

type Input = { id: string; version: number; commandId: string }

async function describe(tx: Tx, actor: Actor, id: string): Promise<AlertDto> {
  const today = await labToday(tx, actor.labId)
  const [alert] = await listAlerts(tx, actor.labId, { id }, scope(actor, 'alerts.read'), today)
  if (!alert) throw notFound()
  return alert
}

/** Says that an open alert of one's own sectors is seen. Refused once closed; a conflict if somebody was faster. */
export const acknowledgeAlert = (actor: Actor, input: Input): Promise<AlertDto> =>
  command(
    actor,
    async (tx) => {
      const { labId, memberId } = actor
      const alert = await lockAlert(tx, labId, input.id)
      if (!alert) throw notFound()
      assertCan(actor, 'alerts.acknowledge', { labId, sectorIds: [alert.sectorId] })
      if (alert.version !== input.version) {
        const { acknowledged } = await describe(tx, actor, input.id)
        throw conflict(alert.version, { by: acknowledged?.by ?? '', at: acknowledged?.at ?? '' })
      }
      if (!alert.isOpen) throw refused('alert-closed')
      if (!alert.isAcknowledged) await markAcknowledged(tx, labId, input.id, { memberId, at: clock.now() })
      return {
        value: await describe(tx, actor, input.id),
        audit: {
          action: 'alert.acknowledge',
          subject: { kind: 'alert', id: input.id },
          change: { sector: alert.sectorId },
        },
      }
    },
    { commandId: input.commandId, request: input },
  )
