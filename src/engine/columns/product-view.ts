import type { Column } from '../../lib/columns/column-types.ts'
import type { Dataset } from './dataset.ts'

/**
 * The dataset as one segmentation reads it: answers asked per product, columns `criterion:product`, stand under their
 * criterion's code for the segmentation of that product. Without any, the dataset itself (and so its cache).
 */
export function datasetOfSegmentation(dataset: Dataset, segmentation: string): Dataset {
  const suffix = `:${segmentation}`
  const own = Object.entries(dataset.criteria).flatMap(([key, column]): [string, Column][] =>
    key.endsWith(suffix) ? [[key.slice(0, -suffix.length), column]] : [],
  )
  if (own.length === 0) return dataset
  return { ...dataset, criteria: { ...dataset.criteria, ...Object.fromEntries(own) } }
}
