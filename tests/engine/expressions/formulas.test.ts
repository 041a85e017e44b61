import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  explain,
  parseCondition,
  parseFormula,
  segment,
  validateConfiguration,
  type Axis,
  type Condition,
  type Field,
  type Formula,
} from '#src/engine/index.ts'
import { axis, configurationOf, criterion, datasetOf, type Row } from '../segmentation/fixture.ts'

const criteria = [
  criterion('x'),
  criterion('y'),
  criterion('scale', 'SCALE'),
  criterion('flag', 'BOOLEAN'),
  criterion('seen', 'DATE'),
  criterion('asked', 'DATE'),
]

const formulaOf = (text: string): Formula => {
  const parsed = parseFormula(text)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error))
  return parsed.value
}
const conditionOf = (text: string): Condition => {
  const parsed = parseCondition(text)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error))
  return parsed.value
}
const formulaAxis = (formula: Formula, rest: Partial<Axis> = {}): Axis =>
  axis('f', { method: 'thresholds', cuts: [10, 5] }, 3, { source: { kind: 'formula', formula }, ...rest })

function valuesOf(formula: Formula, rows: readonly Row[], rest: Partial<Axis> = {}): (number | null)[] {
  const configuration = configurationOf({ criteria, axes: [formulaAxis(formula, rest)] })
  const [result] = segment(datasetOf(rows, criteria), configuration, 'general').axes
  return Array.from(result?.values ?? [], (value) => (Number.isNaN(value) ? null : value))
}
const one = (text: string, answers: Row['answers']) => valuesOf(formulaOf(text), [{ id: 'a', answers }])[0]

describe('formulas', () => {
  it.each([
    ['x + 2 * y', { x: 1, y: 3 }, 7],
    ['x - y - 1', { x: 5, y: 1 }, 3],
    ['x / y', { x: 1, y: 4 }, 0.25],
    ['x / y', { x: 1, y: 0 }, null],
    ['0 / y', { y: 0 }, null],
    ['x + y', { x: 1 }, null],
    ['coalesce(x, y, 9)', { y: 4 }, 4],
    ['coalesce(x, y)', {}, null],
    ['min(x, y)', { x: 3, y: 2 }, 2],
    ['max(x, y)', { x: 3 }, null],
    ['abs(x - y)', { x: 1, y: 4 }, 3],
    ['round(x)', { x: 2.5 }, 3],
    ['round(x)', { x: -2.5 }, -2],
    ['-x', { x: 0 }, 0],
    ['if(x > 2, 1, 0)', { x: 3 }, 1],
    ['if(x > 2, 1, 0)', {}, 0],
    ['if(x > 2, 1)', { x: 1 }, null],
    ['if(x is missing, y, x / 0)', { y: 6 }, 6],
    ['x * 1e308', { x: 10 }, null],
    ['scale * 10', { scale: 7 }, 70],
    ['flag + 1', { flag: true }, 101],
    ['seen', { seen: '2026-03-30' }, 3],
    ['if(seen > asked, 1, 2)', { seen: '2026-03-30', asked: '2025-01-01' }, 1],
    ["if(seen between '2026-03-01' and '2026-03-31', 1, 2)", { seen: '2026-03-30' }, 1],
  ] satisfies [string, Row['answers'], number | null][])('%s of %o', (text, answers, value) => {
    expect(one(text, answers)).toBe(value)
  })

  it('take the default value where they are missing, and nobody outside the universe', () => {
    const rows = [
      { id: 'a', answers: { x: 1 } },
      { id: 'b', answers: {} },
    ]
    expect(valuesOf(formulaOf('x'), rows, { missing: { policy: 'default', value: 4 } })).toEqual([1, 4])
    const configuration = configurationOf({
      criteria,
      axes: [formulaAxis(formulaOf('coalesce(x, 0)'))],
      universe: conditionOf('x is not missing'),
    })
    const result = segment(datasetOf(rows, criteria), configuration, 'general')
    expect([...(result.axes[0]?.values ?? [])]).toEqual([1, NaN])
    expect(result.universeCount).toBe(1)
  })

  it('agree with a reader that goes hcp by hcp', () => {
    const leaf = fc.oneof(
      fc.integer({ min: -4, max: 4 }),
      fc.constantFrom('x', 'y').map((code): Field => ({ kind: 'criterion', code })),
    )
    const { tree } = fc.letrec<{ tree: Formula }>((tie) => ({
      tree: fc.oneof(
        { depthSize: 'small' },
        leaf,
        fc.record({ op: fc.constantFrom('+', '-', '*', '/'), left: tie('tree'), right: tie('tree') }),
        fc.record({ op: fc.constantFrom('negate', 'abs', 'round'), term: tie('tree') }),
        fc.record({
          op: fc.constantFrom('min', 'max', 'coalesce'),
          terms: fc.array(tie('tree'), { minLength: 1, maxLength: 3 }),
        }),
        fc.record({
          op: fc.constant('if' as const),
          condition: fc.record({
            op: fc.constant('compare' as const),
            field: tie('tree'),
            comparison: fc.constantFrom('<', '>='),
            value: tie('tree'),
          }),
          value: tie('tree'),
          otherwise: fc.option(tie('tree')),
        }),
      ),
    }))
    const answer = fc.option(fc.integer({ min: -3, max: 3 }))
    fc.assert(
      fc.property(tree, fc.array(fc.record({ x: answer, y: answer }), { maxLength: 6 }), (formula, list) => {
        const rows = list.map((answers, index) => ({ id: String(index), answers }))
        expect(valuesOf(formula, rows)).toEqual(list.map((answers) => readOne(formula, answers)))
      }),
      { numRuns: 500 },
    )
  })

  it('stand in rules, on both sides, with axes and previous calls', () => {
    const rows = [
      { id: 'a', answers: { x: 4, y: 3 } },
      { id: 'b', answers: { x: 2, y: 3 } },
      { id: 'c', answers: { x: 4 } },
    ]
    const dataset = { ...datasetOf(rows, criteria), previousCalls: Float64Array.of(2, 0, NaN) }
    const caught = (text: string) => {
      const rule = { id: 'r', condition: conditionOf(text), outcome: { kind: 'exclude' } } as const
      const configuration = configurationOf({
        criteria,
        axes: [formulaAxis(formulaOf('x * 2'))],
        rules: [rule],
      })
      expect(validateConfiguration(configuration)).toEqual([])
      const { ruleOf } = segment(dataset, configuration, 'general')
      return dataset.hcpIds.filter((_, row) => ruleOf[row] === 0).join('')
    }
    expect(caught('x > y')).toBe('a')
    expect(caught('x + y in (5, 7)')).toBe('ab')
    expect(caught('axis(f) between x + 3 and 8')).toBe('ac')
    expect(caught('previous calls >= 1')).toBe('a')
    expect(caught('previous calls is missing')).toBe('c')
    expect(caught('x / (y - 3) is missing')).toBe('abc')
  })
})

type Answers = { x: number | null; y: number | null }
const tidy = (value: number): number | null => (Number.isFinite(value) ? value + 0 : null)

function readOne(formula: Formula, answers: Answers): number | null {
  if (typeof formula === 'number') return formula + 0
  if ('kind' in formula)
    return formula.kind === 'criterion' ? answers[formula.code === 'x' ? 'x' : 'y'] : null
  const read = (one: Formula) => readOne(one, answers)
  const binary = (left: number | null, right: number | null, of: (l: number, r: number) => number) =>
    left === null || right === null ? null : tidy(of(left, right))
  switch (formula.op) {
    case '+':
      return binary(read(formula.left), read(formula.right), (l, r) => l + r)
    case '-':
      return binary(read(formula.left), read(formula.right), (l, r) => l - r)
    case '*':
      return binary(read(formula.left), read(formula.right), (l, r) => l * r)
    case '/':
      return binary(read(formula.left), read(formula.right), (l, r) => l / r)
    case 'negate':
    case 'abs':
    case 'round': {
      const value = read(formula.term)
      if (value === null) return null
      return tidy(
        formula.op === 'negate' ? -value : formula.op === 'abs' ? Math.abs(value) : Math.floor(value + 0.5),
      )
    }
    case 'coalesce':
      return formula.terms.map(read).find((value) => value !== null) ?? null
    case 'min':
    case 'max': {
      const values = formula.terms.map(read)
      if (values.includes(null)) return null
      return Math[formula.op](...values.map(Number))
    }
    case 'if': {
      if (formula.condition.op !== 'compare') throw new Error('compare only')
      const { field, comparison, value } = formula.condition
      const [left, right] = [read(field), read(value as Formula)]
      const holds = left !== null && right !== null && (comparison === '<' ? left < right : left >= right)
      return holds ? read(formula.value) : formula.otherwise === null ? null : read(formula.otherwise)
    }
  }
}

describe('the explanation of a formula', () => {
  const explained = (text: string, answers: Row['answers'], others: readonly Row[] = []) => {
    const configuration = configurationOf({ criteria, axes: [formulaAxis(formulaOf(text))] })
    const dataset = datasetOf([{ id: 'me', answers }, ...others], criteria)
    return explain(
      dataset,
      configuration,
      segment(dataset, configuration, 'general'),
      dataset.hcpIds.indexOf('me'),
    )
  }

  it('gives its text, the criteria read, its class', () => {
    const found = explained('0.5 * x + scale', { x: 8, scale: 3 })
    expect(found.axes[0]).toMatchObject({
      formula: '0.5 * x + scale',
      value: 7,
      class: 'B',
      from: 5,
      next: { class: 'A', from: 10 },
      defaulted: false,
      terms: [
        { criterion: 'x', value: 8, number: 8, normalisation: null, contribution: null },
        { criterion: 'scale', value: 3, number: 3 },
      ],
    })
    expect(found.answers.map((answer) => answer.criterion)).toEqual(['x', 'scale'])
  })

  it('finds the smallest change through the formula', () => {
    const others = [0, 20].map((x, index) => ({ id: `o${index}`, answers: { x } }))
    expect(explained('x * x / 4', { x: 5 }, others).smallestChange).toMatchObject({
      criterion: 'x',
      from: 5,
      to: 4,
    })
    expect(explained('if(x >= 12.5, 20, 0)', { x: 12.4 }, others).smallestChange).toMatchObject({
      to: 12.5,
      by: 0.1,
      segment: 'AA',
    })
    expect(explained('100 / (x - 3)', { x: 12 }, others).smallestChange).toMatchObject({
      to: 14,
      segment: 'BB',
    })
  })
})
