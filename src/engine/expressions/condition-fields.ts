import type { Condition, Field } from '../configuration/conditions.ts'

/** The fields of a condition, in the order of reading, repeats included. */
export function conditionFields(condition: Condition): Field[] {
  switch (condition.op) {
    case 'and':
    case 'or':
      return condition.terms.flatMap(conditionFields)
    case 'not':
      return conditionFields(condition.term)
    case 'compare':
    case 'in':
    case 'between':
    case 'missing':
      return [condition.field]
  }
}

/** Whether a move of a cut-off or a weight can change the condition. */
export function readsAxes(condition: Condition): boolean {
  return conditionFields(condition).some((field) => field.kind === 'axis' || field.kind === 'class')
}
