import type { Actor } from '#src/contracts/actor.ts'
import { refused } from '#src/lib/app-error.ts'
import { assertCan } from '#src/policy/assert-can.ts'
import { command } from '../../platform/transaction.ts'
import { removeFutureAssignment } from '../../repositories/territory-assignment-repository.ts'
import { labToday } from '../directory/steps/lab-today.ts'

type Input = { kind: 'REP' | 'MANAGER'; id: string; commandId: string }

/** Takes back an assignment that has not begun; one that has is ended by its last day. */
export const removeAssignment = (actor: Actor, input: Input) =>
  command(
    actor,
    async (tx) => {
      const { labId } = actor
      assertCan(actor, 'territory.write', { labId })
      const today = await labToday(tx, labId)
      if (!(await removeFutureAssignment(tx, labId, input.kind, input.id, today)))
        throw refused('assignment-begun')
      const subject = { kind: 'assignment', id: input.id }
      return {
        value: { ok: true as const },
        audit: { action: 'territory.remove-assignment', subject, change: { kind: input.kind } },
      }
    },
    { commandId: input.commandId, request: input },
  )
