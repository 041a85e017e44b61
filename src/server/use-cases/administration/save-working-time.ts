import type { Actor } from '#src/contracts/actor.ts'
import type { SaveWorkingTimeInput } from '#src/contracts/administration-calendar.ts'
import { addDays } from '#src/lib/calendar.ts'
import { notFound, refused } from '#src/lib/app-error.ts'
import { assertCan } from '#src/policy/assert-can.ts'
import { command } from '../../platform/transaction.ts'
import {
  endWorkingTime,
  findWorkingTimeOverlaps,
  saveWorkingTime as save,
} from '../../repositories/calendar-repository.ts'
import { findFieldMember } from '../../repositories/territory-assignment-repository.ts'

/** A week from a day on. The open one before it ends on the eve; any other meeting of periods is refused. */
export const saveWorkingTime = (actor: Actor, input: SaveWorkingTimeInput) =>
  command(
    actor,
    async (tx) => {
      const { labId } = actor
      assertCan(actor, 'calendar.write', { labId })
      const { memberId, startsOn, endsOn, halfDayBits, fieldShareBps, contactsADayMilli } = input
      if (endsOn !== null && endsOn < startsOn) throw refused('period-reversed')
      if (!(await findFieldMember(tx, labId, memberId))) throw notFound()
      const [met, ...others] = await findWorkingTimeOverlaps(tx, labId, input)
      if (met) {
        const follows = !input.id && met.endsOn === null && met.startsOn < startsOn && others.length === 0
        if (!follows)
          throw refused(met.endsOn ? 'working-time-overlap' : 'working-time-overlap-open', {
            from: met.startsOn,
            to: met.endsOn ?? '',
          })
        await endWorkingTime(tx, labId, met.id, addDays(startsOn, -1))
      }
      const id = input.id ?? crypto.randomUUID()
      if (!(await save(tx, labId, id, input))) throw notFound()
      const change = { halfDayBits, fieldShareBps, contactsADayMilli, startsOn, endsOn }
      return {
        value: { id },
        audit: { action: 'calendar.working-time', subject: { kind: 'member', id: memberId }, change },
      }
    },
    { commandId: input.commandId, request: input },
  )
