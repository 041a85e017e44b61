import type { Tx } from '../../../platform/transaction.ts'
import { findCycle } from '../../../repositories/cycle-repository.ts'
import { listFollowedCycles } from '../../../repositories/follow-cycle-repository.ts'
import { asOfDay } from '../../follow-up/steps/as-of-day.ts'
import { askFollowUp } from '../../follow-up/steps/ask-follow-up.ts'

/** Asks for new figures when calls of days that they know already have changed; those of today wait for their night. */
export async function refreshFigures(
  tx: Tx,
  by: { labId: string; memberId: string },
  networkId: string,
  days: readonly string[],
  today: string,
): Promise<void> {
  for (const { id } of await listFollowedCycles(tx, by.labId, today, [networkId])) {
    const cycle = await findCycle(tx, by.labId, id)
    if (!cycle?.run) continue
    const { asOf } = await asOfDay(tx, by.labId, cycle.run, [networkId])
    const { startsOn } = cycle.run
    if (days.some((day) => day >= startsOn && day <= asOf)) await askFollowUp(tx, by, [networkId])
  }
}
