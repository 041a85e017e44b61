import type { Dataset } from '../columns/dataset.ts'
import type { Configuration } from '../configuration/configuration.ts'
import type { Formula, Scalar } from '../configuration/conditions.ts'
import type { Axis, Segmentation } from '../configuration/segmentation.ts'
import { compileFormula } from '../expressions/compile-expression.ts'
import { numberAt } from '../expressions/numbers.ts'
import { expressionCriteria } from '../expressions/condition-fields.ts'
import { onScale } from '../axes/scales.ts'
import { classesOfCell, readMatrix } from '../matrix/cells.ts'
import { printExpression } from '../expressions/print-expression.ts'
import { findSegmentation } from '../segmentation/segment.ts'
import { createSegmentationCache, type SegmentationCache } from '../segmentation/segmentation-cache.ts'
import {
  excludedIndex,
  outsideIndex,
  type AxisResult,
  type SegmentationResult,
} from '../segmentation/segmentation-result.ts'
import { openWork } from '../segmentation/segmentation-work.ts'
import { answerAt } from './answers.ts'
import type { AxisExplanation, CellExplanation, Explanation, TermExplanation } from './explanation.ts'
import { copiesWith, type Held } from './held-outcomes.ts'
import { smallestChange } from './smallest-change.ts'

/**
 * Explains one hcp of a result computed by `segment` on this very dataset and configuration. Give the cache of that call:
 * the scales are then at hand. Throws a RangeError on a row that does not exist.
 */
export function explain(
  dataset: Dataset,
  configuration: Configuration,
  result: SegmentationResult,
  row: number,
  cache: SegmentationCache = createSegmentationCache(dataset),
): Explanation {
  const hcpId = dataset.hcpIds[row]
  if (hcpId === undefined) throw new RangeError(`no hcp in row ${row}`)
  const segmentation = findSegmentation(configuration, result.segmentation)
  const work = openWork(dataset, configuration, cache)
  const held: Held = { dataset, configuration, segmentation, result, row, work }
  const place = result.segments[row] ?? outsideIndex
  const used = new Set(criteriaRead(segmentation))
  const answerOf = (criterion: string): Scalar | null => answerAt(dataset.criteria[criterion], row)
  return {
    hcpId,
    status: place === outsideIndex ? 'outside' : place === excludedIndex ? 'excluded' : 'segment',
    segment: result.segmentCodes[place] ?? null,
    answers: configuration.criteria
      .filter((criterion) => used.has(criterion.code))
      .map(({ code, kind }) => ({ criterion: code, kind, value: answerOf(code) })),
    axes: segmentation.axes.flatMap((axis, index) => {
      const classified = result.axes[index]
      return classified ? [explainAxis(axis, classified, held, answerOf)] : []
    }),
    cell: explainCell(segmentation, result, row),
    rule: explainRule(segmentation, result, row),
    smallestChange: smallestChange(held, used),
  }
}

/** Criteria that the axes and rules of a segmentation read. */
function criteriaRead(segmentation: Segmentation): string[] {
  const byAxes = segmentation.axes.flatMap(({ source }) => {
    switch (source.kind) {
      case 'criterion':
        return [source.criterion]
      case 'weighted':
        return source.terms.map((term) => term.criterion)
      case 'formula':
        return expressionCriteria(source.formula)
    }
  })
  const byRules = segmentation.rules.flatMap((rule) => expressionCriteria(rule.condition))
  return [...byAxes, ...byRules]
}

function explainAxis(
  axis: Axis,
  classified: AxisResult,
  held: Held,
  answerOf: (criterion: string) => Scalar | null,
): AxisExplanation {
  const { work, row } = held
  const { fitted } = work.values(axis)
  const groupIndex = classified.groupOf?.[row] ?? 0
  const inside = work.universe()[row] === 1
  const group = classified.groups[groupIndex]
  const value = classified.values[row] ?? NaN
  const common = {
    axis: axis.code,
    value: finite(value),
    group: group?.code ?? null,
    ...classBounds(classified, classified.classes[row] ?? -1, group?.cutOffs ?? new Float64Array()),
  }
  if (fitted.formula !== null) {
    const { formula } = fitted
    // One copy of the hcp rather than a pass over everybody.
    const { reader } = copiesWith(held, '', [0])
    const numberOf = (one: Formula) => numberAt(compileFormula(one)(reader), 0)
    const terms = expressionCriteria(formula).map((code): TermExplanation => ({
      criterion: code,
      value: answerOf(code),
      normalisation: null,
      number: finite(numberOf({ kind: 'criterion', code })),
      normalised: null,
      weight: 0,
      contribution: null,
    }))
    const defaulted = !Number.isNaN(value) && Number.isNaN(numberOf(formula))
    return { ...common, formula: printExpression(formula), defaulted, terms }
  }
  const parts = fitted.terms.map(({ criterion, weight, scale }, index) => {
    const number = work.numbersOf(criterion)[row] ?? NaN
    const normalised = inside ? onScale(scale, number, number, groupIndex) : NaN
    const normalisation =
      axis.source.kind === 'weighted' ? (axis.source.terms[index]?.normalisation ?? null) : null
    return { criterion, weight, number, normalised, normalisation }
  })
  const present = parts.reduce(
    (sum, { weight, normalised }) => sum + (Number.isNaN(normalised) ? 0 : weight),
    0,
  )
  const enough = fitted.terms.reduce((sum, term) => sum + term.weight, 0) * (fitted.minimumShareBps ?? 0)
  const defaulted = !Number.isNaN(value) && (present === 0 || present * 10_000 < enough)
  const terms: TermExplanation[] = parts.map(({ number, normalised, ...part }) => ({
    ...part,
    value: answerOf(part.criterion),
    number: finite(number),
    normalised: finite(normalised),
    contribution: finite((part.weight * normalised) / present),
  }))
  return { ...common, formula: null, defaulted, terms }
}

function classBounds(
  axis: AxisResult,
  found: number,
  cutOffs: Float64Array,
): Pick<AxisExplanation, 'class' | 'from' | 'next'> {
  if (found < 0) return { class: null, from: null, next: null }
  const from = finite(cutOffs[found] ?? NaN)
  const cut = finite(cutOffs[found - 1] ?? NaN)
  // Coinciding cut-offs leave the classes between empty: the next one up is the best that begins there.
  const next = cut === null ? -1 : cutOffs.findIndex((one) => one === cut)
  const nextCode = axis.classCodes[next]
  return {
    class: axis.classCodes[found] ?? null,
    from,
    next: cut === null || nextCode === undefined ? null : { class: nextCode, from: cut },
  }
}

function explainCell(
  segmentation: Segmentation,
  result: SegmentationResult,
  row: number,
): CellExplanation | null {
  const matrix = readMatrix(segmentation)
  const cell = result.cells[row] ?? -1
  const at = classesOfCell(matrix, cell)
  const rowClass = result.axes[matrix.rowAxis]?.classCodes[at.row]
  const columnClass = result.axes[matrix.columnAxis]?.classCodes[at.column]
  const layerClass = result.axes[matrix.layerAxis]?.classCodes[at.layer] ?? null
  const segment = matrix.segmentCodes[matrix.segmentOfCell[cell] ?? -1]
  if (rowClass === undefined || columnClass === undefined || segment === undefined) return null
  return { rowClass, columnClass, layerClass, segment }
}

function explainRule(
  segmentation: Segmentation,
  result: SegmentationResult,
  row: number,
): Explanation['rule'] {
  const index = result.ruleOf[row] ?? -1
  const rule = segmentation.rules[index]
  if (!rule) return null
  const segment = rule.outcome.kind === 'segment' ? rule.outcome.segment : null
  return { id: rule.id, position: index + 1, segment }
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null
}
