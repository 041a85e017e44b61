import type { Actor } from '#src/contracts/actor.ts'
import type { SaveRepInput } from '#src/contracts/administration-territory.ts'
import { notFound, refused } from '#src/lib/app-error.ts'
import { assertCan } from '#src/policy/assert-can.ts'
import { command } from '../../platform/transaction.ts'
import {
  findFieldMember,
  findRepOverlap,
  saveRepAssignment as save,
  shareElsewhere,
} from '../../repositories/territory-assignment-repository.ts'
import { findSector } from '../../repositories/territory-repository.ts'

const whole = 10_000

/** Puts a rep in a sector for a period, or changes that period. One lead at a time; never more than a whole rep. */
export const saveRepAssignment = (actor: Actor, input: SaveRepInput) =>
  command(
    actor,
    async (tx) => {
      const { labId } = actor
      assertCan(actor, 'territory.write', { labId })
      const { startsOn, endsOn, kind, shareBps, sectorId, memberId } = input
      if (endsOn !== null && endsOn < startsOn) throw refused('period-reversed')
      if (!(await findSector(tx, labId, sectorId))) throw notFound()
      const member = await findFieldMember(tx, labId, memberId)
      if (!member) throw notFound()
      if (member.role !== 'REP') throw refused('only-reps-in-sectors', { name: member.displayName })
      const met = await findRepOverlap(tx, labId, input)
      if (met)
        throw refused(met.endsOn ? 'assignment-overlap' : 'assignment-overlap-open', {
          name: met.name,
          sector: met.sector,
          from: met.startsOn,
          to: met.endsOn ?? '',
        })
      const elsewhere = await shareElsewhere(tx, labId, input)
      if (elsewhere + shareBps > whole)
        throw refused('share-over', {
          name: member.displayName,
          elsewhere: elsewhere / 100,
          left: Math.max(whole - elsewhere, 0) / 100,
        })
      const id = input.id ?? crypto.randomUUID()
      if (!(await save(tx, labId, id, input))) throw notFound()
      const change = { memberId, kind, shareBps, startsOn, endsOn }
      const action = input.id ? 'sector.change-rep' : 'sector.assign-rep'
      return { value: { id }, audit: { action, subject: { kind: 'sector', id: sectorId }, change } }
    },
    { commandId: input.commandId, request: input },
  )
