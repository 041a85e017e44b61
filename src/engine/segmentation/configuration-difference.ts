import { datasetOfSegmentation } from '../columns/product-view.ts'
import type { Dataset } from '../columns/dataset.ts'
import type { Configuration } from '../configuration/configuration.ts'
import { difference, partitionOf, type SegmentationDifference } from './difference.ts'
import { contactsBySegment, sectorContacts, type SectorContacts } from './segment-contacts.ts'
import { segment } from './segment.ts'
import type { SegmentationResult } from './segmentation-result.ts'

export type ConfigurationDifference = {
  readonly before: SegmentationResult
  readonly after: SegmentationResult
  /** Who moves, from where to where; `movers` are rows of the dataset. */
  readonly moves: SegmentationDifference
  /** Contacts by sector under each configuration's own grid; null when neither grid reads this segmentation. */
  readonly sectors: readonly SectorContacts[] | null
}

const noContacts: ReadonlyMap<string, number> = new Map()

/**
 * What a second configuration changes on the same hcps. A grid that does not read the segmentation gives no contact on
 * its side. Throws a RangeError when one of the two has no such segmentation. Two segmentations of the hcps, then linear.
 */
export function configurationDifference(
  dataset: Dataset,
  before: Configuration,
  after: Configuration,
  segmentation: string,
): ConfigurationDifference {
  const view = datasetOfSegmentation(dataset, segmentation)
  const sideOf = (configuration: Configuration) => ({
    result: segment(view, configuration, segmentation),
    contacts: contactsBySegment(configuration.grid, segmentation),
  })
  const [earlier, later] = [sideOf(before), sideOf(after)]
  const hasContacts = earlier.contacts !== null || later.contacts !== null
  const side = ({ result, contacts }: typeof earlier) => ({ result, contacts: contacts ?? noContacts })
  return {
    before: earlier.result,
    after: later.result,
    moves: difference(partitionOf(earlier.result), partitionOf(later.result)),
    sectors: hasContacts ? sectorContacts(view, side(earlier), side(later)) : null,
  }
}
