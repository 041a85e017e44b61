import type { Actor } from '#src/contracts/actor.ts'
import type { SaveSourceInput } from '#src/contracts/administration-portfolio.ts'
import { command } from '../../platform/transaction.ts'
import { writeSource } from '../../repositories/portfolio-repository.ts'
import { portfolioRow } from './steps/portfolio-row.ts'

/** Adds a source of answers or calls, or changes its label; its code stays what it was. */
export const saveSource = (actor: Actor, input: SaveSourceInput) =>
  command(
    actor,
    async (tx) => {
      const { id: known, commandId: _, ...source } = input
      const { id, isNew, code } = await portfolioRow(tx, actor, 'source', known, source.code)
      await writeSource(tx, actor.labId, { ...source, id, code }, isNew)
      const change = { code, kind: source.kind }
      const action = isNew ? 'portfolio.create-source' : 'portfolio.update-source'
      return { value: { id }, audit: { action, subject: { kind: 'source', id }, change } }
    },
    { commandId: input.commandId, request: input },
  )
