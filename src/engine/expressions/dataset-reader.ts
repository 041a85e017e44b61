import type { Dataset } from '../columns/dataset.ts'
import type { Field } from '../configuration/conditions.ts'
import type { CycleCriterion } from '../configuration/criteria.ts'
import type { AxisResult } from '../segmentation/segmentation-result.ts'
import { absentField, type FieldColumn, type FieldReader } from './field-reader.ts'

export type ClassifiedAxis = Pick<AxisResult, 'code' | 'classCodes' | 'values' | 'classes'>

type ReaderSource = {
  readonly dataset: Dataset
  readonly criteria: readonly CycleCriterion[]
  readonly numbersOf: (criterion: string) => Float64Array
  /** None yet when the universe is asked: a condition that reads one finds it missing. */
  readonly axes: readonly ClassifiedAxis[]
  readonly remember: FieldReader['remember']
}

export function datasetReader({ dataset, criteria, numbersOf, axes, remember }: ReaderSource): FieldReader {
  const byCode = new Map(criteria.map((criterion) => [criterion.code, criterion]))
  const byAxis = new Map(axes.map((axis) => [axis.code, axis]))
  const read = (field: Field): FieldColumn => {
    switch (field.kind) {
      case 'criterion':
        return criterionField(byCode.get(field.code))
      case 'axis':
        return { ...absentField, numbers: byAxis.get(field.code)?.values ?? null }
      case 'class':
        return classField(byAxis.get(field.axis))
      case 'attribute':
        return codesOnly(dataset.attributes[field.name])
      case 'previousSegment':
        return codesOnly(dataset.previousSegment)
      case 'previousCalls':
        return { ...absentField, numbers: dataset.previousCalls }
    }
  }
  const criterionField = (criterion: CycleCriterion | undefined): FieldColumn => {
    const column = criterion && dataset.criteria[criterion.code]
    if (!column || criterion.kind === 'TEXT') return absentField
    // A comparison with a number reads the answer in its own unit: 7 on a scale of 0–10 is 7, not 70.
    const own = column.kind === 'number' ? column.values : null
    const positions = new Map(criterion.options.map((option, position) => [option.code, position]))
    const rankOf = criterion.kind === 'CHOICE' ? (code: string) => positions.get(code) ?? null : null
    return {
      numbers: own ?? numbersOf(criterion.code),
      codes: column.kind === 'code' ? { values: column.values, dictionary: column.dictionary, rankOf } : null,
      days: column.kind === 'day' ? column.values : null,
    }
  }
  return { rows: dataset.rows, read, remember }
}

function classField(axis: ClassifiedAxis | undefined): FieldColumn {
  if (!axis) return absentField
  const ranks = new Map(axis.classCodes.map((code, index) => [code, -index]))
  const rankOf = (code: string) => ranks.get(code) ?? null
  return { ...absentField, codes: { values: axis.classes, dictionary: axis.classCodes, rankOf } }
}

function codesOnly(column: { values: Int32Array; dictionary: readonly string[] }): FieldColumn {
  return { ...absentField, codes: { values: column.values, dictionary: column.dictionary, rankOf: null } }
}
