import type { Actor } from '#src/contracts/actor.ts'
import { eachDay } from '#src/lib/calendar.ts'
import { notFound, refused } from '#src/lib/app-error.ts'
import { assertCan } from '#src/policy/assert-can.ts'
import { command } from '../../platform/transaction.ts'
import { insertClosedDays, removeClosedDays } from '../../repositories/calendar-repository.ts'
import { findNetwork } from '../../repositories/territory-repository.ts'

type Input = {
  commandId: string
  networkId: string
  from: string
  to: string
  weightBps: number | null
  label: string
}

const longest = 366

/** Weighs days of a network: closed, half, August; `null` makes them ordinary again. */
export const saveClosedDays = (actor: Actor, input: Input) =>
  command(
    actor,
    async (tx) => {
      const { labId } = actor
      assertCan(actor, 'closedDays.write', { labId })
      const { networkId, from, to, weightBps, label } = input
      if (!(await findNetwork(tx, labId, networkId))) throw notFound()
      const days = eachDay(from, to)
      if (days.length === 0) throw refused('period-reversed')
      if (days.length > longest) throw refused('too-many-days', { maximum: longest })
      const removed = await removeClosedDays(tx, labId, networkId, from, to)
      if (weightBps !== null)
        await insertClosedDays(
          tx,
          labId,
          days.map((day) => ({ networkId, day, weightBps, label })),
        )
      const change = { from, to, weightBps, label }
      return {
        value: { days: weightBps === null ? removed : days.length },
        audit: { action: 'calendar.closed-days', subject: { kind: 'network', id: networkId }, change },
      }
    },
    { commandId: input.commandId, request: input },
  )
