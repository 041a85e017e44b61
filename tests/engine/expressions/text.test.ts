import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { expressionSize } from '#src/engine/expressions/condition-fields.ts'
import {
  checkCondition,
  checkFormula,
  conditionSchema,
  formulaSchema,
  isCondition,
  parseCondition,
  parseExpression,
  parseFormula,
  printExpression,
  type ExpressionError,
} from '#src/engine/index.ts'
import { axis, criterion } from '../segmentation/fixture.ts'
import { condition, formula } from './expression-arbitraries.ts'

const small = (tree: Parameters<typeof expressionSize>[0]) => {
  const { depth, parts } = expressionSize(tree)
  return depth <= 40 && parts <= 400
}

describe('text and tree', () => {
  it('lose nothing of each other', () => {
    fc.assert(
      fc.property(fc.oneof(formula, condition).filter(small), (tree) => {
        const text = printExpression(tree)
        expect(parseExpression(text)).toEqual({ ok: true, value: tree })
        const schema = isCondition(tree) ? conditionSchema : formulaSchema
        expect(schema.parse(JSON.parse(JSON.stringify(tree)))).toEqual(tree)
      }),
      { numRuns: 3000 },
    )
  })

  it.each([
    ['potential >= 75', 'potential >= 75'],
    ['POTENTIAL>=75 AND NOT leader = TRUE', 'POTENTIAL >= 75 and not leader = true'],
    ['a + b*c - d/2', 'a + b * c - d / 2'],
    ['a - (b - c)', 'a - (b - c)'],
    ['(a - b) - c', 'a - b - c'],
    ['a × (b ÷ c) − 1', 'a * (b / c) - 1'],
    ['x ≥ 3 or y <> 2', 'x >= 3 or y != 2'],
    ['a = 1 or b = 2 and c = 3', 'a = 1 or (b = 2 and c = 3)'],
    ['(a = 1 or b = 2) and c = 3', '(a = 1 or b = 2) and c = 3'],
    ["specialty in ('GP' , 'cardio')", "specialty in ('GP', 'cardio')"],
    ['x is not missing', 'x is not missing'],
    ['not x between 1 and 5 and y is missing', 'x not between 1 and 5 and y is missing'],
    ["class(potential) = 'A'", "class(potential) = 'A'"],
    ['axis([my-axis]) / axis(other) > 1.50', 'axis([my-axis]) / axis(other) > 1.5'],
    ['[patients-seen] > .5', '[patients-seen] > 0.5'],
    ['[specialty] = 3', '[specialty] = 3'],
    ["previous segment = 'S1' and previous calls < 4", "previous segment = 'S1' and previous calls < 4"],
    ['if(x > 3, max(x, 1), coalesce(y, -2))', 'if(x > 3, max(x, 1), coalesce(y, -2))'],
    ['--3', '-(-3)'],
    ['all(x > 1)', 'all(x > 1)'],
    ["name = 'l''un'", "name = 'l''un'"],
    ["seen between '2026-01-01' and '2026-03-31'", "seen between '2026-01-01' and '2026-03-31'"],
  ])('%s', (typed, printed) => {
    const parsed = parseExpression(typed)
    expect(parsed.ok && printExpression(parsed.value)).toBe(printed)
  })
})

const criteria = [
  criterion('potential'),
  criterion('patients-seen'),
  criterion('notes', 'TEXT'),
  criterion('leader', 'BOOLEAN'),
  criterion('seen', 'DATE'),
  criterion('level', 'CHOICE', {
    options: [
      { code: 'low', points: 1 },
      { code: 'high', points: 2 },
    ],
  }),
]
const axes = [axis('affinity', { method: 'quantiles', k: 3 }, 3)]
const scope = { criteria, axes }

const wrong = (text: string): Partial<ExpressionError> => {
  const found = checkCondition(text, scope)
  if (found.ok) throw new Error(`${text} holds`)
  const { code, line, column, found: at, nearest } = found.error
  return nearest === null ? { code, line, column, found: at } : { code, line, column, found: at, nearest }
}

describe('errors name the place', () => {
  it.each([
    ['', { code: 'unexpected-end', line: 1, column: 1, found: '' }],
    ['potential >', { code: 'unexpected-end', line: 1, column: 12, found: '' }],
    ['potential > 3 leader', { code: 'unexpected', line: 1, column: 15, found: 'leader' }],
    ['potential > 3\n  and ?', { code: 'unknown-character', line: 2, column: 7, found: '?' }],
    ['potential > and', { code: 'unexpected', line: 1, column: 13, found: 'and' }],
    ["level = 'low", { code: 'unclosed-text', line: 1, column: 9, found: "'low" }],
    ['[patients > 1', { code: 'unclosed-name', line: 1, column: 1, found: '[patients > 1' }],
    ['[] > 1', { code: 'bad-name', line: 1, column: 1, found: '[]' }],
    ['mni(potential, 3) > 1', { code: 'unknown-function', line: 1, column: 1, found: 'mni', nearest: 'min' }],
    ['potential', { code: 'condition-expected', line: 1, column: 1, found: 'potential' }],
    ['potential and leader = true', { code: 'condition-expected', line: 1, column: 1, found: 'potential' }],
    ['(potential > 3) > 1', { code: 'number-expected', line: 1, column: 1, found: '(potential > 3)' }],
    ["'a' > 1", { code: 'number-expected', line: 1, column: 1, found: "'a'" }],
    [
      'potential > 3 and potentail > 4',
      { code: 'unknown-criterion', line: 1, column: 19, found: 'potentail', nearest: 'potential' },
    ],
    [
      'patients_seen > 3',
      { code: 'unknown-criterion', line: 1, column: 1, found: 'patients_seen', nearest: '[patients-seen]' },
    ],
    [
      'axis(afinity) > 3',
      { code: 'unknown-axis', line: 1, column: 1, found: 'axis(afinity)', nearest: 'affinity' },
    ],
    [
      "level in ('low', 'hihg')",
      { code: 'unknown-option', line: 1, column: 18, found: "'hihg'", nearest: "'high'" },
    ],
    ["class(affinity) = 'Z'", { code: 'unknown-class', line: 1, column: 19, found: "'Z'", nearest: "'A'" }],
    ['notes = 3', { code: 'text-criterion', line: 1, column: 1, found: 'notes' }],
    ["potential = 'x'", { code: 'value-kind', line: 1, column: 13, found: "'x'" }],
    ["specialty > 'a'", { code: 'no-order', line: 1, column: 11, found: '>' }],
    ['potential + specialty > 3', { code: 'number-needed', line: 1, column: 13, found: 'specialty' }],
    ['potential > specialty', { code: 'number-needed', line: 1, column: 13, found: 'specialty' }],
    ['if(leader = 3 and x = 1, 1, 2) > 1', { code: 'unknown-criterion', line: 1, column: 19, found: 'x' }],
    ['seen between 9 and 3', { code: 'interval-inverted', line: 1, column: 20, found: '3' }],
    [
      "potential between '2026-01-01' and '2026-02-01'",
      { code: 'value-kind', found: "'2026-01-01'", line: 1, column: 19 },
    ],
  ] satisfies [string, Partial<ExpressionError>][])('%s', (text, error) => {
    expect(wrong(text)).toEqual(error)
  })

  it('and what was expected there', () => {
    const found = parseCondition('previous week = 3')
    expect(!found.ok && found.error.expected).toEqual(["'segment'", "'calls'"])
    const open = parseFormula('min(1, 2')
    expect(!open.ok && open.error.expected).toEqual(["')'", "','", 'operator'])
  })

  it('a formula reads no axis where axes are not there yet', () => {
    const before = { criteria, axes: null, withoutAxes: 'formula-reads-axes' as const }
    const found = checkFormula('potential + axis(affinity)', before)
    expect(!found.ok && found.error).toMatchObject({ code: 'formula-reads-axes', column: 13 })
    expect(checkFormula('potential / 2', before).ok).toBe(true)
    expect(checkFormula('potential > 2', before)).toMatchObject({
      ok: false,
      error: { code: 'number-expected' },
    })
  })
})

describe('limits', () => {
  const codeOf = (text: string) => {
    const found = parseExpression(text)
    return found.ok ? 'ok' : found.error.code
  }
  it('of depth, length and number', () => {
    expect(codeOf(`${'('.repeat(60)}1${')'.repeat(60)}`)).toBe('ok')
    expect(codeOf(`${'('.repeat(5000 / 2)}`.slice(0, 3000))).toBe('too-deep')
    expect(codeOf('-'.repeat(3999))).toBe('too-deep')
    expect(codeOf('not '.repeat(900))).toBe('too-deep')
    expect(codeOf(' '.repeat(4001))).toBe('text-too-long')
    expect(codeOf(Array.from({ length: 100 }, () => 'x').join('+'))).toBe('too-deep')
    expect(codeOf(Array.from({ length: 21 }, () => 'x > 1').join(' and '))).toBe('too-many')
    expect(codeOf(`x in (${Array.from({ length: 201 }, () => 1).join(',')})`)).toBe('too-many')
  })

  const tokens = "( ) x [a-b] and not in between is missing 3 - * , ' if min axis = € 😀".split(' ')
  const pieces = fc.constantFrom(...tokens, ' ', '\n')
  const texts = fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join(' '))

  it('never breaks on any text, and prints what it reads', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const found = parseExpression(text)
        const again = found.ok ? parseExpression(printExpression(found.value)) : found
        expect(again).toEqual(found)
      }),
      { numRuns: 3000 },
    )
  })

  it('places every error inside the text', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const found = parseExpression(text)
        fc.pre(!found.ok)
        const { offset, length, found: at, line, column } = found.error
        expect(at).toBe(text.slice(offset, offset + length))
        const lines = text.split('\n').slice(0, line - 1)
        expect(offset).toBe(lines.reduce((sum, one) => sum + one.length + 1, 0) + column - 1)
      }),
      { numRuns: 1000 },
    )
  })
})
