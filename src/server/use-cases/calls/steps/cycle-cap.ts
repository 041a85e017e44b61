import type { Tx } from '../../../platform/transaction.ts'
import { findCycle } from '../../../repositories/cycle-repository.ts'
import { configurationInForce } from '../../cycles/steps/configuration.ts'

/** The yearly maximum of contacts that a cycle sets for every hcp; null = none. */
export async function cycleCap(tx: Tx, labId: string, cycleId: string | undefined): Promise<number | null> {
  const cycle = cycleId ? await findCycle(tx, labId, cycleId) : null
  if (!cycle) return null
  return (await configurationInForce(tx, labId, cycle)).document.constraints.yearlyContactCap
}
