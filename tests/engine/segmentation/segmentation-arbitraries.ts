import fc from 'fast-check'
import type { Axis, AxisSource, Classification, Configuration } from '#src/engine/index.ts'
import { axis, configurationOf, criterion, type Row } from './fixture.ts'

export const criteria = [
  criterion('x'),
  criterion('y'),
  criterion('level', 'CHOICE', {
    options: [
      { code: 'low', points: 1 },
      { code: 'high', points: 4 },
    ],
  }),
  criterion('seen', 'DATE'),
]
const k = fc.integer({ min: 2, max: 4 })
const limitsBps = fc.constantFrom<number[]>([8000, 9500], [2000, 5000], [5000])

export const classification: fc.Arbitrary<Classification> = fc.oneof(
  fc.record({ method: fc.constant('quantiles' as const), k }),
  fc.record({ method: fc.constant('volume' as const), k }),
  fc.record({ method: fc.constant('ranks' as const), k }),
  fc.record({ method: fc.constant('abc' as const), limitsBps, reach: fc.boolean() }),
  fc.record({ method: fc.constant('headcount' as const), limitsBps, reach: fc.boolean() }),
  fc.record({
    method: fc.constant('thresholds' as const),
    cuts: fc.constantFrom<number[]>([20, 5], [0], [40, 10, -3]),
  }),
)
const normalisation = fc.constantFrom('identity', 'minmax', 'percentile')
const field = (code: string) => ({ kind: 'criterion' as const, code })

export const source: fc.Arbitrary<AxisSource> = fc.oneof(
  fc.record({
    kind: fc.constant('criterion' as const),
    criterion: fc.constantFrom('x', 'y', 'level', 'seen'),
  }),
  fc.record({
    kind: fc.constant('weighted' as const),
    terms: fc.tuple(normalisation, normalisation).map(([one, other]) => [
      { criterion: 'x', weight: 2, normalisation: one },
      { criterion: 'level', weight: 1, normalisation: other },
    ]),
    minimumShareBps: fc.constantFrom(0, 5000, 10_000),
  }),
  fc.constantFrom<AxisSource>(
    { kind: 'formula', formula: { op: '/', left: field('x'), right: field('y') } },
    { kind: 'formula', formula: { op: 'coalesce', terms: [field('y'), { op: 'abs', term: field('x') }] } },
  ),
)
const missing = fc.constantFrom<Axis['missing']>(
  { policy: 'unqualified' },
  { policy: 'lowest' },
  { policy: 'default', value: 7 },
)
const axisOf = (code: string) =>
  fc
    .record({ classification, source, missing, groupBy: fc.constantFrom('specialty' as const, null) })
    .map(({ classification: method, ...rest }) => axis(code, method, classesOf(method), rest))

function classesOf(method: Classification): number {
  if ('k' in method) return method.k
  return ('cuts' in method ? method.cuts.length : method.limitsBps.length) + 1
}

export const configuration: fc.Arbitrary<Configuration> = fc
  .tuple(axisOf('one'), axisOf('two'), fc.boolean())
  .map(([one, two, isNarrow]) =>
    configurationOf({
      criteria,
      axes: [one, two],
      universe: isNarrow ? { op: 'not', term: { op: 'missing', field: field('x') } } : null,
      rules: [
        {
          id: 'r',
          condition: {
            op: 'compare',
            field: { kind: 'axis', code: 'one' },
            comparison: '>',
            value: field('y'),
          },
          outcome: { kind: 'exclude' },
        },
      ],
    }),
  )

const number = fc.option(
  fc.oneof(fc.integer({ min: -20, max: 60 }), fc.double({ min: -50, max: 50, noNaN: true })),
)
export const rows: fc.Arbitrary<Row[]> = fc
  .array(
    fc.record({
      answers: fc.record({
        x: number,
        y: number,
        level: fc.constantFrom('low', 'high', null),
        seen: fc.constantFrom('2026-03-31', '2025-12-01', null),
      }),
      specialty: fc.constantFrom('gp', 'cardio', null),
    }),
    { maxLength: 25 },
  )
  .map((list) => list.map((row, index) => ({ id: `h${String(index).padStart(3, '0')}`, ...row })))
