import type { Actor } from '#src/contracts/actor.ts'
import type { LinkDto, MemberInput } from '#src/contracts/administration-members.ts'
import { refused } from '#src/lib/app-error.ts'
import { assertCan } from '#src/policy/assert-can.ts'
import { command } from '../../platform/transaction.ts'
import { findMemberByEmail, insertMember } from '../../repositories/member-repository.ts'
import { checkMemberInput } from './steps/member-rules.ts'
import { oneTimeLink } from './steps/one-time-link.ts'

/** Makes a member and the link by which this person, and nobody else, comes in. */
export const inviteMember = (actor: Actor, input: MemberInput & { email: string }): Promise<LinkDto> =>
  command(actor, async (tx) => {
    const { labId, memberId } = actor
    assertCan(actor, 'members.write', { labId })
    checkMemberInput(input)
    const known = await findMemberByEmail(tx, labId, input.email)
    if (known) throw refused('email-taken', { name: known.displayName })
    const id = crypto.randomUUID()
    await insertMember(tx, labId, { ...input, id, createdBy: memberId })
    const value = await oneTimeLink(tx, labId, id, 'INVITE')
    const change = {
      role: input.role,
      hqFunction: input.hqFunction,
      readOnly: input.readOnly,
      startsOn: input.startsOn,
    }
    return { value, audit: { action: 'member.invite', subject: { kind: 'member', id }, change } }
  })
