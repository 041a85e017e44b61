import { distributionOf, type AxisDistribution } from '../axes/distribution.ts'
import type { Dataset } from '../columns/dataset.ts'
import type { Configuration } from '../configuration/configuration.ts'
import { findSegmentation } from './segment.ts'
import { createSegmentationCache, type SegmentationCache } from './segmentation-cache.ts'
import { openWork } from './segmentation-work.ts'

export type DistributionRequest = {
  readonly segmentation: string
  readonly axis: string
  /** Code of one group of the axis; left out: all hcps together, with cut-offs only where there is one group. */
  readonly group?: string
  readonly binCount?: number
  readonly pointCount?: number
}

/**
 * Histogram and concentration curve of an axis over the universe. With the cache of `segment` it costs no sort.
 * Throws a RangeError on a segmentation, axis or group that does not exist.
 */
export function axisDistribution(
  dataset: Dataset,
  configuration: Configuration,
  { segmentation, axis: axisCode, group, binCount = 40, pointCount = 100 }: DistributionRequest,
  cache: SegmentationCache = createSegmentationCache(dataset),
): AxisDistribution {
  const axis = findSegmentation(configuration, segmentation).axes.find((one) => one.code === axisCode)
  if (!axis) throw new RangeError(`no axis ${axisCode}`)
  const work = openWork(dataset, configuration, cache)
  const { groups } = work.axis(axis)
  const sorted = work.sorted(axis)
  const options = { binCount, pointCount }
  if (group !== undefined || groups.length === 1) {
    const index = group === undefined ? 0 : groups.findIndex((one) => one.code === group)
    const values = sorted[index]
    const cutOffs = groups[index]?.cutOffs
    if (!values || !cutOffs) throw new RangeError(`no group ${group}`)
    return distributionOf(values, cutOffs, options)
  }
  const [all = new Float64Array()] = work.sortedTogether(axis)
  return distributionOf(all, new Float64Array(), options)
}
