import { classCount } from '../classify/cut-offs.ts'
import {
  duplicates,
  firstBreak,
  problem,
  type ConfigurationProblem,
  type Path,
} from './configuration-problem.ts'
import type { CycleCriterion } from './criteria.ts'
import type { Axis, AxisSource, Segmentation } from './segmentation.ts'
import { unqualifiedSegment } from './unqualified-segment.ts'
import { validateCondition, validateFormula } from './validate-condition.ts'

export function validateSegmentation(
  segmentation: Segmentation,
  path: Path,
  criteria: readonly CycleCriterion[],
): ConfigurationProblem[] {
  const { axes, segments, rules } = segmentation
  return [
    ...duplicates(
      axes.map((axis) => axis.code),
      (index) => [...path, 'axes', index, 'code'],
    ),
    ...axes.flatMap((axis, index) => validateAxis(axis, [...path, 'axes', index], criteria)),
    ...validateMatrix(segmentation, [...path, 'matrix']),
    ...duplicates(
      segments.map((one) => one.code),
      (index) => [...path, 'segments', index, 'code'],
    ),
    ...duplicates(
      rules.map((rule) => rule.id),
      (index) => [...path, 'rules', index, 'id'],
    ),
    ...rules.flatMap((rule, index) => {
      const place = [...path, 'rules', index]
      const found = validateCondition(rule.condition, [...place, 'condition'], { criteria, axes })
      if (rule.outcome.kind === 'exclude' || hasSegment(segmentation, rule.outcome.segment)) return found
      const { segment } = rule.outcome
      return [...found, problem([...place, 'outcome', 'segment'], 'unknown-segment', { segment })]
    }),
  ]
}

export function hasSegment(segmentation: Segmentation, code: string): boolean {
  return code === unqualifiedSegment || segmentation.segments.some((one) => one.code === code)
}

function validateAxis(axis: Axis, path: Path, criteria: readonly CycleCriterion[]): ConfigurationProblem[] {
  const { source, classification, classes } = axis
  const expected = classCount(classification)
  const found = validateSource(source, [...path, 'source'], criteria)
  found.push(...validateClassification(axis, [...path, 'classification']))
  if (classes.length !== expected) {
    found.push(problem([...path, 'classes'], 'class-count', { expected, actual: classes.length }))
  }
  const codes = classes.map((one) => one.code)
  found.push(...duplicates(codes, (index) => [...path, 'classes', index, 'code']))
  return found
}

function validateSource(
  source: AxisSource,
  path: Path,
  criteria: readonly CycleCriterion[],
): ConfigurationProblem[] {
  const readable = (criterion: string, place: Path) => {
    const known = criteria.find((one) => one.code === criterion)
    if (!known) return [problem(place, 'unknown-criterion', { criterion })]
    return known.kind === 'TEXT' ? [problem(place, 'text-criterion', { criterion })] : []
  }
  switch (source.kind) {
    case 'criterion':
      return readable(source.criterion, [...path, 'criterion'])
    case 'formula': {
      const scope = { criteria, axes: null, withoutAxes: 'formula-reads-axes' } as const
      return validateFormula(source.formula, [...path, 'formula'], scope)
    }
    case 'weighted': {
      const { terms } = source
      const place = (index: number) => [...path, 'terms', index, 'criterion']
      const codes = terms.map((term) => term.criterion)
      const found = codes.flatMap((criterion, index) => readable(criterion, place(index)))
      found.push(...duplicates(codes, place, 'duplicate-term'))
      if (terms.every((term) => term.weight === 0))
        found.push(problem([...path, 'terms'], 'weights-all-zero'))
      return found
    }
  }
}

function validateClassification({ classification }: Axis, path: Path): ConfigurationProblem[] {
  switch (classification.method) {
    case 'thresholds': {
      const index = firstBreak(classification.cuts, (left, right) => left > right)
      if (index < 0) return []
      const [previous = NaN, cut = NaN] = classification.cuts.slice(index - 1)
      return [problem([...path, 'cuts', index], 'cuts-not-descending', { cut, previous })]
    }
    case 'abc':
    case 'headcount': {
      const index = firstBreak(classification.limitsBps, (left, right) => left < right)
      if (index < 0) return []
      const [previousBps = NaN, limitBps = NaN] = classification.limitsBps.slice(index - 1)
      return [problem([...path, 'limitsBps', index], 'limits-not-ascending', { limitBps, previousBps })]
    }
    case 'quantiles':
    case 'volume':
    case 'ranks':
      return []
  }
}

function validateMatrix(segmentation: Segmentation, path: Path): ConfigurationProblem[] {
  const { matrix, axes } = segmentation
  const rows = axes.find((axis) => axis.code === matrix.rows)
  const columns = axes.find((axis) => axis.code === matrix.columns)
  const found: ConfigurationProblem[] = []
  if (!rows) found.push(problem([...path, 'rows'], 'unknown-axis', { axis: matrix.rows }))
  if (!columns) found.push(problem([...path, 'columns'], 'unknown-axis', { axis: matrix.columns }))
  const layers = axes.find((axis) => axis.code === matrix.layers)
  if (matrix.layers !== undefined) {
    if (!layers) found.push(problem([...path, 'layers'], 'unknown-axis', { axis: matrix.layers }))
    if (matrix.layers === matrix.rows || matrix.layers === matrix.columns)
      found.push(problem([...path, 'layers'], 'matrix-layers', { axis: matrix.layers }))
  }
  const expectedRows = rows ? rows.classes.length * (layers?.classes.length ?? 1) : matrix.cells.length
  if (matrix.cells.length !== expectedRows) {
    const params = { expected: expectedRows, actual: matrix.cells.length }
    found.push(problem([...path, 'cells'], 'matrix-rows', params))
  }
  matrix.cells.forEach((line, row) => {
    const expected = columns?.classes.length ?? line.length
    if (line.length !== expected) {
      found.push(problem([...path, 'cells', row], 'matrix-columns', { expected, actual: line.length }))
    }
    line.forEach((segment, column) => {
      if (hasSegment(segmentation, segment)) return
      found.push(problem([...path, 'cells', row, column], 'unknown-segment', { segment }))
    })
  })
  return found
}
