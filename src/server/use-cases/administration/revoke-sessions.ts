import type { Actor } from '#src/contracts/actor.ts'
import { notFound } from '#src/lib/app-error.ts'
import { assertCan } from '#src/policy/assert-can.ts'
import { clock } from '../../platform/clock.ts'
import { command } from '../../platform/transaction.ts'
import { endSessions, lockMember } from '../../repositories/member-repository.ts'

/** Signs a member out everywhere. */
export const revokeSessions = (actor: Actor, input: { id: string; commandId: string }) =>
  command(
    actor,
    async (tx) => {
      const { labId } = actor
      const member = await lockMember(tx, labId, input.id)
      if (!member) throw notFound()
      assertCan(actor, 'members.write', { labId })
      const sessions = await endSessions(tx, labId, member.id, clock.now())
      return {
        value: { ok: true as const },
        audit: {
          action: 'member.sign-out',
          subject: { kind: 'member', id: member.id },
          change: { sessions },
        },
      }
    },
    { commandId: input.commandId, request: input },
  )
