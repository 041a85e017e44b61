import { err, ok, type Result } from '../../lib/result.ts'
import { isCondition } from '../configuration/condition-kinds.ts'
import type { Condition, Expression, Formula } from '../configuration/conditions.ts'
import type { ConfigurationProblem } from '../configuration/configuration-problem.ts'
import {
  validateCondition,
  validateFormula,
  type ConditionScope,
} from '../configuration/validate-condition.ts'
import { expressionError, type ExpressionError, type Span } from './expression-error.ts'
import { nearestName } from './nearest-name.ts'
import { parseWithSpans, type Parsed } from './parse-expression.ts'
import { fieldText, scalarText } from './print-expression.ts'

/**
 * The condition that a text says, its names and kinds checked against the cycle's criteria and the segmentation's axes
 * (null: it may read none). The first thing wrong comes back with its place and, for a name, the nearest known one.
 */
export function checkCondition(text: string, scope: ConditionScope): Result<Condition, ExpressionError> {
  const checked = checkParsed(text, scope)
  if (!checked.ok) return checked
  const { tree } = checked.value
  if (isCondition(tree)) return ok(tree)
  return err(expressionError(text, 'condition-expected', whole(text), { expected: ['comparison'] }))
}

/** The same of a formula: a number for each hcp. */
export function checkFormula(text: string, scope: ConditionScope): Result<Formula, ExpressionError> {
  const checked = checkParsed(text, scope)
  if (!checked.ok) return checked
  const { tree } = checked.value
  if (!isCondition(tree)) return ok(tree)
  return err(expressionError(text, 'number-expected', whole(text), { expected: ['number'] }))
}

function checkParsed(text: string, scope: ConditionScope): Result<Parsed<Expression>, ExpressionError> {
  const parsed = parseWithSpans(text)
  if (!parsed.ok) return parsed
  const { tree } = parsed.value
  const [problem] = isCondition(tree) ? validateCondition(tree, [], scope) : validateFormula(tree, [], scope)
  if (!problem) return parsed
  const { code, params, path } = problem
  const nearest = nearestKnown(problem, parsed.value, scope)
  return err(expressionError(text, code, spanOf(path, parsed.value, whole(text)), { nearest, params }))
}

function whole(text: string): Span {
  return { start: text.length - text.trimStart().length, end: text.trimEnd().length }
}

/** The smallest known span on the way to a place of the tree. */
function spanOf(path: ConfigurationProblem['path'], { tree, spans }: Parsed<Expression>, all: Span): Span {
  let node: unknown = tree
  let span = all
  for (let at = 0; at < path.length && typeof node === 'object' && node !== null; at += 1) {
    const key = path[at] ?? ''
    const member: unknown = Reflect.get(node, key)
    const isList = Array.isArray(member)
    const name = isList ? `${key}.${path[at + 1] ?? 0}` : String(key)
    span = spans.get(node)?.[name] ?? span
    node = isList ? (member[Number(path[at + 1] ?? 0)] as unknown) : member
    if (isList) at += 1
  }
  return span
}

function nearestKnown(
  { code, params, path }: ConfigurationProblem,
  { tree }: Parsed<Expression>,
  { criteria, axes }: ConditionScope,
): string | null {
  const name = String(params['criterion'] ?? params['axis'] ?? params['code'] ?? '')
  const near = (known: readonly string[]) => nearestName(name, known)
  if (code === 'unknown-axis') return near((axes ?? []).map((one) => one.code))
  if (code === 'unknown-criterion') {
    const found = near(criteria.map((one) => one.code))
    return found === null ? null : fieldText({ kind: 'criterion', code: found })
  }
  if (code !== 'unknown-option' && code !== 'unknown-class') return null
  const found = near(codesAt(tree, path, { criteria, axes }))
  return found === null ? null : scalarText(found)
}

/** The codes that the field compared at a place can have. */
function codesAt(tree: Expression, path: ConfigurationProblem['path'], { criteria, axes }: ConditionScope) {
  let node: unknown = tree
  for (const key of path) {
    if (typeof node !== 'object' || node === null) return []
    const field: unknown = Reflect.get(node, 'field')
    if ((key === 'value' || key === 'values') && typeof field === 'object' && field !== null) {
      if ('code' in field) {
        const criterion = criteria.find((one) => one.code === field.code)
        return criterion?.options.map((option) => option.code) ?? []
      }
      if ('axis' in field)
        return (axes ?? []).find((one) => one.code === field.axis)?.classes.map((one) => one.code) ?? []
    }
    node = Reflect.get(node, key)
  }
  return []
}
