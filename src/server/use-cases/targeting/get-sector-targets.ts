import type { Actor } from '#src/contracts/actor.ts'
import type { TargetLine } from '#src/contracts/targeting.ts'
import { snapshot } from '../../platform/transaction.ts'
import { readTargetLines } from './steps/read-target-lines.ts'

/** One sector as its rep will see it. */
export const getSectorTargets = (
  actor: Actor,
  cycleId: string,
  sectorId: string,
): Promise<{ items: TargetLine[] }> =>
  snapshot(actor, async (tx) => {
    const { lines } = await readTargetLines(tx, actor, cycleId, sectorId)
    return { items: lines }
  })
