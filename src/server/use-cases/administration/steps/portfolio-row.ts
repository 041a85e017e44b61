import type { Actor } from '#src/contracts/actor.ts'
import { notFound, refused } from '#src/lib/app-error.ts'
import { assertCan } from '#src/policy/assert-can.ts'
import type { Tx } from '../../../platform/transaction.ts'
import { codeExists, findCode, type PortfolioKind } from '../../../repositories/portfolio-repository.ts'

/** The row that a command of the portfolio is about: a new one under a free code, or a known one with the code it has. */
export async function portfolioRow(
  tx: Tx,
  actor: Actor,
  kind: PortfolioKind,
  id: string | null,
  asked: string,
): Promise<{ id: string; isNew: boolean; code: string }> {
  const { labId } = actor
  assertCan(actor, 'portfolio.write', { labId })
  if (id) {
    const code = await findCode(tx, labId, kind, id)
    if (code === null) throw notFound()
    if (code !== asked) throw refused('code-never-changes', { code })
    return { id, isNew: false, code }
  }
  if (await codeExists(tx, labId, kind, asked)) throw refused('code-taken', { code: asked })
  return { id: crypto.randomUUID(), isNew: true, code: asked }
}
