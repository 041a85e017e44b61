import type { Actor } from '#src/contracts/actor.ts'
import type { SaveProductInput } from '#src/contracts/administration-portfolio.ts'
import { command } from '../../platform/transaction.ts'
import { writeProduct } from '../../repositories/portfolio-repository.ts'
import { portfolioRow } from './steps/portfolio-row.ts'

/** Adds a product, changes it, or retires it (`active`); its code stays what it was. */
export const saveProduct = (actor: Actor, input: SaveProductInput) =>
  command(
    actor,
    async (tx) => {
      const { id: known, commandId: _, ...product } = input
      const { id, isNew, code } = await portfolioRow(tx, actor, 'product', known, product.code)
      await writeProduct(tx, actor.labId, { ...product, id, code }, isNew)
      const change = { code, active: product.active }
      const action = isNew ? 'portfolio.create-product' : 'portfolio.update-product'
      return { value: { id }, audit: { action, subject: { kind: 'product', id }, change } }
    },
    { commandId: input.commandId, request: input },
  )
