import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  explain,
  segment,
  type Axis,
  type Configuration,
  type Dataset,
  type Rule,
  type SmallestChange,
} from '#src/engine/index.ts'
import { axis, configurationOf, criterion, datasetOf, type Row } from '../segmentation/fixture.ts'

const potential = criterion('potential', 'INTEGER', { minimum: 0, maximum: 100 })
const affinity = criterion('affinity', 'CHOICE', {
  options: [
    { code: 'weak', points: 0 },
    { code: 'fair', points: 50 },
    { code: 'strong', points: 100 },
  ],
})
const leader = criterion('leader', 'BOOLEAN')
const criteria = [potential, affinity, leader]
const axes: [Axis, Axis] = [
  axis('potential', { method: 'thresholds', cuts: [75, 40] }, 3),
  axis('affinity', { method: 'thresholds', cuts: [100, 50] }, 3),
]
const leaders: Rule = {
  id: 'leaders',
  condition: { op: 'compare', field: { kind: 'criterion', code: 'leader' }, comparison: '=', value: true },
  outcome: { kind: 'segment', segment: 'AA' },
}
const configuration = configurationOf({ criteria, axes, rules: [leaders] })

function explainOne(answers: Row['answers'], one: Configuration = configuration, others: Row[] = []) {
  const dataset = datasetOf([{ id: 'me', answers }, ...others], one.criteria)
  return explain(dataset, one, segment(dataset, one, 'general'), dataset.hcpIds.indexOf('me'))
}

describe('explanation', () => {
  it('« potential 82, A from 75, strong affinity; within 8 points: B »', () => {
    const found = explainOne({ potential: 82, affinity: 'strong' })
    expect(found).toMatchObject({
      hcpId: 'me',
      status: 'segment',
      segment: 'AA',
      answers: [
        { criterion: 'potential', kind: 'INTEGER', value: 82 },
        { criterion: 'affinity', kind: 'CHOICE', value: 'strong' },
        { criterion: 'leader', kind: 'BOOLEAN', value: null },
      ],
      axes: [
        { axis: 'potential', value: 82, class: 'A', from: 75, next: null, group: null, defaulted: false },
        { axis: 'affinity', value: 100, class: 'A', from: 100, next: null },
      ],
      cell: { rowClass: 'A', columnClass: 'A', segment: 'AA' },
      rule: null,
      smallestChange: {
        criterion: 'potential',
        from: 82,
        to: 74,
        by: -8,
        share: 0.08,
        status: 'segment',
        segment: 'BA',
      },
    })
  })

  it('shows the cut-offs on both sides, and the rule that decided', () => {
    const found = explainOne({ potential: 60, affinity: 'weak', leader: true })
    expect(found.axes[0]).toMatchObject({ class: 'B', from: 40, next: { class: 'A', from: 75 } })
    expect(found.axes[1]).toMatchObject({ class: 'C', from: null, next: { class: 'B', from: 50 } })
    expect(found).toMatchObject({
      segment: 'AA',
      cell: { segment: 'BC' },
      rule: { id: 'leaders', position: 1, segment: 'AA' },
    })
    expect(found.smallestChange).toMatchObject({
      criterion: 'leader',
      from: true,
      to: false,
      by: -1,
      share: 1,
      segment: 'BC',
    })
  })

  it('counts options in steps', () => {
    const wide = { ...potential, maximum: 10_000 }
    const one = configurationOf({
      criteria: [affinity, wide],
      axes: [axis('potential', { method: 'thresholds', cuts: [9000] }, 2), axes[1]],
    })
    expect(explainOne({ potential: 10, affinity: 'fair' }, one).smallestChange).toMatchObject({
      criterion: 'affinity',
      to: 'strong',
      by: 1,
      share: 0.5,
    })
  })

  it('breaks ties by the order of criteria', () => {
    const pair = ['first', 'second'].map((code) => criterion(code, 'INTEGER', { minimum: 0, maximum: 10 }))
    const cuts = { method: 'thresholds' as const, cuts: [5] }
    const build = (order: typeof pair) =>
      configurationOf({ criteria: order, axes: [axis('first', cuts, 2), axis('second', cuts, 2)] })
    const answers = { first: 3, second: 3 }
    expect(explainOne(answers, build(pair)).smallestChange?.criterion).toBe('first')
    expect(explainOne(answers, build([...pair].reverse())).smallestChange?.criterion).toBe('second')
  })

  it('has no change to propose where no answer of one criterion can do it', () => {
    const one = configurationOf({
      criteria: [potential],
      axes: [axis('potential', { method: 'thresholds', cuts: [500] }, 2)],
    })
    expect(explainOne({ potential: 50 }, one).smallestChange).toBeNull()
    expect(explainOne({ potential: null }, one)).toMatchObject({
      segment: 'non-qualifie',
      cell: null,
      smallestChange: null,
    })
  })

  it('says that it is excluded, or outside the universe', () => {
    const exclude: Rule = { ...leaders, outcome: { kind: 'exclude' } }
    const excluded = explainOne(
      { potential: 82, affinity: 'strong', leader: true },
      configurationOf({ criteria, axes, rules: [exclude] }),
    )
    expect(excluded).toMatchObject({ status: 'excluded', segment: null, rule: { segment: null } })
    const near = explainOne(
      { potential: 82, affinity: 'strong', leader: false },
      configurationOf({ criteria: [leader, affinity], axes: [axes[1]], rules: [exclude] }),
    )
    expect(near.smallestChange).toMatchObject({ criterion: 'affinity', share: 0.5 })
    const universe = leaders.condition
    expect(explainOne({ potential: 82 }, configurationOf({ criteria, axes, universe }))).toMatchObject({
      status: 'outside',
      segment: null,
      smallestChange: null,
      axes: [{ value: null, class: null }, {}],
    })
  })

  it('moves a day to the edge of a month', () => {
    const seen = criterion('seen', 'DATE')
    const one = configurationOf({
      criteria: [seen],
      axes: [axis('seen', { method: 'thresholds', cuts: [3] }, 2)],
    })
    const others = [{ id: 'other', answers: { seen: '2025-06-30' } }]
    expect(explainOne({ seen: '2026-03-20' }, one, others).smallestChange).toMatchObject({
      to: '2026-03-31',
      by: 11,
      segment: 'BB',
    })
    expect(explainOne({ seen: '2026-04-10' }, one, others).smallestChange).toMatchObject({
      to: '2026-03-30',
      by: -11,
      segment: 'AA',
    })
  })

  it('measures against the observed 5–95 % range where no bounds are declared, a scale against 10', () => {
    const turnover = criterion('turnover')
    const scale = criterion('scale', 'SCALE')
    const cuts = { method: 'thresholds' as const, cuts: [60] }
    const one = configurationOf({
      criteria: [turnover, scale],
      axes: [axis('turnover', cuts, 2), axis('scale', cuts, 2, { missing: { policy: 'lowest' } })],
    })
    const others = Array.from({ length: 20 }, (_, index) => ({
      id: `other-${index}`,
      answers: { turnover: index === 19 ? 10_000 : index * 10 },
    }))
    const found = explainOne({ turnover: 50 }, one, others).smallestChange
    expect(found).toMatchObject({ criterion: 'turnover', to: 60, by: 10 })
    // 21 values, 0 … 180 with 50 twice, then 10,000: positions 1 and 19 of the ascending list.
    expect(found?.share).toBeCloseTo(10 / (180 - 10), 12)
    const near = explainOne({ turnover: 5000, scale: 5 }, one, others).smallestChange
    expect(near).toMatchObject({ criterion: 'scale', from: 5, to: 6, by: 1, share: 0.1 })
  })

  it('gives each term its share of the axis', () => {
    const source: Axis['source'] = {
      kind: 'weighted',
      minimumShareBps: 5000,
      terms: [
        { criterion: 'potential', weight: 3, normalisation: 'minmax' },
        { criterion: 'affinity', weight: 1, normalisation: 'identity' },
      ],
    }
    const one = configurationOf({
      criteria,
      axes: [axis('score', { method: 'thresholds', cuts: [50] }, 2, { source })],
    })
    const found = explainOne({ potential: 60, affinity: 'fair' }, one)
    expect(found.axes[0]).toMatchObject({
      value: 57.5,
      terms: [
        {
          criterion: 'potential',
          value: 60,
          normalisation: 'minmax',
          number: 60,
          normalised: 60,
          weight: 3,
          contribution: 45,
        },
        {
          criterion: 'affinity',
          value: 'fair',
          normalisation: 'identity',
          number: 50,
          weight: 1,
          contribution: 12.5,
        },
      ],
    })
    expect(found.smallestChange).toMatchObject({ criterion: 'potential', to: 49, by: -11, segment: 'BB' })
  })
})

/** Every answer of every criterion, tried one after the other on the held cut-offs of a full run. */
function bruteForce(dataset: Dataset, one: Configuration, row: number, rows: readonly Row[]): number | null {
  const result = segment(dataset, one, 'general')
  const held = structuredClone(one)
  held.segmentations[0]?.axes.forEach((some, index) => {
    const cuts = [...(result.axes[index]?.groups[0]?.cutOffs ?? [])]
    some.classification = { method: 'thresholds', cuts: cuts.map((cut) => (Number.isNaN(cut) ? 1e9 : cut)) }
  })
  let least: number | null = null
  for (const { code } of one.criteria) {
    for (let answer = 0; answer <= 30; answer += 1) {
      const me = rows[row]
      const from = me?.answers[code]
      if (!me || typeof from !== 'number') continue
      const changed = rows.map((other, index) =>
        index === row ? { ...me, answers: { ...me.answers, [code]: answer } } : other,
      )
      const after = segment(datasetOf(changed, one.criteria), held, 'general')
      const share = Math.abs(answer - from) / 30
      if (after.segments[row] !== result.segments[row] && (least === null || share < least)) least = share
    }
  }
  return least
}

describe('smallest change', () => {
  const pair = ['p', 'q'].map((code) => criterion(code, 'INTEGER', { minimum: 0, maximum: 30 }))
  const answer = fc.integer({ min: 0, max: 30 })
  const normalisation = fc.constantFrom('identity' as const, 'minmax' as const, 'percentile' as const)
  const classification = fc.constantFrom<Axis['classification']>(
    { method: 'quantiles', k: 3 },
    { method: 'abc', limitsBps: [6000, 9000], reach: false },
    { method: 'ranks', k: 3 },
  )

  it('is what trying every answer finds', { timeout: 30_000 }, () => {
    const world = fc.record({
      list: fc.array(fc.record({ p: answer, q: answer }), { minLength: 2, maxLength: 9 }),
      first: normalisation,
      second: normalisation,
      method: classification,
      limit: answer,
    })
    fc.assert(
      fc.property(world, ({ list, first, second, method, limit }) => {
        const rows = list.map((answers, index): Row => ({ id: `${index}`, answers }))
        const source: Axis['source'] = {
          kind: 'weighted',
          minimumShareBps: 5000,
          terms: [
            { criterion: 'p', weight: 2, normalisation: first },
            { criterion: 'q', weight: 1, normalisation: second },
          ],
        }
        const rule: Rule = {
          id: 'r',
          condition: {
            op: 'compare',
            field: { kind: 'criterion', code: 'q' },
            comparison: '>',
            value: limit,
          },
          outcome: { kind: 'exclude' },
        }
        const one = configurationOf({
          criteria: pair,
          axes: [axis('score', method, 3, { source })],
          rules: [rule],
        })
        const dataset = datasetOf(rows, pair)
        const found: SmallestChange | null = explain(
          dataset,
          one,
          segment(dataset, one, 'general'),
          0,
        ).smallestChange
        const expected = bruteForce(dataset, one, 0, rows)
        expect(found === null).toBe(expected === null)
        expect(found?.share ?? 0).toBeCloseTo(expected ?? 0, 9)
      }),
      { numRuns: 50 },
    )
  })
})
