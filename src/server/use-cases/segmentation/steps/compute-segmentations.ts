import type { Configuration } from '#src/contracts/cycle-configuration.ts'
import {
  createSegmentationCache,
  datasetOfSegmentation,
  encodeSegmentation,
  segment,
  type Dataset,
  type SegmentationCache,
  type SegmentationResult,
} from '#src/engine/index.ts'
import { sha256 } from '../../../platform/hash.ts'

export type Computed = {
  code: string
  /** The dataset as this segmentation reads it, and what the engine remembers of it. */
  dataset: Dataset
  cache: SegmentationCache
  result: SegmentationResult
}

/** Every segmentation of a configuration over one dataset, in their order. */
export function computeSegmentations(dataset: Dataset, document: Configuration): Computed[] {
  const shared = createSegmentationCache(dataset)
  return document.segmentations.map(({ code }) => {
    const own = datasetOfSegmentation(dataset, code)
    const cache = own === dataset ? shared : createSegmentationCache(own)
    return { code, dataset: own, cache, result: segment(own, document, code, cache) }
  })
}

/** SHA-256 of each result, and of all of them: their bytes one after the other. */
export function resultHashes(computed: readonly Computed[]): { each: string[]; all: string } {
  const bodies = computed.map(({ result }) => encodeSegmentation(result))
  return { each: bodies.map(sha256), all: sha256(Buffer.concat(bodies)) }
}
