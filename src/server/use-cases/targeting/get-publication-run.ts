import type { Actor } from '#src/contracts/actor.ts'
import type { PublicationRun } from '#src/contracts/targeting.ts'
import { assertCan } from '#src/policy/assert-can.ts'
import { notFound } from '#src/lib/app-error.ts'
import { read } from '../../platform/transaction.ts'
import { findCycle } from '../../repositories/cycle-repository.ts'
import { findLatestPublicationRun, publicationRunDto } from '../../repositories/publication-run-repository.ts'

/** How far the latest publication of a cycle is. */
export const getPublicationRun = (actor: Actor, cycleId: string): Promise<{ run: PublicationRun | null }> =>
  read(actor, async (tx) => {
    const { labId } = actor
    if (!(await findCycle(tx, labId, cycleId))) throw notFound()
    assertCan(actor, 'targeting.publish', { labId })
    const run = await findLatestPublicationRun(tx, labId, cycleId)
    return { run: run && publicationRunDto(run) }
  })
