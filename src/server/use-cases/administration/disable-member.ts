import type { Actor } from '#src/contracts/actor.ts'
import { addDays } from '#src/lib/calendar.ts'
import { conflict, notFound } from '#src/lib/app-error.ts'
import { assertCan } from '#src/policy/assert-can.ts'
import { clock } from '../../platform/clock.ts'
import { command } from '../../platform/transaction.ts'
import { endMember, endSessions, lockMember } from '../../repositories/member-repository.ts'
import { labToday } from '../directory/steps/lab-today.ts'
import { checkMemberChange } from './steps/member-rules.ts'

type Input = { id: string; commandId: string; version: number }

/** Ends a membership now: yesterday was its last day, and every session stops. */
export const disableMember = (actor: Actor, input: Input) =>
  command(
    actor,
    async (tx) => {
      const { labId } = actor
      const before = await lockMember(tx, labId, input.id)
      if (!before) throw notFound()
      assertCan(actor, 'members.write', { labId })
      if (before.version !== input.version) throw conflict(before.version)
      const today = await labToday(tx, labId)
      const endsOn = addDays(today, -1)
      const startsOn = before.startsOn <= endsOn ? before.startsOn : endsOn
      await checkMemberChange(
        tx,
        labId,
        before,
        { role: before.role, readOnly: false, startsOn, endsOn },
        today,
      )
      await endMember(tx, labId, { ...before, startsOn, endsOn })
      const sessions = await endSessions(tx, labId, before.id, clock.now())
      return {
        value: { version: before.version + 1 },
        audit: {
          action: 'member.disable',
          subject: { kind: 'member', id: before.id },
          change: { endsOn, sessions },
        },
      }
    },
    { commandId: input.commandId, request: input },
  )
