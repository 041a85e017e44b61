import type { Actor } from '#src/contracts/actor.ts'
import type { CycleState } from '#src/contracts/cycles.ts'
import { read } from '../../platform/transaction.ts'
import { listCycleHeads } from '../../repositories/cycle-list-repository.ts'

/** For the switcher: the latest run first. */
export const listCycleNames = (
  actor: Actor,
): Promise<{ items: { id: string; name: string; state: CycleState }[] }> =>
  read(actor, async (tx) => {
    const heads = await listCycleHeads(tx, actor.labId)
    return { items: heads.map(({ id, name, state }) => ({ id, name, state })) }
  })
