import type { Actor } from '#src/contracts/actor.ts'
import type { CycleDto } from '#src/contracts/cycles.ts'
import { notFound } from '#src/lib/app-error.ts'
import { read } from '../../platform/transaction.ts'
import { findCycle } from '../../repositories/cycle-repository.ts'

export async function getCycle(actor: Actor, cycleId: string): Promise<CycleDto> {
  const cycle = await read(actor, (tx) => findCycle(tx, actor.labId, cycleId))
  if (!cycle) throw notFound()
  return cycle
}
