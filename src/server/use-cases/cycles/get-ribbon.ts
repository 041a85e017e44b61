import type { Actor } from '#src/contracts/actor.ts'
import type { CycleLine } from '#src/contracts/cycles.ts'
import { read } from '../../platform/transaction.ts'
import { ownPlans, readCycleLine } from './steps/read-lines.ts'

export const getRibbon = (actor: Actor, cycleId: string): Promise<CycleLine> =>
  read(actor, (tx) => readCycleLine(tx, actor.labId, ownPlans(actor), cycleId))
