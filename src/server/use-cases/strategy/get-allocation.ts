import type { Actor } from '#src/contracts/actor.ts'
import { encodeAllocation } from '#src/engine/index.ts'
import { notFound } from '#src/lib/app-error.ts'
import { assertCan } from '#src/policy/assert-can.ts'
import { sha256 } from '../../platform/hash.ts'
import { snapshot } from '../../platform/transaction.ts'
import { findCycle } from '../../repositories/cycle-repository.ts'
import { configurationInForce } from '../cycles/steps/configuration.ts'
import { readAllocation } from './steps/read-allocation.ts'

/** One binary body: per hcp its sector, segment, axis, constraints. No name, no id of an hcp leaves. */
export async function getAllocation(
  actor: Actor,
  cycleId: string,
): Promise<{ hash: string; bytes: Uint8Array<ArrayBuffer> }> {
  const { labId } = actor
  const basis = await snapshot(actor, async (tx) => {
    const cycle = await findCycle(tx, labId, cycleId)
    if (!cycle) throw notFound()
    assertCan(actor, 'configuration.read', { labId })
    const { document } = await configurationInForce(tx, labId, cycle)
    return readAllocation(tx, labId, cycle, document)
  })
  const bytes = encodeAllocation(basis.input)
  return { hash: sha256(bytes), bytes }
}
