import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  createSegmentationCache,
  encodeSegmentation,
  segment,
  type Axis,
  type Classification,
  type Rule,
} from '#src/engine/index.ts'
import { axis, configurationOf, criterion, datasetOf, type Row } from './fixture.ts'

const criteria = [criterion('x'), criterion('y', 'SCALE'), criterion('z', 'BOOLEAN')]
const row = fc.record({
  x: fc.option(fc.double({ min: 0, max: 1000, noNaN: true })),
  y: fc.option(fc.integer({ min: 0, max: 10 })),
  z: fc.option(fc.boolean()),
  specialty: fc.option(fc.constantFrom('gp', 'cardio', 'neuro')),
})
const rowsOf = (
  list: readonly { x: number | null; y: number | null; z: boolean | null; specialty: string | null }[],
) => list.map(({ specialty, ...answers }, index): Row => ({ id: `hcp-${index}`, answers, specialty }))

const rules: Rule[] = [
  {
    id: 'leaders',
    condition: { op: 'compare', field: { kind: 'criterion', code: 'z' }, comparison: '=', value: true },
    outcome: { kind: 'segment', segment: 'AA' },
  },
]
const weighted: Axis['source'] = {
  kind: 'weighted',
  minimumShareBps: 5000,
  terms: [
    { criterion: 'x', weight: 0.7, normalisation: 'percentile' },
    { criterion: 'y', weight: 0.3, normalisation: 'minmax' },
  ],
}
const configurationWith = (classification: Classification, groupBy: Axis['groupBy'] = null) =>
  configurationOf({
    criteria,
    axes: [
      axis('x', classification, 3, { source: weighted, groupBy }),
      axis('y', { method: 'quantiles', k: 3 }, 3, { missing: { policy: 'lowest' } }),
    ],
    rules,
  })
const abc: Classification = { method: 'abc', limitsBps: [8000, 9500], reach: false }

describe('segmentation', () => {
  it('gives the same bytes whatever the order of rows', () => {
    const shuffled = fc.array(row, { maxLength: 30 }).chain((list) =>
      fc.record({
        list: fc.constant(list),
        order: fc.shuffledSubarray(
          list.map((_, index) => index),
          { minLength: list.length },
        ),
      }),
    )
    fc.assert(
      fc.property(shuffled, fc.constantFrom(null, 'specialty' as const), ({ list, order }, groupBy) => {
        const rows = rowsOf(list)
        const other = order.flatMap((index) => rows[index] ?? [])
        const bytes = (some: readonly Row[]) =>
          encodeSegmentation(segment(datasetOf(some, criteria), configurationWith(abc, groupBy), 'general'))
        expect(bytes(other)).toEqual(bytes(rows))
      }),
    )
  })

  it('parts the hcps: cells, segments, exclusions and outsiders add up', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 30 }), (list) => {
        const result = segment(datasetOf(rowsOf(list), criteria), configurationWith(abc), 'general')
        const placed = result.segmentTallies.reduce((sum, tally) => sum + tally.count, 0)
        expect(placed + result.excluded.count).toBe(result.universeCount)
        const inCells = result.cellTallies.reduce((sum, tally) => sum + tally.count, 0)
        expect(inCells).toBe([...result.cells].filter((cell) => cell >= 0).length)
        result.axes.forEach((one, index) => {
          const volume = result.segmentTallies.reduce((sum, tally) => sum + (tally.volumes[index] ?? 0), 0)
          expect(volume).toBeCloseTo(one.totalVolume, 6)
        })
      }),
    )
  })

  it('finds with a warm cache what it finds with a cold one', () => {
    const moves = fc.array(
      fc.oneof(
        fc
          .integer({ min: 1, max: 99 })
          .map((cut): Classification => ({ method: 'thresholds', cuts: [cut, cut / 2] })),
        fc.constant(abc),
        fc.constant<Classification>({ method: 'ranks', k: 3 }),
      ),
      { minLength: 1, maxLength: 6 },
    )
    fc.assert(
      fc.property(fc.array(row, { maxLength: 20 }), moves, (list, classifications) => {
        const dataset = datasetOf(rowsOf(list), criteria)
        const cache = createSegmentationCache(dataset)
        for (const [index, classification] of classifications.entries()) {
          const configuration = configurationWith(classification, index % 2 === 0 ? null : 'specialty')
          const warm = segment(dataset, configuration, 'general', cache)
          expect(warm).toEqual(segment(dataset, configuration, 'general'))
        }
      }),
      { numRuns: 50 },
    )
  })

  it('refuses the cache of another dataset and a segmentation that does not exist', () => {
    const dataset = datasetOf([], criteria)
    const cache = createSegmentationCache(datasetOf([], criteria))
    expect(() => segment(dataset, configurationWith(abc), 'general', cache)).toThrow('another dataset')
    expect(() => segment(dataset, configurationWith(abc), 'ghost')).toThrow('no segmentation ghost')
  })
})
