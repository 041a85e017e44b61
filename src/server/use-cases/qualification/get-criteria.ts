import type { Actor } from '#src/contracts/actor.ts'
import type { CriteriaDto } from '#src/contracts/qualification.ts'
import { notFound } from '#src/lib/app-error.ts'
import { read } from '../../platform/transaction.ts'
import { findCycle } from '../../repositories/cycle-repository.ts'
import { describeCriteria } from './steps/criteria.ts'

export const getCriteria = (actor: Actor, cycleId: string): Promise<CriteriaDto> =>
  read(actor, async (tx) => {
    const cycle = await findCycle(tx, actor.labId, cycleId)
    if (!cycle) throw notFound()
    return describeCriteria(tx, actor.labId, cycle)
  })
