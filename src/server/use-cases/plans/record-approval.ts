import type { Actor } from '#src/contracts/actor.ts'
import type { PlanStateResult, StateChangeInput } from '#src/contracts/plan-commands.ts'
import { command } from '../../platform/transaction.ts'
import { approveSigned } from './steps/approve.ts'

/** An approval by somebody whose identity is not asked again: scenarios and seeds. No procedure of the API leads here. */
export const recordApproval = (
  actor: Actor,
  input: Omit<StateChangeInput, 'commandId'>,
): Promise<PlanStateResult> => command(actor, (tx) => approveSigned(tx, actor, { ...input, commandId: '' }))
