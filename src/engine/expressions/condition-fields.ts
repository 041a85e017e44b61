import { isComparison, isCondition } from '../configuration/condition-kinds.ts'
import type { Comparand, Expression, Field, PlainComparison } from '../configuration/conditions.ts'

/** What an expression is made of, one level down; codes, days, `true` and `false` are no expressions. */
export function childrenOf(expression: Expression): Expression[] {
  if (typeof expression === 'number' || 'kind' in expression) return []
  switch (expression.op) {
    case 'and':
    case 'or':
    case 'min':
    case 'max':
    case 'coalesce':
      return expression.terms
    case 'not':
    case 'negate':
    case 'abs':
    case 'round':
      return [expression.term]
    case '+':
    case '-':
    case '*':
    case '/':
      return [expression.left, expression.right]
    case 'if': {
      const { condition, value, otherwise } = expression
      return otherwise === null ? [condition, value] : [condition, value, otherwise]
    }
    case 'compare':
      return [expression.field, expression.value].filter(isExpression)
    case 'between':
      return [expression.field, expression.low, expression.high].filter(isExpression)
    case 'in':
    case 'missing':
      return [expression.field]
  }
}

function isExpression(one: Comparand): one is Exclude<Comparand, string | boolean> {
  return typeof one !== 'string' && typeof one !== 'boolean'
}

/** The fields of an expression, in the order of reading, repeats included. */
export function expressionFields(expression: Expression): Field[] {
  if (typeof expression !== 'number' && 'kind' in expression) return [expression]
  return childrenOf(expression).flatMap(expressionFields)
}

/** Criteria that an expression reads, each once, in the order of reading. */
export function expressionCriteria(expression: Expression): string[] {
  const codes = expressionFields(expression).flatMap((field) =>
    field.kind === 'criterion' ? [field.code] : [],
  )
  return [...new Set(codes)]
}

/** Whether a move of a cut-off or a weight can change the expression. */
export function readsAxes(expression: Expression): boolean {
  return expressionFields(expression).some((field) => field.kind === 'axis' || field.kind === 'class')
}

/** Levels and parts of an expression: a number or a field is one of each. */
export function expressionSize(expression: Expression): { depth: number; parts: number } {
  // Level by level rather than by calls: a tree from outside may be as deep as its text is long.
  let level: Expression[] = [expression]
  let depth = 0
  let parts = 0
  while (level.length > 0) {
    depth += 1
    parts += level.length
    level = level.flatMap(childrenOf)
  }
  return { depth, parts }
}

/** Every comparison inside an expression, those inside formulas too. */
export function comparisonsIn(expression: Expression): PlainComparison[] {
  const below = childrenOf(expression).flatMap(comparisonsIn)
  return isCondition(expression) && isComparison(expression) ? [expression, ...below] : below
}
