import type { Actor } from '#src/contracts/actor.ts'
import type { SaveReasonInput } from '#src/contracts/administration-portfolio.ts'
import { command } from '../../platform/transaction.ts'
import { writeReason } from '../../repositories/portfolio-repository.ts'
import { portfolioRow } from './steps/portfolio-row.ts'

/** Adds a reason, changes it, or retires it (`active`); its code stays what it was. */
export const saveReason = (actor: Actor, input: SaveReasonInput) =>
  command(
    actor,
    async (tx) => {
      const { id: known, commandId: _, ...reason } = input
      const { id, isNew, code } = await portfolioRow(tx, actor, 'reason', known, reason.code)
      await writeReason(tx, actor.labId, { ...reason, id, code }, isNew)
      const change = { code, active: reason.active }
      const action = isNew ? 'portfolio.create-reason' : 'portfolio.update-reason'
      return { value: { id }, audit: { action, subject: { kind: 'reason', id }, change } }
    },
    { commandId: input.commandId, request: input },
  )
