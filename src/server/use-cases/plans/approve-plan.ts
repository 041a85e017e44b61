import type { Actor } from '#src/contracts/actor.ts'
import type { PlanStateResult, StateChangeInput } from '#src/contracts/plan-commands.ts'
import { confirmPassword } from '../../platform/session/confirm-password.ts'
import { command } from '../../platform/transaction.ts'
import { approveSigned } from './steps/approve.ts'

/** The manager signs the approval with their password: the plan is sealed in the same transaction. */
export async function approvePlan(
  actor: Actor,
  { password, ...input }: StateChangeInput & { password: string },
): Promise<PlanStateResult> {
  await confirmPassword(actor, password)
  return command(actor, (tx) => approveSigned(tx, actor, input), {
    commandId: input.commandId,
    request: input,
  })
}
