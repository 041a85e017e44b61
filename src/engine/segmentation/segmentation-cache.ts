import type { Dataset } from '../columns/dataset.ts'
import type { Scale } from '../axes/scales.ts'
import type { AxisValues, SortedValues } from '../axes/axis-values.ts'
import type { AxisResult } from './segmentation-result.ts'

/** Keeps the most recently used values, so that a slider moved for minutes does not fill the memory. */
export type Memory<T> = (key: string, make: () => T) => T

/**
 * What one dataset's segmentations share between moves: numbers of criteria, masks of conditions that read no axis,
 * values of axes and their sorted copies, classified axes. Keys hold everything the value depends on but the dataset.
 */
export type SegmentationCache = {
  readonly dataset: Dataset
  readonly numbers: Memory<Float64Array>
  readonly masks: Memory<Uint8Array>
  readonly scales: Memory<Scale>
  /** Terms of axes on their scales. */
  readonly scaled: Memory<Float64Array>
  readonly values: Memory<AxisValues>
  readonly sorted: Memory<SortedValues>
  readonly axes: Memory<AxisResult>
  /** Single numbers that cost a pass over a column. */
  readonly facts: Memory<number>
}

export function createSegmentationCache(dataset: Dataset): SegmentationCache {
  return {
    dataset,
    numbers: createMemory(64),
    masks: createMemory(128),
    scales: createMemory(32),
    scaled: createMemory(32),
    values: createMemory(16),
    sorted: createMemory(16),
    axes: createMemory(16),
    facts: createMemory(512),
  }
}

function createMemory<T>(limit: number): Memory<T> {
  const kept = new Map<string, T>()
  return (key, make) => {
    const found = kept.get(key)
    const value = found ?? make()
    kept.delete(key)
    kept.set(key, value)
    const oldest = kept.keys().next()
    if (kept.size > limit && !oldest.done) kept.delete(oldest.value)
    return value
  }
}
