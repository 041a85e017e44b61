import type { Actor } from '#src/contracts/actor.ts'
import { notFound } from '#src/lib/app-error.ts'
import { assertCan } from '#src/policy/assert-can.ts'
import { command } from '../../platform/transaction.ts'
import { deleteAbsence, findAbsence, sectorIdsOfMember } from '../../repositories/calendar-repository.ts'
import { labToday } from '../directory/steps/lab-today.ts'

export const removeAbsence = (actor: Actor, input: { id: string; commandId: string }) =>
  command(
    actor,
    async (tx) => {
      const { labId } = actor
      const absence = await findAbsence(tx, labId, input.id)
      if (!absence) throw notFound()
      const { memberId } = absence
      const sectorIds = await sectorIdsOfMember(tx, labId, memberId, await labToday(tx, labId))
      assertCan(actor, 'absences.write', { labId, memberId, sectorIds })
      await deleteAbsence(tx, labId, absence.id)
      return {
        value: { ok: true as const },
        audit: { action: 'calendar.remove-absence', subject: { kind: 'member', id: memberId } },
      }
    },
    { commandId: input.commandId, request: input },
  )
