// The engine's only door (configuration/ is a second one, for the contracts alone). Exports are named one by one.
export type { Configuration, ConfigurationInput } from './configuration/configuration.ts'
export { configurationSchema, configurationVersion } from './configuration/configuration.ts'
export { emptyConfiguration } from './configuration/empty-configuration.ts'
export { unqualifiedSegment } from './configuration/segmentation.ts'

export type { AttributeName, Dataset } from './columns/dataset.ts'
export { attributeNames, excludedSegment } from './columns/dataset.ts'
export type { DatasetInput } from './columns/create-dataset.ts'
export { createDataset } from './columns/create-dataset.ts'
export { decodeDataset, encodeDataset } from './columns/dataset-binary.ts'

export { classCount } from './classify/cut-offs.ts'

export type {
  AxisResult,
  GroupResult,
  RuleResult,
  SegmentationResult,
  Tally,
} from './segmentation/segmentation-result.ts'
export { excludedIndex, outsideIndex } from './segmentation/segmentation-result.ts'
export type { SegmentationCache } from './segmentation/segmentation-cache.ts'
export { createSegmentationCache } from './segmentation/segmentation-cache.ts'
export { segment } from './segmentation/segment.ts'
export { encodeSegmentation } from './segmentation/encode-segmentation.ts'
export type { Partition, SegmentationDifference } from './segmentation/difference.ts'
export { difference, partitionOf, previousPartition } from './segmentation/difference.ts'
