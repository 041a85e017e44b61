import { missingDay } from '../../lib/columns/column-types.ts'
import { sortWithinGroups } from '../axes/sort-within-groups.ts'
import { quantile } from '../classify/quantile.ts'
import type { Dataset } from '../columns/dataset.ts'
import type { CycleCriterion } from '../configuration/criteria.ts'
import type { SegmentationWork } from '../segmentation/segmentation-work.ts'

/**
 * The width that a change of an answer is measured against: declared bounds, else the observed 5–95 % range of the
 * universe (its whole range where that has no width, 1 where all are equal); options and BOOLEAN in steps.
 */
export function criterionRange(criterion: CycleCriterion, dataset: Dataset, work: SegmentationWork): number {
  switch (criterion.kind) {
    case 'SCALE':
      return 10
    case 'BOOLEAN':
      return 1
    case 'CHOICE':
      return Math.max(criterion.options.length - 1, 1)
    case 'NUMBER':
    case 'INTEGER':
    case 'PERCENT':
    case 'DATE':
    case 'TEXT':
      break
  }
  const { minimum, maximum } = criterion
  if (minimum !== null && maximum !== null && maximum > minimum) return maximum - minimum
  return work.fact(`range|${criterion.code}`, () => observedRange(criterion.code, dataset, work))
}

function observedRange(criterion: string, dataset: Dataset, work: SegmentationWork): number {
  const column = dataset.criteria[criterion]
  const values =
    column?.kind === 'day'
      ? Float64Array.from(column.values, (day) => (day === missingDay ? NaN : day))
      : work.numbersOf(criterion)
  const [ascending = new Float64Array()] = sortWithinGroups(values, work.universe(), {
    groupOf: null,
    count: 1,
  })
  const middle = quantile(ascending, 95, 100) - quantile(ascending, 5, 100)
  const whole = (ascending.at(-1) ?? 0) - (ascending[0] ?? 0)
  return middle > 0 ? middle : whole > 0 ? whole : 1
}
