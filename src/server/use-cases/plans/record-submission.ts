import type { Actor } from '#src/contracts/actor.ts'
import type { PlanStateResult, StateChangeInput } from '#src/contracts/plan-commands.ts'
import { command } from '../../platform/transaction.ts'
import { submitSigned } from './steps/submit.ts'

/** A submission by somebody whose identity is not asked again: scenarios and seeds. No procedure of the API leads here. */
export const recordSubmission = (
  actor: Actor,
  input: Omit<StateChangeInput, 'commandId'>,
): Promise<PlanStateResult> => command(actor, (tx) => submitSigned(tx, actor, { ...input, commandId: '' }))
