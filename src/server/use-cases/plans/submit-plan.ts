import type { Actor } from '#src/contracts/actor.ts'
import type { PlanStateResult, StateChangeInput } from '#src/contracts/plan-commands.ts'
import { confirmPassword } from '../../platform/session/confirm-password.ts'
import { command } from '../../platform/transaction.ts'
import { submitSigned } from './steps/submit.ts'

/** The lead signs the plan with their password and sends it. */
export async function submitPlan(
  actor: Actor,
  { password, ...input }: StateChangeInput & { password: string },
): Promise<PlanStateResult> {
  await confirmPassword(actor, password)
  return command(actor, (tx) => submitSigned(tx, actor, input), {
    commandId: input.commandId,
    request: input,
  })
}
