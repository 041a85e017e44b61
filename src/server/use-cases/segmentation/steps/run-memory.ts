import type { Configuration } from '#src/contracts/cycle-configuration.ts'
import type { Tx } from '../../../platform/transaction.ts'
import { findDatasetColumns } from '../../../repositories/dataset-repository.ts'
import type { OfficialRunRow } from '../../../repositories/run-repository.ts'
import { loadConfiguration } from '../../cycles/steps/configuration.ts'
import { computeSegmentations, type Computed } from './compute-segmentations.ts'
import { thawDataset } from './dataset-body.ts'

export type RememberedRun = { document: Configuration; computed: readonly Computed[] | null }

// What a finished run computed never changes: a few are kept, so that « why » costs no second run.
const kept = new Map<string, RememberedRun>()
const most = 3

/** A finished run computed again from what it froze; `computed` null when its dataset is no longer kept. */
export async function rememberRun(tx: Tx, labId: string, run: OfficialRunRow): Promise<RememberedRun> {
  const key = `${labId} ${run.id}`
  const known = kept.get(key)
  if (known) {
    kept.delete(key)
    kept.set(key, known)
    return known
  }
  const document = await loadConfiguration(tx, labId, run.configurationHash)
  const stored = run.datasetHash ? await findDatasetColumns(tx, labId, run.datasetHash) : null
  const dataset = stored && thawDataset(stored)
  const made = { document, computed: dataset && computeSegmentations(dataset, document) }
  kept.set(key, made)
  const oldest = kept.keys().next()
  if (kept.size > most && !oldest.done) kept.delete(oldest.value)
  return made
}
