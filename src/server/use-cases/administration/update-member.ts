import type { Actor } from '#src/contracts/actor.ts'
import type { MemberInput } from '#src/contracts/administration-members.ts'
import { conflict, notFound } from '#src/lib/app-error.ts'
import { assertCan } from '#src/policy/assert-can.ts'
import { clock } from '../../platform/clock.ts'
import { command } from '../../platform/transaction.ts'
import { endSessions, lockMember, updateMember as save } from '../../repositories/member-repository.ts'
import { labToday } from '../directory/steps/lab-today.ts'
import { checkMemberChange, checkMemberInput } from './steps/member-rules.ts'

type Input = { id: string; commandId: string; version: number; member: MemberInput }

/** Changes a member. Rights change at the next request; one whose membership ends is signed out at once. */
export const updateMember = (actor: Actor, input: Input) =>
  command(
    actor,
    async (tx) => {
      const { labId } = actor
      const before = await lockMember(tx, labId, input.id)
      if (!before) throw notFound()
      assertCan(actor, 'members.write', { labId })
      if (before.version !== input.version) throw conflict(before.version)
      checkMemberInput(input.member)
      const today = await labToday(tx, labId)
      await checkMemberChange(tx, labId, before, input.member, today)
      await save(tx, labId, before.id, before.version, input.member)
      const { endsOn, role, hqFunction, readOnly, startsOn } = input.member
      if (endsOn !== null && endsOn < today) await endSessions(tx, labId, before.id, clock.now())
      const change = { role, hqFunction, readOnly, startsOn, endsOn, roleBefore: before.role }
      return {
        value: { version: before.version + 1 },
        audit: { action: 'member.update', subject: { kind: 'member', id: before.id }, change },
      }
    },
    { commandId: input.commandId, request: input },
  )
