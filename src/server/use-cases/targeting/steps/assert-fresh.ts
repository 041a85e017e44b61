import { canonicalJson } from '#src/lib/canonical-json.ts'
import { refused } from '#src/lib/app-error.ts'
import type { CycleDto } from '#src/contracts/cycles.ts'
import { sha256 } from '../../../platform/hash.ts'
import type { Tx } from '../../../platform/transaction.ts'
import { findOfficialRun } from '../../../repositories/cycle-figures-repository.ts'
import type { PublicationRunRow } from '../../../repositories/publication-run-repository.ts'
import { loadWorkingConfiguration } from '../../cycles/steps/configuration.ts'

/** Refuses a publication whose cycle, official run or configuration is no more what was asked to be published. */
export async function assertFresh(
  tx: Tx,
  labId: string,
  cycle: CycleDto,
  run: PublicationRunRow,
): Promise<void> {
  if (cycle.state !== 'STRATEGY') throw refused('targeting-not-in-strategy', { state: cycle.state })
  const official = await findOfficialRun(tx, labId, cycle.id)
  if (official?.id !== run.officialRunId) throw refused('targeting-run-moved')
  const { document } = await loadWorkingConfiguration(tx, labId, cycle.id)
  if (sha256(canonicalJson(document)) !== run.configurationHash)
    throw refused('targeting-configuration-moved')
}
