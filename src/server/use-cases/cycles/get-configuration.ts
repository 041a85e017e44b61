import type { Actor } from '#src/contracts/actor.ts'
import type { WorkingConfigurationDto } from '#src/contracts/cycle-configuration.ts'
import { notFound } from '#src/lib/app-error.ts'
import { read } from '../../platform/transaction.ts'
import { findCycle } from '../../repositories/cycle-repository.ts'
import { describeConfiguration } from './steps/configuration.ts'

export const getConfiguration = (actor: Actor, cycleId: string): Promise<WorkingConfigurationDto> =>
  read(actor, async (tx) => {
    const cycle = await findCycle(tx, actor.labId, cycleId)
    if (!cycle) throw notFound()
    return describeConfiguration(tx, actor.labId, cycle)
  })
