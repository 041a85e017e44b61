import { describe, expect, test } from 'vitest'
import {
  fitClasses,
  stepOf,
  withAxis,
  withCut,
  withLayers,
  withMethod,
  withNewAxis,
} from '#src/client/segmentation/edit-axis.ts'
import {
  isUsed,
  withCell,
  withNewSegment,
  withRankMoved,
  withRuleAt,
} from '#src/client/segmentation/edit-segments.ts'
import { readyMatrix } from '#src/client/segmentation/ready-matrices.ts'
import { readCondition, writeCondition } from '#src/client/segmentation/simple-condition.ts'
import {
  emptyConfiguration,
  presetNames,
  validateConfiguration,
  type Condition,
  type PresetName,
} from '#src/engine/index.ts'
import { criterion } from '../../engine/segmentation/fixture.ts'

const criteria = [criterion('potentiel'), criterion('affinite', 'SCALE')]
const ready = (kind: PresetName = '3x3') => {
  const made = readyMatrix(kind, criteria, 'fr')
  if (!made) throw new Error('two criteria make a matrix')
  return made
}
const problemsOf = (segmentation: ReturnType<typeof ready>) =>
  validateConfiguration({ ...emptyConfiguration(), criteria, segmentations: [segmentation] })

test.each(presetNames)('the ready matrix %s computes as it is; without a criterion there is none', (kind) => {
  expect(problemsOf(ready(kind))).toEqual([])
  expect(readyMatrix(kind, [criterion('note', 'TEXT')], 'fr')).toBeNull()
})

test('recency begins with a day where one is asked', () => {
  const made = readyMatrix('rfm', [...criteria, criterion('vu', 'DATE')], 'fr')
  expect(made?.axes.map(({ source }) => source)).toEqual([
    { kind: 'formula', formula: { op: 'negate', term: { kind: 'criterion', code: 'vu' } } },
    { kind: 'criterion', criterion: 'potentiel' },
    { kind: 'criterion', criterion: 'affinite' },
  ])
})

test('a new axis that cuts the matrix moves nobody, and goes away as it came', () => {
  const before = ready()
  const { next, code } = withNewAxis(before, 'Axe', 'potentiel')
  expect(problemsOf(next)).toEqual([])
  const cut = withLayers(next, code)
  const { cells } = before.matrix
  expect(cut.matrix).toEqual({ ...before.matrix, layers: code, cells: [...cells, ...cells, ...cells] })
  expect(problemsOf(cut)).toEqual([])
  expect(withLayers(cut, null).matrix).toEqual(before.matrix)
})

test('layers keep their own lines when an axis changes', () => {
  const made = withAxis(ready('rfm'), 'recence', { classification: { method: 'quantiles', k: 3 } })
  expect(made.matrix.cells).toHaveLength(15)
  expect(problemsOf(made)).toEqual([])
  expect(made.matrix.cells[3]).toEqual(ready('rfm').matrix.cells[5])
})

test('another number of classes keeps the matrix whole', () => {
  const five = withAxis(ready(), 'potentiel', { classification: { method: 'quantiles', k: 5 } })
  expect(five.matrix.cells.map((line) => line.length)).toEqual([3, 3, 3, 3, 3])
  expect(problemsOf(five)).toEqual([])
  const two = withAxis(five, 'affinite', { classification: { method: 'thresholds', cuts: [50] } })
  expect(two.matrix.cells.map((line) => line.length)).toEqual([2, 2, 2, 2, 2])
  expect(problemsOf(two)).toEqual([])
})

test('new classes take letters that nobody has', () => {
  expect(fitClasses([{ code: 'B', name: 'Fort' }], 3).map(({ code }) => code)).toEqual(['B', 'A', 'C'])
})

describe('cut-offs', () => {
  test('never cross a neighbour', () => {
    expect(withCut([70, 40], 0, 20, 1)).toEqual([41, 40])
    expect(withCut([70, 40], 1, 99, 1)).toEqual([70, 69])
  })

  test('held by another method become thresholds, even where they coincide', () => {
    const [axis] = ready().axes
    if (!axis) throw new Error('an axis')
    expect(withMethod(axis, 'thresholds', [27.4, 27.4], 1)).toEqual({ method: 'thresholds', cuts: [27, 26] })
  })

  test('move by about a hundredth of the range', () => {
    expect([stepOf(0, 100), stepOf(0, 10), stepOf(0, 480), stepOf(3, 3)]).toEqual([1, 0.1, 1, 1])
  })
})

test('a cell painted, a new segment and an order of ranks', () => {
  const { next, code } = withNewSegment(ready(), 'Nouveau segment')
  expect([code, isUsed(next, code), next.segments.at(-1)?.rank]).toEqual(['nouveau-segment', false, 10])
  const painted = withCell(next, 0, 0, code)
  expect([isUsed(painted, code), isUsed(painted, 's1')]).toEqual([true, false])
  const moved = withRankMoved(painted, code, -1)
  expect(moved.segments.map((one) => one.rank)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
  expect(moved.segments.find((one) => one.code === code)?.rank).toBe(9)
})

test('a shadowed rule goes before the one that shadows it', () => {
  const rule = (id: string) => ({
    id,
    condition: { op: 'missing' as const, field: { kind: 'previousSegment' as const } },
    outcome: { kind: 'exclude' as const },
  })
  const withRules = { ...ready(), rules: ['a', 'b', 'c'].map(rule) }
  expect(withRuleAt(withRules, 'c', 0).rules.map(({ id }) => id)).toEqual(['c', 'a', 'b'])
})

describe('a condition through its form', () => {
  const specialty = { kind: 'attribute', name: 'specialty' } as const
  const potential = { kind: 'class', axis: 'potentiel' } as const
  const conditions: Condition[] = [
    { op: 'in', field: specialty, values: ['Cardiologie', 'Diabétologie'] },
    {
      op: 'and',
      terms: [
        { op: 'compare', field: specialty, comparison: '=', value: 'Cardiologie' },
        { op: 'compare', field: potential, comparison: '>=', value: 'B' },
        { op: 'between', field: { kind: 'criterion', code: 'affinite' }, low: 2, high: 5 },
        { op: 'missing', field: { kind: 'previousSegment' } },
      ],
    },
  ]
  test.each(conditions)('comes back the same', (condition) => {
    const form = readCondition(condition)
    expect(form && writeCondition(form)).toEqual(condition)
  })

  test('is left alone when it is too rich', () => {
    const [first] = conditions
    if (!first) throw new Error('a condition')
    expect(readCondition({ op: 'not', term: first })).toBeNull()
  })

  test('says nothing while a line is unfinished', () => {
    expect(
      writeCondition({ join: 'and', terms: [{ field: specialty, choice: 'in', values: [] }] }),
    ).toBeNull()
  })
})
