import type { Dataset } from '../columns/dataset.ts'
import type { CycleCriterion } from '../configuration/criteria.ts'
import type { SegmentationWork } from '../segmentation/segmentation-work.ts'

export const powersOfTen: readonly number[] = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000]

/** Decimals that the answers of a criterion use, at most 6; none for INTEGER. A change is proposed in that precision. */
export function decimalsOf(criterion: CycleCriterion, dataset: Dataset, work: SegmentationWork): number {
  const column = dataset.criteria[criterion.code]
  if (criterion.kind === 'INTEGER' || column?.kind !== 'number') return 0
  return work.fact(`decimals|${criterion.code}`, () => {
    let decimals = 0
    for (const value of column.values) {
      if (Number.isNaN(value) || Number.isInteger(value)) continue
      while (decimals < powersOfTen.length - 1 && Number(value.toFixed(decimals)) !== value) decimals += 1
    }
    return decimals
  })
}

/** A difference without the noise of binary fractions. */
export function roundTo(value: number, decimals: number): number {
  const step = powersOfTen[decimals] ?? 1
  return Math.round(value * step) / step
}
