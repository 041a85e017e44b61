import type { Actor } from '#src/contracts/actor.ts'
import type { DirectoryFilter } from '#src/contracts/directory.ts'
import { notFound } from '#src/lib/app-error.ts'
import { mayEver, scope } from '#src/policy/can.ts'
import type { Tx } from '../../../platform/transaction.ts'
import { findDirectoryCycle } from '../../../repositories/hcp-history-repository.ts'
import type { DirectorySearch } from '../../../repositories/hcp-search-repository.ts'
import { requiredQuestions } from './hcp-answers.ts'
import { labToday } from './lab-today.ts'

/** A filter with what it stands on: the reader's walls, the day, the cycle it speaks of. */
export async function directorySearch(
  tx: Tx,
  actor: Actor,
  filter: DirectoryFilter,
): Promise<DirectorySearch> {
  const today = await labToday(tx, actor.labId)
  const cycle = await findDirectoryCycle(tx, actor.labId, today, filter.cycleId ?? null)
  if (filter.cycleId && !cycle) throw notFound()
  const walls = scope(actor, 'directory.read')
  // Who reaches sectors only learns segments when the cycle is published.
  const shown = cycle && { id: cycle.id, runId: walls.kind === 'lab' || cycle.published ? cycle.runId : null }
  const required =
    cycle && filter.qualified !== undefined && mayEver(actor, 'qualification.read')
      ? await requiredQuestions(tx, actor.labId, cycle.id)
      : null
  return { filter, scope: walls, cycle: shown, required, today }
}
