import { parseDay } from '../../lib/calendar.ts'
import { isField, isScalar } from './condition-kinds.ts'
import type { Comparand, Condition, Expression, Field, Formula, Scalar } from './conditions.ts'
import { mostLevels, mostParts } from './expression-limits.ts'
import { problem, type ConfigurationProblem, type Path, type ProblemCode } from './configuration-problem.ts'
import type { CycleCriterion } from './criteria.ts'
import type { Axis } from './segmentation.ts'
import { expressionSize } from '../expressions/condition-fields.ts'

/** What an expression may name. `axes` null = it may not look at a segmentation: it comes before. */
export type ConditionScope = {
  readonly criteria: readonly CycleCriterion[]
  readonly axes: readonly Axis[] | null
  /** What an expression that may not look at a segmentation does wrong by doing it. */
  readonly withoutAxes?: Extract<ProblemCode, 'universe-reads-segmentation' | 'formula-reads-axes'>
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

/** Names and kinds of a condition, and that it is neither too deep nor too large. */
export function validateCondition(
  condition: Condition,
  path: Path,
  scope: ConditionScope,
): ConfigurationProblem[] {
  const size = validateSize(condition, path)
  return size.length > 0 ? size : conditionProblems(condition, path, scope)
}

/** The same of a formula. */
export function validateFormula(formula: Formula, path: Path, scope: ConditionScope): ConfigurationProblem[] {
  const size = validateSize(formula, path)
  return size.length > 0 ? size : formulaProblems(formula, path, scope)
}

function validateSize(expression: Expression, path: Path): ConfigurationProblem[] {
  const { depth, parts } = expressionSize(expression)
  if (depth > mostLevels) return [problem(path, 'expression-too-deep', { depth, most: mostLevels })]
  if (parts > mostParts) return [problem(path, 'expression-too-large', { parts, most: mostParts })]
  return []
}

function conditionProblems(condition: Condition, path: Path, scope: ConditionScope): ConfigurationProblem[] {
  switch (condition.op) {
    case 'and':
    case 'or':
      return condition.terms.flatMap((term, index) =>
        conditionProblems(term, [...path, 'terms', index], scope),
      )
    case 'not':
      return conditionProblems(condition.term, [...path, 'term'], scope)
    case 'compare': {
      const { field, comparison, value } = condition
      const type = operandType(field, [...path, 'field'], scope)
      if (Array.isArray(type)) return type
      const found = comparandProblems(field, type, value, [...path, 'value'], scope)
      const needsOrder = comparison !== '=' && comparison !== '!='
      const ordered = typeof value === 'number' || !isScalar(value) || type.day || type.codesAreOrdered
      if (found.length === 0 && needsOrder && !ordered)
        found.push(problem([...path, 'comparison'], 'no-order'))
      return found
    }
    case 'in': {
      const type = operandType(condition.field, [...path, 'field'], scope)
      if (Array.isArray(type)) return type
      return condition.values.flatMap((value, index) =>
        validateValue(type, value, [...path, 'values', index]),
      )
    }
    case 'between':
      return betweenProblems(condition, path, scope)
    case 'missing': {
      const type = operandType(condition.field, [...path, 'field'], scope)
      return Array.isArray(type) ? type : []
    }
  }
}

function betweenProblems(
  { field, low, high }: Extract<Condition, { op: 'between' }>,
  path: Path,
  scope: ConditionScope,
): ConfigurationProblem[] {
  const type = operandType(field, [...path, 'field'], scope)
  if (Array.isArray(type)) return type
  // Bounds are days together or numbers together, and codes have no interval.
  const areDays = typeof low === 'string' && typeof high === 'string'
  const found = areDays && !type.day ? [problem([...path, 'low'], 'value-kind', { value: low })] : []
  if (areDays && type.day)
    found.push(...validateValue(type, low, [...path, 'low']), ...validateValue(type, high, [...path, 'high']))
  else if (!areDays)
    for (const [key, bound] of [['low', low] as const, ['high', high] as const])
      found.push(
        ...(typeof bound === 'string'
          ? [problem([...path, key], 'value-kind', { value: bound })]
          : comparandProblems(field, type, bound, [...path, key], scope)),
      )
  const comparable = (areDays && found.length === 0) || (typeof low === 'number' && typeof high === 'number')
  if (comparable && low > high)
    found.push(
      problem([...path, 'high'], 'interval-inverted', {
        low: low as number | string,
        high: high as number | string,
      }),
    )
  return found
}

/** What is wrong with comparing an operand of a type with this. */
function comparandProblems(
  operand: Formula,
  type: FieldType,
  value: Comparand,
  path: Path,
  scope: ConditionScope,
): ConfigurationProblem[] {
  if (isScalar(value)) return validateValue(type, value, path)
  const other = operandType(value, path, scope)
  if (Array.isArray(other)) return other
  if (!type.number) return [problem(path, 'number-needed', { name: nameOf(operand) })]
  return other.number ? [] : [problem(path, 'number-needed', { name: nameOf(value) })]
}

function nameOf(formula: Formula): string {
  if (!isField(formula)) return ''
  if (formula.kind === 'class') return formula.axis
  return 'code' in formula ? formula.code : 'name' in formula ? formula.name : formula.kind
}

const numeric: FieldType = { ...nothing, number: true }

/** What an operand can be compared with, or what is wrong inside it. */
function operandType(
  operand: Formula,
  path: Path,
  scope: ConditionScope,
): FieldType | ConfigurationProblem[] {
  if (isField(operand)) return fieldType(operand, path, scope)
  const found = formulaProblems(operand, path, scope)
  return found.length > 0 ? found : numeric
}

function formulaProblems(formula: Formula, path: Path, scope: ConditionScope): ConfigurationProblem[] {
  if (typeof formula === 'number') return []
  if ('kind' in formula) {
    const type = fieldType(formula, path, scope)
    if (Array.isArray(type)) return type
    return type.number ? [] : [problem(path, 'number-needed', { name: nameOf(formula) })]
  }
  switch (formula.op) {
    case '+':
    case '-':
    case '*':
    case '/':
      return [
        ...formulaProblems(formula.left, [...path, 'left'], scope),
        ...formulaProblems(formula.right, [...path, 'right'], scope),
      ]
    case 'negate':
    case 'abs':
    case 'round':
      return formulaProblems(formula.term, [...path, 'term'], scope)
    case 'min':
    case 'max':
    case 'coalesce':
      return formula.terms.flatMap((term, index) => formulaProblems(term, [...path, 'terms', index], scope))
    case 'if': {
      const { condition, value, otherwise } = formula
      return [
        ...conditionProblems(condition, [...path, 'condition'], scope),
        ...formulaProblems(value, [...path, 'value'], scope),
        ...(otherwise === null ? [] : formulaProblems(otherwise, [...path, 'otherwise'], scope)),
      ]
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
      if (!scope.axes) return [problem(path, scope.withoutAxes ?? 'universe-reads-segmentation')]
      const code = field.kind === 'axis' ? field.code : field.axis
      const axis = scope.axes.find((one) => one.code === code)
      if (!axis) return [problem(path, 'unknown-axis', { axis: code })]
      if (field.kind === 'axis') return numeric
      const codes = axis.classes.map((one) => one.code)
      return { ...nothing, codes, codesAreOrdered: true, unknownCode: 'unknown-class' }
    }
    case 'attribute':
    case 'previousSegment':
      return { ...nothing, codes: 'any' }
    case 'previousCalls':
      return numeric
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
