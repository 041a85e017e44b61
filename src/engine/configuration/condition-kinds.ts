import type { Comparand, Condition, Expression, Field, PlainComparison, Scalar } from './conditions.ts'

// Apart from the schemas: what reads and writes expressions in a browser does not carry the schema library.

export function isField(one: Comparand): one is Field {
  return typeof one === 'object' && 'kind' in one
}

export function isScalar(one: Comparand): one is Scalar {
  return typeof one !== 'object'
}

/** A condition that joins no others. */
export function isComparison(condition: Condition): condition is PlainComparison {
  return condition.op !== 'and' && condition.op !== 'or' && condition.op !== 'not'
}

const conditionOps: ReadonlySet<string> = new Set(['and', 'or', 'not', 'compare', 'in', 'between', 'missing'])

export function isCondition(one: Expression): one is Condition {
  return typeof one === 'object' && 'op' in one && conditionOps.has(one.op)
}
