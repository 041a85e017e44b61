import { attributeNames } from '../columns/dataset.ts'
import { mostLevels, mostTerms, mostValues } from '../configuration/expression-limits.ts'
import type { Condition, Field, Formula, Scalar } from '../configuration/conditions.ts'
import { expressionError, type Expected, type ExpressionError, type Span } from './expression-error.ts'
import { nearestName } from './nearest-name.ts'
import { comparisons, functionNames, type Token } from './tokens.ts'

/** Where the members of each node stand in the text, by key (`left`, `terms.0`). */
export type Spans = Map<object, Readonly<Record<string, Span>>>

/** What a piece of text is: `value` is a code, a day, `true` or `false`, which only a comparison can take. */
export type Part =
  | { readonly kind: 'condition'; readonly tree: Condition; readonly span: Span }
  | { readonly kind: 'formula'; readonly tree: Formula; readonly span: Span }
  | { readonly kind: 'value'; readonly value: string | boolean; readonly span: Span }

type FormulaPart = Extract<Part, { kind: 'formula' }>
type ConditionPart = Extract<Part, { kind: 'condition' }>

/** Carries the first error out of the descent; never leaves `parseExpression`. */
export class SyntaxFailure extends Error {
  readonly error: ExpressionError
  constructor(error: ExpressionError) {
    super(error.code)
    this.error = error
  }
}

export function createParser(text: string, tokens: readonly Token[]) {
  const spans: Spans = new Map()
  const last = tokens.at(-1) ?? { kind: 'end', value: '', start: text.length, end: text.length }
  let at = 0
  let level = 0

  const peek = (ahead = 0): Token => tokens[at + ahead] ?? last
  const isWord = (word: string, ahead = 0) =>
    peek(ahead).kind === 'word' && peek(ahead).value.toLowerCase() === word
  const isSign = (sign: string, ahead = 0) => peek(ahead).kind === 'sign' && peek(ahead).value === sign
  const next = (): Token => {
    const token = peek()
    at += 1
    return token
  }
  const fail = (code: ExpressionError['code'], span: Span, rest = {}): never => {
    throw new SyntaxFailure(expressionError(text, code, span, rest))
  }
  const unexpected = (expected: readonly Expected[]): never =>
    fail(peek().kind === 'end' ? 'unexpected-end' : 'unexpected', peek(), { expected })
  const takeWord = (word: string): boolean => {
    const found = isWord(word)
    if (found) at += 1
    return found
  }
  const takeSign = (sign: string): boolean => {
    const found = isSign(sign)
    if (found) at += 1
    return found
  }
  const needSign = (sign: '(' | ')' | ',', others: readonly Expected[] = []): Token =>
    isSign(sign) ? next() : unexpected([`'${sign}'`, ...others])
  const over = (left: Span, right: Span): Span => ({ start: left.start, end: right.end })
  const deeper = <T>(read: () => T): T => {
    level += 1
    if (level > mostLevels) fail('too-deep', peek(), { params: { most: mostLevels } })
    const found = read()
    level -= 1
    return found
  }

  const condition = (tree: Condition, span: Span, members: Record<string, Span> = {}): ConditionPart => {
    spans.set(tree, members)
    return { kind: 'condition', tree, span }
  }
  const formula = (tree: Formula, span: Span, members: Record<string, Span> = {}): FormulaPart => {
    if (typeof tree === 'object') spans.set(tree, members)
    return { kind: 'formula', tree, span }
  }
  const asCondition = (part: Part): ConditionPart =>
    part.kind === 'condition' ? part : fail('condition-expected', part.span, { expected: ['comparison'] })
  const asFormula = (part: Part): FormulaPart =>
    part.kind === 'formula' ? part : fail('number-expected', part.span, { expected: ['number', 'name'] })
  const termSpans = (parts: readonly Part[]) =>
    Object.fromEntries(parts.map(({ span }, index) => [`terms.${index}`, span]))
  const joined = (op: 'and' | 'or', parts: readonly ConditionPart[], span: Span): ConditionPart => {
    if (parts.length > mostTerms) fail('too-many', span, { params: { most: mostTerms } })
    return condition({ op, terms: parts.map(({ tree }) => tree) }, span, termSpans(parts))
  }

  function parse(): Part {
    const part = parseOr()
    if (peek().kind !== 'end') {
      const more: Expected[] = part.kind === 'condition' ? ["'and'", "'or'"] : ['comparison', 'operator']
      unexpected([...more, 'end'])
    }
    return part
  }

  function chain(word: 'and' | 'or', read: () => Part): Part {
    const first = read()
    if (!isWord(word)) return first
    const parts = [asCondition(first)]
    while (takeWord(word)) parts.push(asCondition(read()))
    return joined(word, parts, over(first.span, parts.at(-1)?.span ?? first.span))
  }
  const parseOr = (): Part => deeper(() => chain('or', parseAnd))
  const parseAnd = (): Part => chain('and', parseNot)

  function parseNot(): Part {
    if (!isWord('not')) return parseComparison()
    const word = next()
    const term = asCondition(deeper(parseNot))
    return condition({ op: 'not', term: term.tree }, over(word, term.span), { term: term.span })
  }

  function parseComparison(): Part {
    const left = parseSum()
    const sign = comparisons.find((one) => isSign(one))
    if (sign) {
      const { tree: field, span } = asFormula(left)
      const comparison = next()
      const right = parseSum()
      if (right.kind === 'condition')
        return fail('number-expected', right.span, { expected: ['value', 'number'] })
      const value = right.kind === 'value' ? right.value : right.tree
      const members = { field: span, comparison, value: right.span }
      return condition({ op: 'compare', field, comparison: sign, value }, over(span, right.span), members)
    }
    if (isWord('is')) {
      const field = asFormula(left)
      next()
      const negated = takeWord('not')
      if (!isWord('missing')) unexpected(negated ? ["'missing'"] : ["'missing'", "'not'"])
      const span = over(left.span, next())
      return negate(negated, condition({ op: 'missing', field: field.tree }, span, { field: field.span }))
    }
    const negated = isWord('not') && (isWord('in', 1) || isWord('between', 1))
    if (negated) next()
    if (isWord('in')) return negate(negated, parseMember(asFormula(left)))
    if (isWord('between')) return negate(negated, parseBetween(asFormula(left)))
    return left
  }

  const negate = (negated: boolean, term: ConditionPart): ConditionPart =>
    negated ? condition({ op: 'not', term: term.tree }, term.span, { term: term.span }) : term

  function parseMember({ tree: field, span }: FormulaPart): ConditionPart {
    next()
    needSign('(')
    const values: Scalar[] = []
    const members: Record<string, Span> = { field: span }
    do {
      const part = parseSum()
      if (part.kind === 'formula' && typeof part.tree === 'number') values.push(part.tree)
      else if (part.kind === 'value') values.push(part.value)
      else fail('unexpected', part.span, { expected: ['value'] })
      members[`values.${values.length - 1}`] = part.span
    } while (takeSign(','))
    const whole = over(span, needSign(')', ["','"]))
    if (values.length > mostValues) fail('too-many', whole, { params: { most: mostValues } })
    return condition({ op: 'in', field, values }, whole, members)
  }

  function parseBetween({ tree: field, span }: FormulaPart): ConditionPart {
    next()
    const bound = () => {
      const part = parseSum()
      if (part.kind === 'formula') return { value: part.tree, span: part.span }
      if (part.kind === 'value' && typeof part.value === 'string')
        return { value: part.value, span: part.span }
      return fail('number-expected', part.span, { expected: ['number'] })
    }
    const low = bound()
    if (!takeWord('and')) unexpected(["'and'"])
    const high = bound()
    const members = { field: span, low: low.span, high: high.span }
    const tree: Condition = { op: 'between', field, low: low.value, high: high.value }
    return condition(tree, over(span, high.span), members)
  }

  function parseOperations(signs: readonly ['+', '-'] | readonly ['*', '/'], read: () => Part): Part {
    let part = read()
    for (;;) {
      const op = signs.find((one) => isSign(one))
      if (!op) return part
      const left = asFormula(part)
      next()
      const right = asFormula(read())
      const members = { left: left.span, right: right.span }
      part = formula({ op, left: left.tree, right: right.tree }, over(left.span, right.span), members)
    }
  }
  const parseSum = (): Part => parseOperations(['+', '-'], parseProduct)
  const parseProduct = (): Part => parseOperations(['*', '/'], parseUnary)

  function parseUnary(): Part {
    if (!isSign('-')) return parsePrimary()
    const sign = next()
    if (peek().kind === 'number') {
      const digits = next()
      return formula(0 - Number(digits.value), over(sign, digits))
    }
    const term = asFormula(deeper(parseUnary))
    return formula({ op: 'negate', term: term.tree }, over(sign, term.span), { term: term.span })
  }

  function parsePrimary(): Part {
    const token = peek()
    switch (token.kind) {
      case 'number': {
        next()
        const value = Number(token.value)
        return Number.isFinite(value)
          ? formula(value, token)
          : fail('unexpected', token, { expected: ['number'] })
      }
      case 'text':
        next()
        if (token.value.length > 200) fail('too-many', token, { params: { most: 200 } })
        return { kind: 'value', value: token.value, span: token }
      case 'name':
        next()
        return formula({ kind: 'criterion', code: token.value }, token)
      case 'word':
        return parseWord(token)
      case 'sign': {
        if (token.value !== '(') return unexpected(['condition', 'number', 'name'])
        next()
        const part = parseOr()
        const close = needSign(
          ')',
          part.kind === 'condition' ? ["'and'", "'or'"] : ['operator', 'comparison'],
        )
        return { ...part, span: over(token, close) }
      }
      case 'end':
        return unexpected(['condition', 'number', 'name'])
    }
  }

  function parseWord(token: Token): Part {
    const name = token.value.toLowerCase()
    const attribute = attributeNames.find((one) => one === name)
    if (isSign('(', 1)) return parseCall(token, name)
    next()
    if (attribute) return formula({ kind: 'attribute', name: attribute }, token)
    if (name === 'true' || name === 'false') return { kind: 'value', value: name === 'true', span: token }
    if (name === 'previous') {
      if (isWord('segment')) return formula({ kind: 'previousSegment' }, over(token, next()))
      if (isWord('calls')) return formula({ kind: 'previousCalls' }, over(token, next()))
      return unexpected(["'segment'", "'calls'"])
    }
    if (operators.has(name)) {
      at -= 1
      return unexpected(['condition', 'number', 'name'])
    }
    if (name === 'axis' || name === 'class' || functionNames.some((one) => one === name))
      return unexpected(["'('"])
    if (token.value.length > 40) fail('bad-name', token)
    return formula({ kind: 'criterion', code: token.value }, token)
  }

  function parseCall(token: Token, name: string): Part {
    if (name === 'axis' || name === 'class') return parseReference(token, name)
    const known = functionNames.find((one) => one === name)
    if (!known) {
      const nearest = nearestName(name, [...functionNames, 'axis', 'class'])
      return fail('unknown-function', token, { nearest })
    }
    next()
    next()
    const parts: Part[] = []
    do parts.push(parseOr())
    while (takeSign(','))
    const span = over(token, needSign(')', ["','", 'operator']))
    return callOf(known, parts, span)
  }

  function callOf(name: (typeof functionNames)[number], parts: readonly Part[], span: Span): Part {
    const [first] = parts
    if (!first) return unexpected(['number'])
    switch (name) {
      case 'all':
      case 'any':
        return joined(name === 'all' ? 'and' : 'or', parts.map(asCondition), span)
      case 'min':
      case 'max':
      case 'coalesce': {
        if (parts.length > mostTerms) fail('too-many', span, { params: { most: mostTerms } })
        const terms = parts.map((part) => asFormula(part).tree)
        return formula({ op: name, terms }, span, termSpans(parts))
      }
      case 'abs':
      case 'round':
        if (parts[1]) fail('unexpected', parts[1].span, { expected: ["')'"] })
        return formula({ op: name, term: asFormula(first).tree }, span, { term: first.span })
      case 'if': {
        const [, value, otherwise, more] = parts
        if (!value) return fail('unexpected', { start: span.end - 1, end: span.end }, { expected: ["','"] })
        if (more) fail('unexpected', more.span, { expected: ["')'"] })
        const members = { condition: first.span, value: value.span, otherwise: otherwise?.span ?? span }
        const tree: Formula = {
          op: 'if',
          condition: asCondition(first).tree,
          value: asFormula(value).tree,
          otherwise: otherwise ? asFormula(otherwise).tree : null,
        }
        return formula(tree, span, members)
      }
    }
  }

  function parseReference(token: Token, kind: 'axis' | 'class'): FormulaPart {
    next()
    next()
    const code = peek().kind === 'word' || peek().kind === 'name' ? next() : unexpected(['code'])
    if (code.value.length > 40) fail('bad-name', code)
    const span = over(token, needSign(')'))
    const field: Field = kind === 'axis' ? { kind, code: code.value } : { kind, axis: code.value }
    return formula(field, span, { code, axis: code })
  }

  return { parse, spans }
}

const operators: ReadonlySet<string> = new Set(['and', 'or', 'not', 'in', 'between', 'is', 'missing'])
