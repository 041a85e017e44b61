import { axisValues, formulaValues } from '../axes/axis-values.ts'
import { scaleColumn } from '../axes/scales.ts'
import { classOf } from '../classify/cut-offs.ts'
import { criterionNumbers } from '../columns/criterion-numbers.ts'
import { attributeNames, type AttributeName, type Dataset } from '../columns/dataset.ts'
import type { Scalar } from '../configuration/conditions.ts'
import type { Configuration } from '../configuration/configuration.ts'
import type { Segmentation } from '../configuration/segmentation.ts'
import { compileFormula } from '../expressions/compile-expression.ts'
import { datasetReader, type ClassifiedAxis } from '../expressions/dataset-reader.ts'
import type { FieldReader } from '../expressions/field-reader.ts'
import type { CodeColumn, Column } from '../../lib/columns/column-types.ts'
import { placeInCells, readMatrix } from '../matrix/cells.ts'
import { placeInSegments } from '../matrix/place-in-segments.ts'
import { applyRules } from '../matrix/rules.ts'
import type { SegmentationResult } from '../segmentation/segmentation-result.ts'
import type { SegmentationWork } from '../segmentation/segmentation-work.ts'
import { columnOf, repeatRow } from './answers.ts'

/** What an hcp is held against while one of its answers moves: the result that it is part of. */
export type Held = {
  readonly dataset: Dataset
  readonly configuration: Configuration
  readonly segmentation: Segmentation
  readonly result: SegmentationResult
  readonly row: number
  readonly work: SegmentationWork
}

type Copies = {
  readonly universe: Uint8Array
  readonly axes: readonly ClassifiedAxis[]
  readonly reader: FieldReader
}

/**
 * As many copies of the hcp as answers to one criterion: a small dataset that goes through the same steps as all hcps,
 * on the cut-offs and scales of the result.
 */
export function copiesWith(
  { dataset, configuration, segmentation, result, row, work }: Held,
  criterionCode: string,
  answers: readonly Scalar[],
): Copies {
  const copies = copiesOf(dataset, row, criterionCode, answers)
  const universe = new Uint8Array(copies.rows).fill(1)
  const criteria = new Map(configuration.criteria.map((criterion) => [criterion.code, criterion]))
  const numbersOf = (code: string): Float64Array => {
    const criterion = criteria.get(code)
    if (!criterion) return new Float64Array(copies.rows).fill(NaN)
    return criterionNumbers(criterion, copies.criteria[code], copies.referenceDay, copies.rows)
  }
  const readerOf = (axes: readonly ClassifiedAxis[]) =>
    datasetReader({
      dataset: copies,
      criteria: configuration.criteria,
      numbersOf,
      axes,
      remember: (_, make) => make(),
    })
  const axes = segmentation.axes.map((axis, index): ClassifiedAxis => {
    const { fitted } = work.values(axis)
    const group = result.axes[index]?.groupOf?.[row] ?? 0
    const cuts = result.axes[index]?.groups[group]?.cutOffs ?? new Float64Array()
    const groupOf = new Int32Array(copies.rows).fill(group)
    const scaled = fitted.terms.map(({ criterion, scale }) => {
      const own = new Float64Array(copies.rows).fill(work.numbersOf(criterion)[row] ?? NaN)
      return scaleColumn(scale, numbersOf(criterion), own, universe, groupOf)
    })
    const values =
      fitted.formula === null
        ? axisValues(fitted, scaled, universe)
        : formulaValues(compileFormula(fitted.formula)(readerOf([])), fitted, universe)
    const missingClass = axis.missing.policy === 'lowest' ? cuts.length : -1
    const classes = Int8Array.from(values, (value) =>
      Number.isNaN(value) ? missingClass : classOf(value, cuts),
    )
    return { code: axis.code, classCodes: axis.classes.map((one) => one.code), values, classes }
  })
  return { universe, axes, reader: readerOf(axes) }
}

/** Where the hcp would be with each of these answers to one criterion. */
export function outcomesOf(held: Held, criterionCode: string, answers: readonly Scalar[]): Int16Array {
  const { segmentation } = held
  const { universe, axes, reader } = copiesWith(held, criterionCode, answers)
  const matrix = readMatrix(segmentation)
  const cells = placeInCells(matrix, axes, universe)
  const { ruleOf } = applyRules(segmentation.rules, universe, reader)
  return placeInSegments(matrix, cells, ruleOf, segmentation.rules, universe, axes).segments
}

function copiesOf(dataset: Dataset, row: number, criterionCode: string, answers: readonly Scalar[]): Dataset {
  const times = answers.length
  const repeat = (column: CodeColumn): CodeColumn => ({
    ...column,
    values: new Int32Array(times).fill(column.values[row] ?? -1),
  })
  const criteria = Object.entries(dataset.criteria).map(([code, column]): [string, Column] => [
    code,
    code === criterionCode ? columnOf(column, answers) : repeatRow(column, row, times),
  ])
  const attributes = attributeNames.map((name) => [name, repeat(dataset.attributes[name])] as const)
  return {
    rows: times,
    hcpIds: answers.map(() => dataset.hcpIds[row] ?? ''),
    referenceDay: dataset.referenceDay,
    criteria: Object.fromEntries(criteria),
    attributes: Object.fromEntries(attributes) as Record<AttributeName, CodeColumn>,
    previousSegment: repeat(dataset.previousSegment),
    previousCalls: dataset.previousCalls && new Float64Array(times).fill(dataset.previousCalls[row] ?? NaN),
  }
}
