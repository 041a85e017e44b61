import type { Actor } from '#src/contracts/actor.ts'
import type { CycleTransitionDto } from '#src/contracts/cycles.ts'
import { notFound } from '#src/lib/app-error.ts'
import { read } from '../../platform/transaction.ts'
import { findCycle } from '../../repositories/cycle-repository.ts'
import { listTransitions as findTransitions } from '../../repositories/cycle-transition-repository.ts'

export const listTransitions = (actor: Actor, cycleId: string): Promise<{ items: CycleTransitionDto[] }> =>
  read(actor, async (tx) => {
    if (!(await findCycle(tx, actor.labId, cycleId))) throw notFound()
    return { items: await findTransitions(tx, actor.labId, cycleId) }
  })
