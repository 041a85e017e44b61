import type { Actor } from '#src/contracts/actor.ts'
import type { CycleOptions } from '#src/contracts/cycles.ts'
import { read } from '../../platform/transaction.ts'
import { listCycleOptions } from '../../repositories/cycle-list-repository.ts'

export const getCycleOptions = (actor: Actor): Promise<CycleOptions> =>
  read(actor, (tx) => listCycleOptions(tx, actor.labId))
