import { err, ok, type Result } from '../../lib/result.ts'
import type { Condition, Expression, Formula } from '../configuration/conditions.ts'
import { longestText, mostLevels, mostParts } from '../configuration/expression-limits.ts'
import { expressionSize } from './condition-fields.ts'
import { expressionError, type ExpressionError } from './expression-error.ts'
import { createParser, SyntaxFailure, type Part, type Spans } from './parser.ts'
import { readTokens } from './tokens.ts'

export type Parsed<T> = { readonly tree: T; readonly spans: Spans }

/**
 * The tree of a text: a condition or a formula. The grammar, loosest first, words in small or capital letters:
 * `a or b`, `a and b`, `not a`, comparisons (`x >= 3`, `x between 1 and 5`, `x in ('a', 'b')`, `x is missing`, each with
 * its `not`), `+ -`, `* /`, `-x`, `min max coalesce abs round if(condition, a, b)`, parentheses. A bare word is a
 * criterion, `[any-code]` too; `axis(code)`, `class(code)`, `specialty profession region sector practice commune brick`,
 * `previous segment`, `previous calls` are the rest. Codes and days stand in single quotes, a quote in them doubled.
 * At most 4,000 characters, 64 levels, 500 parts. Names are not looked up: `checkExpression` does.
 */
export function parseExpression(text: string): Result<Expression, ExpressionError> {
  const parsed = parseWithSpans(text)
  return parsed.ok ? ok(parsed.value.tree) : parsed
}

export function parseCondition(text: string): Result<Condition, ExpressionError> {
  const parsed = parsePart(text)
  if (!parsed.ok) return parsed
  const { part } = parsed.value
  if (part.kind === 'condition') return ok(part.tree)
  return err(expressionError(text, 'condition-expected', part.span, { expected: ['comparison'] }))
}

export function parseFormula(text: string): Result<Formula, ExpressionError> {
  const parsed = parsePart(text)
  if (!parsed.ok) return parsed
  const { part } = parsed.value
  if (part.kind === 'formula') return ok(part.tree)
  return err(expressionError(text, 'number-expected', part.span, { expected: ['number'] }))
}

export function parseWithSpans(text: string): Result<Parsed<Expression>, ExpressionError> {
  const parsed = parsePart(text)
  if (!parsed.ok) return parsed
  const { part, spans } = parsed.value
  if (part.kind !== 'value') return ok({ tree: part.tree, spans })
  return err(expressionError(text, 'condition-expected', part.span, { expected: ['condition', 'number'] }))
}

function parsePart(text: string): Result<{ part: Part; spans: Spans }, ExpressionError> {
  if (text.length > longestText) {
    const params = { most: longestText }
    return err(expressionError(text, 'text-too-long', { start: longestText, end: text.length }, { params }))
  }
  const tokens = readTokens(text)
  if (!Array.isArray(tokens)) return err(tokens)
  const { parse, spans } = createParser(text, tokens)
  try {
    const part = parse()
    if (part.kind !== 'value') {
      const { depth, parts } = expressionSize(part.tree)
      if (depth > mostLevels || parts > mostParts) {
        const params = { most: depth > mostLevels ? mostLevels : mostParts }
        const code = depth > mostLevels ? 'too-deep' : 'too-many'
        return err(expressionError(text, code, part.span, { params }))
      }
    }
    return ok({ part, spans })
  } catch (failure) {
    if (failure instanceof SyntaxFailure) return err(failure.error)
    throw failure
  }
}
