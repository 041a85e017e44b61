import { describe, expect, it } from 'vitest'
import { axisDistribution, segment, type AxisSource, type MissingPolicy } from '#src/engine/index.ts'
import { axis, configurationOf, criterion, datasetOf, oneAxis, type Row } from '../segmentation/fixture.ts'

const criteria = [
  criterion('x', 'NUMBER', { minimum: 0, maximum: 200 }),
  criterion('y'),
  criterion('constant'),
  criterion('scale', 'SCALE'),
  criterion('flag', 'BOOLEAN'),
  criterion('level', 'CHOICE', {
    options: [
      { code: 'low', points: 10 },
      { code: 'high', points: 30 },
    ],
  }),
  criterion('seen', 'DATE'),
]
const rows: Row[] = [
  { id: 'a', answers: { x: 50, y: 1, constant: 4, scale: 7, flag: true, level: 'high', seen: '2026-03-31' } },
  {
    id: 'b',
    answers: { x: 400, y: 5, constant: 4, scale: 0, flag: false, level: 'low', seen: '2026-07-31' },
  },
  { id: 'c', answers: { x: null, y: 3, level: 'gone' }, specialty: 'gp' },
]
const dataset = datasetOf(rows, criteria)
type Term = { criterion: string; weight: number; normalisation: 'identity' | 'minmax' | 'percentile' }

function values(source: AxisSource, missing: MissingPolicy = { policy: 'unqualified' }): number[] {
  const one = axis('axis', { method: 'thresholds', cuts: [0] }, 2, { source, missing })
  return [...(segment(dataset, configurationOf({ criteria, axes: [one] }), 'general').axes[0]?.values ?? [])]
}
const weighted = (terms: Term[], minimumShareBps = 5000): AxisSource => ({
  kind: 'weighted',
  terms,
  minimumShareBps,
})
const alone = (code: string, normalisation: Term['normalisation']) =>
  values(weighted([{ criterion: code, weight: 2, normalisation }]))

describe('axes', () => {
  it.each([
    ['SCALE × 10', 'scale', [70, 0, NaN]],
    ['BOOLEAN 0/100', 'flag', [100, 0, NaN]],
    ['points of the option, an unknown option is missing', 'level', [30, 10, NaN]],
    ['DATE in whole months before the reference day', 'seen', [2, -2, NaN]],
  ])('%s', (_, code, expected) => {
    expect(values({ kind: 'criterion', criterion: code })).toEqual(expected)
  })

  it.each([
    ['declared bounds, clamped', 'x', [25, 100, NaN]],
    ['observed bounds', 'y', [0, 100, 50]],
    ['a constant column gives 50', 'constant', [50, 50, NaN]],
    ['bounds of the kind', 'scale', [70, 0, NaN]],
    ['bounds of the options', 'level', [100, 0, NaN]],
  ])('min–max: %s', (_, code, expected) => {
    expect(alone(code, 'minmax')).toEqual(expected)
  })

  it('weighs the criteria present, missing under the minimum share', () => {
    const terms: Term[] = [
      { criterion: 'x', weight: 0.6, normalisation: 'minmax' },
      { criterion: 'y', weight: 0.4, normalisation: 'minmax' },
    ]
    expect(values(weighted(terms))[0]).toBeCloseTo(15, 12)
    expect(values(weighted(terms))[2]).toBeNaN()
    expect(values(weighted(terms, 4000))[2]).toBe(50)
  })

  it('a weight of 0 alone is a division by zero: missing', () => {
    expect(values(weighted([{ criterion: 'y', weight: 0, normalisation: 'identity' }], 0))).toEqual([
      NaN,
      NaN,
      NaN,
    ])
  })

  it('gives the default value to those who have none', () => {
    expect(values({ kind: 'criterion', criterion: 'x' }, { policy: 'default', value: 12 })).toEqual([
      50, 400, 12,
    ])
  })

  it('puts them in the lowest class, or in none', () => {
    const found = (policy: 'lowest' | 'unqualified') => {
      const { dataset: some, configuration } = oneAxis(
        [9, null, 1],
        { method: 'thresholds', cuts: [8, 4] },
        3,
        {
          missing: { policy },
        },
      )
      const result = segment(some, configuration, 'general')
      const codes = [...result.segments].map((index) => result.segmentCodes[index])
      return [...(result.axes[0]?.classes ?? []), ...(result.axes[0]?.counts ?? []), ...codes]
    }
    expect(found('lowest')).toEqual([0, 2, 2, 1, 0, 2, 'AA', 'CC', 'CC'])
    expect(found('unqualified')).toEqual([0, -1, 2, 1, 0, 1, 'AA', 'non-qualifie', 'CC'])
  })

  it('cuts and ranks within groups, those without one together', () => {
    const x = criterion('x')
    const some = [1, 2, 10, 20, 300].map((value, index) => ({
      id: String(index),
      answers: { x: value },
      specialty: ['gp', 'gp', 'cardio', 'cardio', null][index] ?? null,
    }))
    const percentile = weighted([{ criterion: 'x', weight: 1, normalisation: 'percentile' }])
    const one = axis('x', { method: 'quantiles', k: 2 }, 2, { groupBy: 'specialty', source: percentile })
    const [result] = segment(
      datasetOf(some, [x]),
      configurationOf({ criteria: [x], axes: [one] }),
      'general',
    ).axes
    expect([...(result?.values ?? [])]).toEqual([25, 75, 25, 75, 50])
    expect([...(result?.classes ?? [])]).toEqual([1, 0, 1, 0, 0])
    expect(result?.groups.map(({ code, count, cutOffs }) => [code, count, ...cutOffs])).toEqual([
      ['cardio', 2, 50],
      ['gp', 2, 50],
      ['', 1, 50],
    ])
  })
})

describe('distribution', () => {
  const { dataset: some, configuration } = oneAxis(
    [-5, 0, 10, 10, 80, null],
    { method: 'abc', limitsBps: [8000, 9500], reach: false },
    3,
  )
  const distribution = axisDistribution(some, configuration, {
    segmentation: 'general',
    axis: 'x',
    binCount: 5,
    pointCount: 10,
  })

  it('counts every value in one bin', () => {
    expect(distribution.bins.map((bin) => bin.count)).toEqual([4, 0, 0, 0, 1])
    expect([distribution.bins[0]?.from, distribution.bins.at(-1)?.to]).toEqual([-5, 80])
  })

  it('draws the curve from the highest value, equal values together', () => {
    expect(distribution.curve.map(({ customers, volume }) => [customers, volume])).toEqual([
      [0, 0],
      [0.2, 0.8],
      [0.6, 1],
      [0.8, 1],
      [1, 1],
    ])
    expect(
      distribution.atCutOffs.map(({ cutOff, customers, volume }) => [cutOff, customers, volume]),
    ).toEqual([
      [80, 0.2, 0.8],
      [80, 0.2, 0.8],
    ])
  })

  it('is empty without values', () => {
    const empty = oneAxis([null], { method: 'quantiles', k: 2 }, 2)
    const found = axisDistribution(empty.dataset, empty.configuration, { segmentation: 'general', axis: 'x' })
    expect([found.bins.length, found.count, found.curve.length]).toEqual([0, 0, 1])
  })
})
