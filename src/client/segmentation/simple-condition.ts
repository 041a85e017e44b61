import {
  isComparison,
  isField,
  isScalar,
  type Comparison,
  type Condition,
  type Field,
  type Scalar,
} from '#src/engine/index.ts'

/** One line of the form. `in` holds several values, `between` two numbers, `missing` none. */
export type SimpleTerm = { field: Field; choice: Choice; values: Scalar[] }
export type Choice = 'in' | 'eq' | 'ne' | 'ge' | 'gt' | 'le' | 'lt' | 'between' | 'missing'

/** What the form can show: comparisons joined by one word. */
export type SimpleCondition = { join: 'and' | 'or'; terms: SimpleTerm[] }

const choiceOf: Record<Comparison, Choice> = {
  '=': 'eq',
  '!=': 'ne',
  '>=': 'ge',
  '>': 'gt',
  '<=': 'le',
  '<': 'lt',
}
const comparisonOf = { eq: '=', ne: '!=', ge: '>=', gt: '>', le: '<=', lt: '<' } as const

function termOf(condition: Condition): SimpleTerm | null {
  if (!isComparison(condition)) return null
  const { field } = condition
  if (!isField(field)) return null
  switch (condition.op) {
    case 'compare': {
      const { comparison, value } = condition
      return isScalar(value) ? { field, choice: choiceOf[comparison], values: [value] } : null
    }
    case 'in':
      return { field, choice: 'in', values: condition.values }
    case 'between': {
      const { low, high } = condition
      const areNumbers = typeof low === 'number' && typeof high === 'number'
      return areNumbers ? { field, choice: 'between', values: [low, high] } : null
    }
    case 'missing':
      return { field, choice: 'missing', values: [] }
  }
}

/** null = too rich for the form (nested, negated, or computed). */
export function readCondition(condition: Condition | null): SimpleCondition | null {
  if (!condition) return { join: 'and', terms: [] }
  const parts = condition.op === 'and' || condition.op === 'or' ? condition.terms : [condition]
  const terms = parts.map(termOf)
  if (terms.some((term) => term === null)) return null
  return { join: condition.op === 'or' ? 'or' : 'and', terms: terms.filter((term) => term !== null) }
}

/** A term that says something: with as many values as it needs. */
export const isComplete = ({ choice, values }: SimpleTerm): boolean =>
  choice === 'missing' || values.length >= (choice === 'between' ? 2 : 1)

function conditionOf({ field, choice, values }: SimpleTerm): Condition {
  const [first = '', second = 0] = values
  switch (choice) {
    case 'in':
      return values.length === 1
        ? { op: 'compare', field, comparison: '=', value: first }
        : { op: 'in', field, values }
    case 'between':
      return { op: 'between', field, low: Number(first), high: Number(second) }
    case 'missing':
      return { op: 'missing', field }
    case 'eq':
    case 'ne':
    case 'ge':
    case 'gt':
    case 'le':
    case 'lt':
      return { op: 'compare', field, comparison: comparisonOf[choice], value: first }
  }
}

/** null = no condition: unfinished terms are left out. */
export function writeCondition({ join, terms }: SimpleCondition): Condition | null {
  const [first, ...others] = terms.filter(isComplete).map(conditionOf)
  if (!first) return null
  return others.length === 0 ? first : { op: join, terms: [first, ...others] }
}
