import { parseDay } from '../../lib/calendar.ts'
import type { Condition, Field, Scalar } from './conditions.ts'
import { problem, type ConfigurationProblem, type Path } from './configuration-problem.ts'
import type { CycleCriterion } from './criteria.ts'
import type { Axis } from './segmentation.ts'

/** What a condition may name. `axes` null = it may not look at a segmentation (the universe comes before). */
export type ConditionScope = {
  readonly criteria: readonly CycleCriterion[]
  readonly axes: readonly Axis[] | null
}

/** What a field can be compared with, and whether its values have an order. */
type FieldType = {
  readonly number: boolean
  readonly codes: readonly string[] | 'any' | null
  readonly day: boolean
  readonly boolean: boolean
  readonly codesAreOrdered: boolean
  readonly unknownCode: 'unknown-option' | 'unknown-class'
}

const nothing: FieldType = {
  number: false,
  codes: null,
  day: false,
  boolean: false,
  codesAreOrdered: false,
  unknownCode: 'unknown-option',
}

export function validateCondition(
  condition: Condition,
  path: Path,
  scope: ConditionScope,
): ConfigurationProblem[] {
  switch (condition.op) {
    case 'and':
    case 'or':
      return condition.terms.flatMap((term, index) =>
        validateCondition(term, [...path, 'terms', index], scope),
      )
    case 'not':
      return validateCondition(condition.term, [...path, 'term'], scope)
    case 'compare': {
      const type = fieldType(condition.field, [...path, 'field'], scope)
      if (Array.isArray(type)) return type
      const found = validateValue(type, condition.value, [...path, 'value'])
      const needsOrder = condition.comparison !== '=' && condition.comparison !== '!='
      const ordered = typeof condition.value === 'number' || type.day || type.codesAreOrdered
      if (found.length === 0 && needsOrder && !ordered)
        found.push(problem([...path, 'comparison'], 'no-order'))
      return found
    }
    case 'in': {
      const type = fieldType(condition.field, [...path, 'field'], scope)
      if (Array.isArray(type)) return type
      return condition.values.flatMap((value, index) =>
        validateValue(type, value, [...path, 'values', index]),
      )
    }
    case 'between': {
      const { low, high } = condition
      const type = fieldType(condition.field, [...path, 'field'], scope)
      if (Array.isArray(type)) return type
      const found = validateValue(type, low, [...path, 'low'])
      if (low > high) found.push(problem([...path, 'high'], 'interval-inverted', { low, high }))
      return found
    }
    case 'missing': {
      const type = fieldType(condition.field, [...path, 'field'], scope)
      return Array.isArray(type) ? type : []
    }
  }
}

function fieldType(field: Field, path: Path, scope: ConditionScope): FieldType | ConfigurationProblem[] {
  switch (field.kind) {
    case 'criterion': {
      const criterion = scope.criteria.find((one) => one.code === field.code)
      if (!criterion) return [problem(path, 'unknown-criterion', { criterion: field.code })]
      return criterionType(criterion) ?? [problem(path, 'text-criterion', { criterion: field.code })]
    }
    case 'axis':
    case 'class': {
      if (!scope.axes) return [problem(path, 'universe-reads-segmentation')]
      const code = field.kind === 'axis' ? field.code : field.axis
      const axis = scope.axes.find((one) => one.code === code)
      if (!axis) return [problem(path, 'unknown-axis', { axis: code })]
      if (field.kind === 'axis') return { ...nothing, number: true }
      const codes = axis.classes.map((one) => one.code)
      return { ...nothing, codes, codesAreOrdered: true, unknownCode: 'unknown-class' }
    }
    case 'attribute':
    case 'previousSegment':
      return { ...nothing, codes: 'any' }
  }
}

function criterionType(criterion: CycleCriterion): FieldType | null {
  switch (criterion.kind) {
    case 'NUMBER':
    case 'INTEGER':
    case 'PERCENT':
    case 'SCALE':
      return { ...nothing, number: true }
    case 'CHOICE': {
      const codes = criterion.options.map((option) => option.code)
      return { ...nothing, number: true, codes, codesAreOrdered: true }
    }
    case 'BOOLEAN':
      return { ...nothing, number: true, boolean: true }
    case 'DATE':
      return { ...nothing, number: true, day: true }
    case 'TEXT':
      return null
  }
}

function validateValue(type: FieldType, value: Scalar, path: Path): ConfigurationProblem[] {
  if (typeof value === 'number') return type.number ? [] : [problem(path, 'value-kind', { value })]
  if (typeof value === 'boolean')
    return type.boolean ? [] : [problem(path, 'value-kind', { value: String(value) })]
  if (type.codes === 'any') return []
  if (type.codes) return type.codes.includes(value) ? [] : [problem(path, type.unknownCode, { code: value })]
  return type.day && parseDay(value) !== null ? [] : [problem(path, 'value-kind', { value })]
}
