import type { Dataset } from '../columns/dataset.ts'
import type { Configuration } from '../configuration/configuration.ts'
import type { Segmentation } from '../configuration/segmentation.ts'
import { placeInCells, readMatrix } from '../matrix/cells.ts'
import { placeInSegments } from '../matrix/place-in-segments.ts'
import { applyRules } from '../matrix/rules.ts'
import { createSegmentationCache, type SegmentationCache } from './segmentation-cache.ts'
import type { SegmentationResult } from './segmentation-result.ts'
import { openWork } from './segmentation-work.ts'

/**
 * Segments every hcp of a dataset by one segmentation of a configuration: universe, axes, classes, matrix, rules.
 * Pure: the same dataset and configuration give the same result, to the byte (`encodeSegmentation`). A `cache` made for
 * this dataset makes the next call cost only what changed. Throws a RangeError when the configuration has no such
 * segmentation; what `validateConfiguration` reports otherwise is read as missing.
 */
export function segment(
  dataset: Dataset,
  configuration: Configuration,
  segmentationCode: string,
  cache: SegmentationCache = createSegmentationCache(dataset),
): SegmentationResult {
  const segmentation = findSegmentation(configuration, segmentationCode)
  const work = openWork(dataset, configuration, cache)
  const universe = work.universe()
  const axes = segmentation.axes.map((axis) => work.axis(axis))
  const matrix = readMatrix(segmentation)
  const cells = placeInCells(matrix, axes, universe)
  const { ruleOf, rules } = applyRules(segmentation.rules, universe, work.reader(axes))
  return {
    segmentation: segmentation.code,
    rows: dataset.rows,
    universeCount: countOnes(universe),
    axes,
    segmentCodes: matrix.segmentCodes,
    cells,
    ruleOf,
    rules,
    ...placeInSegments(matrix, cells, ruleOf, segmentation.rules, universe, axes),
  }
}

function countOnes(mask: Uint8Array): number {
  let count = 0
  for (let row = 0; row < mask.length; row += 1) count += mask[row] ?? 0
  return count
}

export function findSegmentation(configuration: Configuration, code: string): Segmentation {
  const segmentation = configuration.segmentations.find((one) => one.code === code)
  if (!segmentation) throw new RangeError(`no segmentation ${code}`)
  return segmentation
}
