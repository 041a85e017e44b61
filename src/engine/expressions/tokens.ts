import { attributeNames } from '../columns/dataset.ts'
import { codePattern } from '../configuration/expression-limits.ts'
import type { Comparison } from '../configuration/conditions.ts'
import { expressionError, type ExpressionError, type Span } from './expression-error.ts'

export type Token = Span & {
  /** `word`: bare letters; `name`: a code in brackets; `sign`: one of the signs, in their plain form. */
  readonly kind: 'word' | 'name' | 'number' | 'text' | 'sign' | 'end'
  readonly value: string
}

export const comparisons: readonly Comparison[] = ['<=', '>=', '!=', '<', '>', '=']
export const functionNames = ['min', 'max', 'coalesce', 'abs', 'round', 'if', 'all', 'any'] as const

const words = [
  'and',
  'or',
  'not',
  'in',
  'between',
  'is',
  'missing',
  'true',
  'false',
  'axis',
  'class',
  'previous',
]

/** Words that stand for something: a criterion of that name is written in brackets. */
export const reservedWords: ReadonlySet<string> = new Set([...words, ...functionNames, ...attributeNames])

const bareName = /^[A-Za-z][A-Za-z0-9_.]*$/

/** How a code is written in a text. */
export function nameText(code: string): string {
  return bareName.test(code) && !reservedWords.has(code.toLowerCase()) ? code : `[${code}]`
}

/** Signs as they may be typed, longest first, with their plain form. */
const signs: readonly (readonly [string, string])[] = [
  ['<=', '<='],
  ['>=', '>='],
  ['!=', '!='],
  ['<>', '!='],
  ['==', '='],
  ['≤', '<='],
  ['≥', '>='],
  ['≠', '!='],
  ['×', '*'],
  ['÷', '/'],
  ['−', '-'],
  ...['<', '>', '=', '+', '-', '*', '/', '(', ')', ','].map((sign) => [sign, sign] as const),
]

const number = /(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?/y
const word = /[A-Za-z][A-Za-z0-9_.]*/y
const space = /\s+/y

/** The tokens of a text, an `end` last; or the first thing that is none. */
export function readTokens(text: string): Token[] | ExpressionError {
  const tokens: Token[] = []
  let at = 0
  const take = (pattern: RegExp): string | null => {
    pattern.lastIndex = at
    return pattern.exec(text)?.[0] ?? null
  }
  while (at < text.length) {
    const blank = take(space)
    if (blank !== null) {
      at += blank.length
      continue
    }
    const token = nextToken(text, at, take)
    if ('code' in token) return token
    tokens.push(token)
    at = token.end
  }
  return [...tokens, { kind: 'end', value: '', start: text.length, end: text.length }]
}

function nextToken(
  text: string,
  start: number,
  take: (pattern: RegExp) => string | null,
): Token | ExpressionError {
  const first = text.charAt(start)
  if (first === "'") return textToken(text, start)
  if (first === '[') return nameToken(text, start)
  const digits = take(number)
  if (digits !== null) return { kind: 'number', value: digits, start, end: start + digits.length }
  const letters = take(word)
  if (letters !== null) return { kind: 'word', value: letters, start, end: start + letters.length }
  const sign = signs.find(([typed]) => text.startsWith(typed, start))
  if (sign) return { kind: 'sign', value: sign[1], start, end: start + sign[0].length }
  const length = (text.codePointAt(start) ?? 0) > 0xffff ? 2 : 1
  return expressionError(text, 'unknown-character', { start, end: start + length })
}

/** A text stands in single quotes; a quote in it is doubled. */
function textToken(text: string, start: number): Token | ExpressionError {
  let at = start + 1
  let value = ''
  for (;;) {
    const quote = text.indexOf("'", at)
    if (quote < 0) {
      const expected = ["'''"] as const
      return expressionError(text, 'unclosed-text', { start, end: text.length }, { expected })
    }
    value += text.slice(at, quote)
    at = quote + 1
    if (text.charAt(at) !== "'") return { kind: 'text', value, start, end: at }
    value += "'"
    at += 1
  }
}

function nameToken(text: string, start: number): Token | ExpressionError {
  const close = text.indexOf(']', start)
  if (close < 0) {
    const expected = ["']'"] as const
    return expressionError(text, 'unclosed-name', { start, end: text.length }, { expected })
  }
  const value = text.slice(start + 1, close).trim()
  const span = { start, end: close + 1 }
  return codePattern.test(value) ? { kind: 'name', value, ...span } : expressionError(text, 'bad-name', span)
}
