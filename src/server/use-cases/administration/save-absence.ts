import type { Actor } from '#src/contracts/actor.ts'
import type { SaveAbsenceInput } from '#src/contracts/administration-calendar.ts'
import { notFound, refused } from '#src/lib/app-error.ts'
import { assertCan } from '#src/policy/assert-can.ts'
import { command } from '../../platform/transaction.ts'
import {
  findAbsenceOverlap,
  saveAbsence as save,
  sectorIdsOfMember,
} from '../../repositories/calendar-repository.ts'
import { findFieldMember } from '../../repositories/territory-assignment-repository.ts'
import { labToday } from '../directory/steps/lab-today.ts'

/** Days or half-days when a rep does not work: said by the rep, the manager or an administrator. */
export const saveAbsence = (actor: Actor, input: SaveAbsenceInput) =>
  command(
    actor,
    async (tx) => {
      const { labId } = actor
      const { memberId, startsOn, startsAtNoon, endsOn, endsAtNoon } = input
      if (!(await findFieldMember(tx, labId, memberId))) throw notFound()
      const sectorIds = await sectorIdsOfMember(tx, labId, memberId, await labToday(tx, labId))
      assertCan(actor, 'absences.write', { labId, memberId, sectorIds })
      const empty = endsOn < startsOn || (endsOn === startsOn && startsAtNoon && endsAtNoon)
      if (empty) throw refused('period-reversed')
      const met = await findAbsenceOverlap(tx, labId, input)
      if (met) throw refused('absence-overlap', { from: met.startsOn, to: met.endsOn })
      const id = input.id ?? crypto.randomUUID()
      if (!(await save(tx, labId, id, input))) throw notFound()
      // Why somebody is away is personal: the trail keeps the days.
      const change = { startsOn, startsAtNoon, endsOn, endsAtNoon }
      return {
        value: { id },
        audit: { action: 'calendar.absence', subject: { kind: 'member', id: memberId }, change },
      }
    },
    { commandId: input.commandId, request: input },
  )
