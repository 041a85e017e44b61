import { onScale, type Scale } from '../axes/scales.ts'
import { lowerBound, upperBound } from '../../lib/stable-sort.ts'
import { isField, isScalar } from '../configuration/condition-kinds.ts'
import type { Field, PlainComparison, Scalar } from '../configuration/conditions.ts'
import type { Axis, Segmentation } from '../configuration/segmentation.ts'
import { comparisonsIn } from '../expressions/condition-fields.ts'
import type { SegmentationResult } from '../segmentation/segmentation-result.ts'
import type { SegmentationWork } from '../segmentation/segmentation-work.ts'

/**
 * The numbers of a criterion (as axes read it) at which one of the segmentation's axes, the hcp's other answers held,
 * meets a cut-off or a constant of a rule. Rounding may leave them a hair aside: callers try both sides.
 */
export function axisBreakpoints(
  segmentation: Segmentation,
  result: SegmentationResult,
  row: number,
  work: SegmentationWork,
  criterion: string,
): number[] {
  return segmentation.axes.flatMap((axis, index) => {
    const group = result.axes[index]?.groupOf?.[row] ?? 0
    const cuts = result.axes[index]?.groups[group]?.cutOffs ?? new Float64Array()
    const constants = ruleConstants(
      segmentation,
      (field) => field.kind === 'axis' && field.code === axis.code,
    )
    const levels = [...cuts, ...constants.filter((value) => typeof value === 'number')]
    return levels
      .filter((level) => !Number.isNaN(level))
      .flatMap((level) => invert(axis, work, row, group, criterion, level))
  })
}

/** What the rules of a segmentation compare a field with; comparisons with a formula are `crossingsOf`'s. */
export function ruleConstants(segmentation: Segmentation, reads: (field: Field) => boolean): Scalar[] {
  return segmentation.rules
    .flatMap((rule) => comparisonsIn(rule.condition))
    .filter(({ field }) => isField(field) && reads(field))
    .flatMap(comparedWith)
}

function comparedWith(condition: PlainComparison): Scalar[] {
  switch (condition.op) {
    case 'compare':
      return [condition.value].filter(isScalar)
    case 'in':
      return condition.values
    case 'between':
      return [condition.low, condition.high].filter((bound) => isScalar(bound))
    case 'missing':
      return []
  }
}

function invert(
  axis: Axis,
  work: SegmentationWork,
  row: number,
  group: number,
  criterion: string,
  level: number,
): number[] {
  if (axis.source.kind === 'formula') return []
  if (axis.source.kind === 'criterion') return axis.source.criterion === criterion ? [level] : []
  const { terms } = work.values(axis).fitted
  const parts = terms.map((term) => {
    const own = work.numbersOf(term.criterion)[row] ?? NaN
    return { ...term, own, normalised: onScale(term.scale, own, own, group) }
  })
  const present = parts.filter((part) => !Number.isNaN(part.normalised))
  const weights = present.reduce((sum, part) => sum + part.weight, 0)
  const total = present.reduce((sum, part) => sum + part.weight * part.normalised, 0)
  return present
    .filter((part) => part.criterion === criterion && part.weight > 0)
    .flatMap((part) => {
      const needed = (level * weights - (total - part.weight * part.normalised)) / part.weight
      return numbersOnScale(part.scale, needed, part.own, group)
    })
}

/** Numbers around which a scale passes the value needed. */
function numbersOnScale(scale: Scale, needed: number, own: number, group: number): number[] {
  if (scale.kind === 'identity') return [needed]
  if (scale.kind === 'minmax') return [scale.low + (needed / 100) * (scale.high - scale.low)]
  const ascending = scale.ascending[group] ?? new Float64Array()
  let low = 0
  let high = ascending.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (onScale(scale, ascending[middle] ?? NaN, own, group) < needed) low = middle + 1
    else high = middle
  }
  // Values on both sides too: rounding, or the hcp's own value, may hide the one where the others' ranks change.
  const around: number[] = []
  let above = low
  let below = low
  for (let step = 0; step < 3; step += 1) {
    const next = ascending[above]
    if (next !== undefined) {
      around.push(next)
      above = upperBound(ascending, next)
    }
    const previous = ascending[below - 1]
    if (previous !== undefined) {
      around.push(previous)
      below = lowerBound(ascending, previous)
    }
  }
  return around
}
