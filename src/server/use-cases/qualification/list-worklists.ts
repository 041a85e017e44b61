import type { Actor } from '#src/contracts/actor.ts'
import type { Worklist } from '#src/contracts/qualification.ts'
import { read } from '../../platform/transaction.ts'
import { readWorklists } from './steps/worklist.ts'

export const listWorklists = (actor: Actor): Promise<{ items: Worklist[] }> =>
  read(actor, async (tx) => ({ items: await readWorklists(tx, actor) }))
