import type { Actor } from '#src/contracts/actor.ts'
import type { ChecklistDto } from '#src/contracts/cycles.ts'
import { notFound } from '#src/lib/app-error.ts'
import { read } from '../../platform/transaction.ts'
import { findCycle } from '../../repositories/cycle-repository.ts'
import { checklistItems, checklistOf } from './steps/checklist.ts'
import { configurationInForce } from './steps/configuration.ts'

export const getChecklist = (actor: Actor, cycleId: string): Promise<ChecklistDto> =>
  read(actor, async (tx) => {
    const cycle = await findCycle(tx, actor.labId, cycleId)
    if (!cycle) throw notFound()
    const { document } = await configurationInForce(tx, actor.labId, cycle)
    return checklistOf(cycle, await checklistItems(tx, actor.labId, cycle, document))
  })
