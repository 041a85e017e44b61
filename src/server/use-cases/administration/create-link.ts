import type { Actor } from '#src/contracts/actor.ts'
import type { LinkDto } from '#src/contracts/administration-members.ts'
import { notFound, refused } from '#src/lib/app-error.ts'
import { assertCan } from '#src/policy/assert-can.ts'
import { command } from '../../platform/transaction.ts'
import { lockMember } from '../../repositories/member-repository.ts'
import { labToday } from '../directory/steps/lab-today.ts'
import { oneTimeLink } from './steps/one-time-link.ts'

/** A new link for a member: an invitation while it was not accepted, a new password afterwards. */
export const createMemberLink = (actor: Actor, input: { id: string }): Promise<LinkDto> =>
  command(actor, async (tx) => {
    const { labId } = actor
    const member = await lockMember(tx, labId, input.id)
    if (!member) throw notFound()
    assertCan(actor, 'members.write', { labId })
    if (member.endsOn !== null && member.endsOn < (await labToday(tx, labId))) throw refused('member-ended')
    const purpose = member.accepted ? 'RESET' : 'INVITE'
    const value = await oneTimeLink(tx, labId, member.id, purpose)
    return {
      value,
      audit: { action: 'member.link', subject: { kind: 'member', id: member.id }, change: { purpose } },
    }
  })
