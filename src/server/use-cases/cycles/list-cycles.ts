import type { Actor } from '#src/contracts/actor.ts'
import type { CycleLine } from '#src/contracts/cycles.ts'
import { read } from '../../platform/transaction.ts'
import { ownPlans, readCycleLines } from './steps/read-lines.ts'

export const listCycles = (actor: Actor): Promise<{ items: CycleLine[] }> =>
  read(actor, async (tx) => ({ items: await readCycleLines(tx, actor.labId, ownPlans(actor)) }))
