import { notFound } from '#src/lib/app-error.ts'
import { clock } from '../../../platform/clock.ts'
import type { Tx } from '../../../platform/transaction.ts'
import { findLab } from '../../../repositories/lab-repository.ts'

/** The day that it is where the lab is. */
export async function labToday(tx: Tx, labId: string): Promise<string> {
  const lab = await findLab(tx, labId)
  if (!lab) throw notFound()
  return clock.today(lab.timeZone)
}
