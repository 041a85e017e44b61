import { dayNumber, dayText, parseDay, shiftMonths } from '../../lib/calendar.ts'
import type { Dataset } from '../columns/dataset.ts'
import type { Scalar } from '../configuration/conditions.ts'
import type { CycleCriterion } from '../configuration/criteria.ts'
import type { SegmentationWork } from '../segmentation/segmentation-work.ts'
import { axisBreakpoints, ruleConstants } from './breakpoints.ts'
import { crossingsOf, gapsReading } from './crossings.ts'
import { decimalsOf, powersOfTen } from './decimals.ts'
import type { Held } from './held-outcomes.ts'

/** Answers of one criterion among which the nearest one that moves the hcp is: both sides of every breakpoint. */
export function candidateAnswers(held: Held, criterion: CycleCriterion): Scalar[] {
  const { dataset, segmentation, result, row, work } = held
  if (criterion.kind === 'BOOLEAN') return [false, true]
  if (criterion.kind === 'CHOICE') return criterion.options.map((option) => option.code)
  const numbers = axisBreakpoints(segmentation, result, row, work, criterion.code)
  const constants = ruleConstants(
    segmentation,
    (field) => field.kind === 'criterion' && field.code === criterion.code,
  )
  const ruleNumbers = constants.filter((value) => typeof value === 'number')
  const gaps = gapsReading(segmentation, result, row, criterion.code)
  if (criterion.kind === 'DATE') {
    const ruleDays = constants.map((value) => parseDay(String(value))).filter((day) => day !== null)
    const months = gaps.length > 0 ? everyMonth : []
    return candidateDays([...numbers, ...ruleNumbers, ...months], ruleDays, dayNumber(dataset.referenceDay))
  }
  const unit = criterion.kind === 'SCALE' ? 10 : 1
  const crossings = crossingsOf(held, criterion, gaps)
  const breakpoints = [...numbers.map((value) => value / unit), ...ruleNumbers, ...crossings]
  return candidateNumbers(breakpoints, criterion, dataset, work)
}

/** What a formula does of a day is asked month by month, over two years ahead and thirty back. */
const everyMonth = Array.from({ length: 32 * 12 }, (_, index) => index - 24)

function candidateNumbers(
  breakpoints: readonly number[],
  criterion: CycleCriterion,
  dataset: Dataset,
  work: SegmentationWork,
): number[] {
  const step = powersOfTen[decimalsOf(criterion, dataset, work)] ?? 1
  const isScale = criterion.kind === 'SCALE'
  const minimum = isScale ? 0 : (criterion.minimum ?? -Infinity)
  const maximum = isScale ? 10 : (criterion.maximum ?? Infinity)
  const around = breakpoints.flatMap((value) => {
    const below = Math.floor(value * step)
    return [below - 1, below, below + 1, below + 2].map((index) => index / step + 0)
  })
  return [...new Set(around)].filter(
    (value) => Number.isFinite(value) && value >= minimum && value <= maximum,
  )
}

/** `months`: numbers of whole months before the reference day at which something changes. */
function candidateDays(months: readonly number[], days: readonly number[], reference: number): string[] {
  const furthestMonths = 12_000
  const edges = months
    .filter((value) => Math.abs(value) < furthestMonths)
    .flatMap((value) => [Math.floor(value), Math.floor(value) + 1])
    .map((value) => shiftMonths(reference, -value))
  const around = [...edges, ...days].flatMap((day) => [day - 1, day, day + 1])
  return [...new Set(around)].map(dayText)
}
