import type { Actor } from '#src/contracts/actor.ts'
import type { Tx } from '../../../platform/transaction.ts'
import { readWorklists } from './worklist.ts'

/** hcps whose form this person has not finished, over the cycles that ask now. */
export async function countToQualify(tx: Tx, actor: Actor): Promise<number> {
  const worklists = await readWorklists(tx, actor)
  return worklists.flatMap(({ hcps }) => hcps).filter(({ finished }) => !finished).length
}
