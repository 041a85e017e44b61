import { isCondition } from '../configuration/condition-kinds.ts'
import type { Comparand, Condition, Expression, Field, Formula, Scalar } from '../configuration/conditions.ts'
import { nameText } from './tokens.ts'

/** The text of a tree, in one form: `parseExpression` gives the very tree back. */
export function printExpression(expression: Expression): string {
  return isCondition(expression) ? conditionText(expression) : formulaText(expression)
}

/** How a field is written. */
export function fieldText(field: Field): string {
  switch (field.kind) {
    case 'criterion':
      return nameText(field.code)
    case 'axis':
      return `axis(${nameText(field.code)})`
    case 'class':
      return `class(${nameText(field.axis)})`
    case 'attribute':
      return field.name
    case 'previousSegment':
      return 'previous segment'
    case 'previousCalls':
      return 'previous calls'
  }
}

export function scalarText(value: Scalar): string {
  if (typeof value === 'string') return `'${value.replaceAll("'", "''")}'`
  return typeof value === 'number' ? numberText(value) : String(value)
}

function numberText(value: number): string {
  return String(value === 0 ? 0 : value)
}

function comparandText(value: Comparand): string {
  return typeof value === 'object' ? formulaText(value) : scalarText(value)
}

function conditionText(condition: Condition): string {
  switch (condition.op) {
    case 'and':
    case 'or': {
      const { op, terms } = condition
      const [only] = terms
      if (only && terms.length === 1) return `${op === 'and' ? 'all' : 'any'}(${conditionText(only)})`
      return terms.map(joinedText).join(` ${op} `)
    }
    case 'not':
      return negatedText(condition.term)
    case 'compare':
      return `${formulaText(condition.field)} ${condition.comparison} ${comparandText(condition.value)}`
    case 'in':
    case 'between':
    case 'missing':
      return memberText(condition, false)
  }
}

/** A term of `and` or `or`: one that joins others stands in parentheses. */
function joinedText(term: Condition): string {
  const joins = (term.op === 'and' || term.op === 'or') && term.terms.length > 1
  return joins ? `(${conditionText(term)})` : conditionText(term)
}

function negatedText(term: Condition): string {
  if (term.op === 'in' || term.op === 'between' || term.op === 'missing') return memberText(term, true)
  return `not ${joinedText(term)}`
}

function memberText(
  condition: Extract<Condition, { op: 'in' | 'between' | 'missing' }>,
  negated: boolean,
): string {
  const field = formulaText(condition.field)
  const not = negated ? 'not ' : ''
  switch (condition.op) {
    case 'in':
      return `${field} ${not}in (${condition.values.map(scalarText).join(', ')})`
    case 'between':
      return `${field} ${not}between ${comparandText(condition.low)} and ${comparandText(condition.high)}`
    case 'missing':
      return `${field} is ${not}missing`
  }
}

function formulaText(formula: Formula): string {
  if (typeof formula === 'number') return numberText(formula)
  if ('kind' in formula) return fieldText(formula)
  switch (formula.op) {
    case '+':
      return `${formulaText(formula.left)} + ${grouped(formula.right, isSum)}`
    case '-':
      return `${formulaText(formula.left)} - ${grouped(formula.right, isSum)}`
    case '*':
    case '/':
      return `${grouped(formula.left, isSum)} ${formula.op} ${grouped(formula.right, isOperation)}`
    case 'negate':
      return `-${grouped(formula.term, (one) => typeof one === 'number' || isOperation(one) || isNegation(one))}`
    case 'abs':
    case 'round':
      return `${formula.op}(${formulaText(formula.term)})`
    case 'min':
    case 'max':
    case 'coalesce':
      return `${formula.op}(${formula.terms.map(formulaText).join(', ')})`
    case 'if': {
      const { condition, value, otherwise } = formula
      const parts = [conditionText(condition), formulaText(value)]
      if (otherwise !== null) parts.push(formulaText(otherwise))
      return `if(${parts.join(', ')})`
    }
  }
}

function grouped(formula: Formula, needs: (one: Formula) => boolean): string {
  return needs(formula) ? `(${formulaText(formula)})` : formulaText(formula)
}

function opOf(formula: Formula): string | null {
  return typeof formula === 'object' && 'op' in formula ? formula.op : null
}
const isSum = (formula: Formula) => opOf(formula) === '+' || opOf(formula) === '-'
const isOperation = (formula: Formula) => isSum(formula) || opOf(formula) === '*' || opOf(formula) === '/'
const isNegation = (formula: Formula) => opOf(formula) === 'negate'
