import { describe, expect, it } from 'vitest'
import { segment, type Condition, type Field, type Scalar } from '#src/engine/index.ts'
import { axis, configurationOf, criterion, datasetOf, type Row } from '../segmentation/fixture.ts'

const criteria = [
  criterion('number'),
  criterion('scale', 'SCALE'),
  criterion('flag', 'BOOLEAN'),
  criterion('level', 'CHOICE', {
    options: [
      { code: 'low', points: 5 },
      { code: 'middle', points: 1 },
      { code: 'high', points: 9 },
    ],
  }),
  criterion('seen', 'DATE'),
]
const rows: Row[] = [
  {
    id: 'a',
    answers: { number: 1, scale: 7, flag: true, level: 'low', seen: '2026-06-30' },
    specialty: 'gp',
  },
  {
    id: 'b',
    answers: { number: 2, scale: 3, flag: false, level: 'middle', seen: '2026-05-30' },
    previous: 'S1',
  },
  { id: 'c', answers: { number: 3, level: 'high', seen: '2025-06-30' }, specialty: 'cardio', previous: 'S2' },
  { id: 'd', answers: {} },
]
const dataset = datasetOf(rows, criteria)

/** Ids that a rule with this condition catches. */
function caught(condition: Condition): string {
  const cuts = axis('number', { method: 'thresholds', cuts: [3, 2] }, 3)
  const outcome = { kind: 'exclude' } as const
  const configuration = configurationOf({ criteria, axes: [cuts], rules: [{ id: 'r', condition, outcome }] })
  const result = segment(dataset, configuration, 'general')
  return dataset.hcpIds.filter((_, row) => result.ruleOf[row] === 0).join('')
}

const of = (code: string): Field => ({ kind: 'criterion', code })
const compare = (
  field: Field,
  comparison: '<' | '<=' | '=' | '!=' | '>=' | '>',
  value: Scalar,
): Condition => ({
  op: 'compare',
  field,
  comparison,
  value,
})

describe('conditions', () => {
  it.each([
    ['number below', compare(of('number'), '<', 2), 'a'],
    ['number up to', compare(of('number'), '<=', 2), 'ab'],
    ['number equal', compare(of('number'), '=', 2), 'b'],
    ['number different, missing left out', compare(of('number'), '!=', 2), 'ac'],
    ['number from', compare(of('number'), '>=', 2), 'bc'],
    ['number above', compare(of('number'), '>', 2), 'c'],
    ['scale in its own unit', compare(of('scale'), '>=', 7), 'a'],
    ['boolean', compare(of('flag'), '=', true), 'a'],
    ['boolean different', compare(of('flag'), '!=', true), 'b'],
    ['option', compare(of('level'), '=', 'low'), 'a'],
    ['option by its place in the form', compare(of('level'), '>=', 'middle'), 'bc'],
    ['option by its points', compare(of('level'), '>=', 5), 'ac'],
    ['unknown option', compare(of('level'), '>', 'huge'), ''],
    ['day', compare(of('seen'), '<', '2026-06-01'), 'bc'],
    ['months before the reference day', compare(of('seen'), '>=', 1), 'bc'],
    ['text against a number', compare(of('number'), '=', 'two'), ''],
    ['specialty', compare({ kind: 'attribute', name: 'specialty' }, '=', 'gp'), 'a'],
    ['specialty has no order', compare({ kind: 'attribute', name: 'specialty' }, '>', 'a'), ''],
    ['previous segment', compare({ kind: 'previousSegment' }, '!=', 'S1'), 'c'],
    ['class, A above B', compare({ kind: 'class', axis: 'number' }, '>=', 'B'), 'bc'],
    ['axis', compare({ kind: 'axis', code: 'number' }, '>', 1), 'bc'],
    ['unknown criterion', compare(of('ghost'), '!=', 1), ''],
    ['in', { op: 'in', field: of('level'), values: ['high', 'low', 1] }, 'abc'],
    ['in of numbers', { op: 'in', field: of('number'), values: [1, 3] }, 'ac'],
    ['in of days', { op: 'in', field: of('seen'), values: ['2025-06-30'] }, 'c'],
    ['between, bounds in', { op: 'between', field: of('number'), low: 2, high: 3 }, 'bc'],
    ['missing', { op: 'missing', field: of('scale') }, 'cd'],
    ['missing day', { op: 'missing', field: of('seen') }, 'd'],
    ['missing specialty', { op: 'missing', field: { kind: 'attribute', name: 'specialty' } }, 'bd'],
    ['missing class', { op: 'missing', field: { kind: 'class', axis: 'number' } }, 'd'],
    ['missing, unknown criterion', { op: 'missing', field: of('ghost') }, 'abcd'],
    ['not', { op: 'not', term: compare(of('number'), '=', 2) }, 'acd'],
    ['and', { op: 'and', terms: [compare(of('number'), '>', 1), compare(of('level'), '=', 'high')] }, 'c'],
    ['or', { op: 'or', terms: [compare(of('number'), '=', 1), compare(of('flag'), '=', false)] }, 'ab'],
  ] satisfies [string, Condition, string][])('%s', (_, condition, ids) => {
    expect(caught(condition)).toBe(ids)
  })
})
