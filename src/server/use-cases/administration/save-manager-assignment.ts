import type { Actor } from '#src/contracts/actor.ts'
import type { SaveManagerInput } from '#src/contracts/administration-territory.ts'
import { notFound, refused } from '#src/lib/app-error.ts'
import { assertCan } from '#src/policy/assert-can.ts'
import { command } from '../../platform/transaction.ts'
import {
  findFieldMember,
  findManagerOverlap,
  saveManagerAssignment as save,
} from '../../repositories/territory-assignment-repository.ts'
import { findRegion } from '../../repositories/territory-repository.ts'

/** Gives a region to a manager for a period, or to a delegate beside. One manager at a time. */
export const saveManagerAssignment = (actor: Actor, input: SaveManagerInput) =>
  command(
    actor,
    async (tx) => {
      const { labId } = actor
      assertCan(actor, 'territory.write', { labId })
      const { startsOn, endsOn, kind, regionId, memberId } = input
      if (endsOn !== null && endsOn < startsOn) throw refused('period-reversed')
      if (!(await findRegion(tx, labId, regionId))) throw notFound()
      const member = await findFieldMember(tx, labId, memberId)
      if (!member) throw notFound()
      if (member.role !== 'MANAGER') throw refused('only-managers-in-regions', { name: member.displayName })
      const met = await findManagerOverlap(tx, labId, input)
      if (met)
        throw refused(met.endsOn ? 'manager-overlap' : 'manager-overlap-open', {
          name: met.name,
          from: met.startsOn,
          to: met.endsOn ?? '',
        })
      const id = input.id ?? crypto.randomUUID()
      if (!(await save(tx, labId, id, input))) throw notFound()
      const change = { memberId, kind, startsOn, endsOn }
      const action = input.id ? 'region.change-manager' : 'region.assign-manager'
      return { value: { id }, audit: { action, subject: { kind: 'region', id: regionId }, change } }
    },
    { commandId: input.commandId, request: input },
  )
