import { addDays } from '#src/lib/calendar.ts'
import { clock } from '../../../platform/clock.ts'
import type { Tx } from '../../../platform/transaction.ts'
import { findLab } from '../../../repositories/lab-repository.ts'
import { listCallWatermarks, type CallWatermark } from '../../../repositories/watermark-repository.ts'

export type AsOfDay = {
  asOf: string
  today: string
  /** Why it is not yesterday: the source that holds it back. */
  heldBy: CallWatermark | null
  watermarks: CallWatermark[]
}

/**
 * The last day that the figures of a run know: the earlier of yesterday, where the lab is, and the earliest watermark
 * over the call sources of its network; never after the run's last day.
 */
export async function asOfDay(
  tx: Tx,
  labId: string,
  run: { endsOn: string },
  networkIds: readonly string[],
): Promise<AsOfDay> {
  const lab = await findLab(tx, labId)
  const today = clock.today(lab?.timeZone ?? 'Europe/Paris')
  const watermarks = await listCallWatermarks(tx, labId, networkIds)
  let asOf = addDays(today, -1)
  let heldBy: CallWatermark | null = null
  for (const mark of watermarks)
    if (mark.completeThrough < asOf) {
      asOf = mark.completeThrough
      heldBy = mark
    }
  return { asOf: asOf > run.endsOn ? run.endsOn : asOf, today, heldBy, watermarks }
}
