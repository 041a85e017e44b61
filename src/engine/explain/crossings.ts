import { isField } from '../configuration/condition-kinds.ts'
import type { Expression, Field, Formula, PlainComparison } from '../configuration/conditions.ts'
import type { CycleCriterion } from '../configuration/criteria.ts'
import type { Segmentation } from '../configuration/segmentation.ts'
import { compileFormula } from '../expressions/compile-expression.ts'
import { numberAt } from '../expressions/numbers.ts'
import { childrenOf, comparisonsIn, expressionFields } from '../expressions/condition-fields.ts'
import type { SegmentationResult } from '../segmentation/segmentation-result.ts'
import { criterionRange } from './criterion-range.ts'
import { copiesWith, type Held } from './held-outcomes.ts'

/**
 * What changes sign where a formula makes a difference: formula axes less their cut-offs, and the two sides of rules'
 * comparisons that `axisBreakpoints` cannot invert. Only those that the criterion can move.
 */
export function gapsReading(
  segmentation: Segmentation,
  result: SegmentationResult,
  row: number,
  criterion: string,
): Formula[] {
  const formulaAxes = segmentation.axes.flatMap(({ code, source }, index) => {
    if (source.kind !== 'formula' || !reads(source.formula, criterion, segmentation)) return []
    const { formula } = source
    const group = result.axes[index]?.groupOf?.[row] ?? 0
    const cuts = [...(result.axes[index]?.groups[group]?.cutOffs ?? [])].filter((cut) => !Number.isNaN(cut))
    const inside = comparisonsIn(formula).flatMap(gapsOf)
    const compared = segmentation.rules
      .flatMap((rule) => comparisonsIn(rule.condition))
      .filter(({ field }) => isField(field) && field.kind === 'axis' && field.code === code)
      .flatMap(gapsOf)
    return [...cuts.map((cut) => gap(formula, cut)), ...inside, ...compared]
  })
  const inRules = segmentation.rules
    .flatMap((rule) => comparisonsIn(rule.condition))
    .filter((comparison) => !isPlain(comparison))
    .flatMap(gapsOf)
  return [...formulaAxes, ...inRules].filter((one) => reads(one, criterion, segmentation))
}

const gap = (left: Formula, right: Formula): Formula => ({ op: '-', left, right })

/** A field against values: no formula. */
function isPlain(comparison: PlainComparison): boolean {
  const [field, ...others] = childrenOf(comparison)
  return field !== undefined && typeof field !== 'number' && 'kind' in field && others.every(isNumber)
}

const isNumber = (one: Expression) => typeof one === 'number'

function gapsOf(comparison: PlainComparison): Formula[] {
  const { field } = comparison
  switch (comparison.op) {
    case 'compare':
      return typeof comparison.value === 'object' || typeof comparison.value === 'number'
        ? [gap(field, comparison.value)]
        : []
    case 'in':
      return comparison.values.filter((value) => typeof value === 'number').map((value) => gap(field, value))
    case 'between':
      return [comparison.low, comparison.high].flatMap((bound) =>
        typeof bound === 'string' ? [] : [gap(field, bound)],
      )
    case 'missing':
      return [field]
  }
}

function reads(expression: Expression, criterion: string, { axes }: Segmentation): boolean {
  const movesAxis = (code: string) => {
    const source = axes.find((axis) => axis.code === code)?.source
    switch (source?.kind) {
      case 'criterion':
        return source.criterion === criterion
      case 'weighted':
        return source.terms.some((term) => term.criterion === criterion)
      case 'formula':
        return expressionFields(source.formula).some((one) => isCriterion(one, criterion))
      case undefined:
        return false
    }
  }
  return expressionFields(expression).some(
    (field) => isCriterion(field, criterion) || (field.kind === 'axis' && movesAxis(field.code)),
  )
}

const isCriterion = (field: Field, code: string) => field.kind === 'criterion' && field.code === code

const coarsePoints = 256
const finePoints = 24
const rounds = 4

/**
 * Numbers of a criterion, in the unit of its answer, near which one of the gaps changes sign or begins to be missing:
 * looked for on a grid over its declared range (else twice the observed width on both sides of the answer) and at every
 * constant, each change then closed in on. Two changes within 1/256 of the range may be taken for none.
 */
export function crossingsOf(held: Held, criterion: CycleCriterion, gaps: readonly Formula[]): number[] {
  if (gaps.length === 0) return []
  const numbers = gaps.map(compileFormula)
  const signsAt = (points: readonly number[]): string[] => {
    const { reader } = copiesWith(held, criterion.code, points)
    const values = numbers.map((one) => one(reader))
    return points.map((_, at) => values.map((one) => signOf(numberAt(one, at))).join(''))
  }
  const { low, high } = rangeOf(held, criterion)
  const grid = Array.from(
    { length: coarsePoints + 1 },
    (_, index) => low + ((high - low) * index) / coarsePoints,
  )
  const constants = gaps.flatMap(constantsOf).filter((value) => value >= low && value <= high)
  let brackets = changesIn(
    [...new Set([...grid, ...constants])].sort((left, right) => left - right),
    signsAt,
  )
  for (let round = 0; round < rounds && brackets.length > 0; round += 1) {
    brackets = brackets.flatMap(([from, to]) => {
      const steps = Array.from(
        { length: finePoints + 1 },
        (_, index) => from + ((to - from) * index) / finePoints,
      )
      return changesIn(steps, signsAt)
    })
  }
  return brackets.flat()
}

function signOf(value: number): string {
  return Number.isNaN(value) ? '?' : value > 0 ? '+' : value < 0 ? '-' : '0'
}

function changesIn(
  points: readonly number[],
  signsAt: (points: readonly number[]) => string[],
): (readonly [number, number])[] {
  const signs = signsAt(points)
  return points.flatMap((point, at) => {
    const next = points[at + 1]
    return next !== undefined && signs[at] !== signs[at + 1] ? [[point, next] as const] : []
  })
}

function rangeOf({ dataset, work, row }: Held, criterion: CycleCriterion): { low: number; high: number } {
  if (criterion.kind === 'SCALE') return { low: 0, high: 10 }
  const column = dataset.criteria[criterion.code]
  const own = column?.kind === 'number' ? (column.values[row] ?? 0) : 0
  const width = criterionRange(criterion, dataset, work)
  return { low: criterion.minimum ?? own - 2 * width, high: criterion.maximum ?? own + 2 * width }
}

function constantsOf(formula: Expression): number[] {
  if (typeof formula === 'number') return [formula]
  return childrenOf(formula).flatMap(constantsOf)
}
