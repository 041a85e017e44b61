import type { Configuration } from '#src/contracts/cycle-configuration.ts'
import type { WorkingConfigurationDto } from '#src/contracts/cycle-configuration.ts'
import type { OfficialSegmentation, SavedSegmentation } from '#src/contracts/segmentation.ts'
import type { Tx } from '../../../platform/transaction.ts'
import { findLatestRun, segmentationRunDto } from '../../../repositories/run-repository.ts'
import { loadConfiguration } from '../../cycles/steps/configuration.ts'
import { sameSegmentation } from './assert-segmentation-runs.ts'

/** Who saved the universe or the segmentations last. */
export function savedSegmentation(working: WorkingConfigurationDto): SavedSegmentation {
  const own = working.saved.filter(({ section }) => section === 'universe' || section === 'segmentations')
  const [last] = own.toSorted((one, other) => other.version - one.version)
  return {
    version: working.version,
    saved: last ? { by: last.by, at: last.at } : null,
    universe: working.document.universe,
    segmentations: working.document.segmentations,
  }
}

/** The last official run that ended well, with the configuration that it computed. */
export async function officialSegmentation(
  tx: Tx,
  labId: string,
  cycleId: string,
  document: Configuration,
): Promise<OfficialSegmentation | null> {
  const run = await findLatestRun(tx, labId, cycleId, { done: true })
  if (!run) return null
  const computed = await loadConfiguration(tx, labId, run.configurationHash)
  return {
    run: segmentationRunDto(run),
    resultHash: run.resultHash ?? '',
    datasetHash: run.datasetHash ?? '',
    universe: computed.universe,
    criteria: computed.criteria,
    segmentations: computed.segmentations,
    upToDate: sameSegmentation(computed, document),
  }
}
