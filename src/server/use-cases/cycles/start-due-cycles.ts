import { clock } from '../../platform/clock.ts'
import { actorless, type Tx } from '../../platform/transaction.ts'
import { findDueCycles, lockCycle } from '../../repositories/cycle-repository.ts'
import { findLab } from '../../repositories/lab-repository.ts'
import { transitionCycle } from './steps/transition-cycle.ts'

/**
 * Starts the runs whose first day has come and closes those whose last day is past, in the lab's time zone: one
 * transaction a cycle. Safe to call at any time and by several at once. Answers how many moved.
 */
export async function startDueCycles(labId: string): Promise<number> {
  const dueCycles = async (tx: Tx) => {
    const lab = await findLab(tx, labId)
    return findDueCycles(tx, labId, clock.today(lab?.timeZone ?? 'Europe/Paris'))
  }
  const due = await actorless({ labId }, async (tx) => ({ value: await dueCycles(tx), audit: null }))
  for (const { id, to } of due) {
    await actorless({ labId }, async (tx) => {
      await lockCycle(tx, labId, id)
      // Another process may have moved it since the list was read.
      const still = (await dueCycles(tx)).some((one) => one.id === id && one.to === to)
      if (!still) return { value: null, audit: null }
      const { audit } = await transitionCycle(tx, { labId, memberId: null }, id, to, null)
      return { value: null, audit }
    })
  }
  return due.length
}
