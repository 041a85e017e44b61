import type { Actor } from '#src/contracts/actor.ts'
import { startDueCycles } from '../use-cases/cycles/start-due-cycles.ts'

/** Swept by the clock: runs begin and end on their day, whoever is there. */
export async function cyclesStartDue(actor: Pick<Actor, 'labId'>): Promise<void> {
  await startDueCycles(actor.labId)
}
