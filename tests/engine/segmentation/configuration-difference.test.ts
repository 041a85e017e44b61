import { describe, expect, it } from 'vitest'
import {
  configurationDifference,
  contactsBySegment,
  transitionShares,
  type Configuration,
  type Grid,
} from '#src/engine/index.ts'
import { codeColumn } from '#src/lib/columns/build-columns.ts'
import { axis, configurationOf, criterion, datasetOf } from './fixture.ts'

const x = criterion('x')
const rows = [30, 15, 12, 5].map((value, index) => ({ id: 'abcd'.charAt(index), answers: { x: value } }))
const plain = datasetOf(rows, [x])
const dataset = {
  ...plain,
  attributes: { ...plain.attributes, sector: codeColumn(['S1', 'S1', null, 'S2']) },
}
const row = (segment: string, channel: string, contacts: number): Grid['rows'][number] => ({
  segment,
  channel,
  contacts,
  maxCredited: null,
  minimum: 1,
  priority: 1,
  presentations: [],
})
const grid: Grid = {
  segmentation: 'general',
  combine: 'max',
  rows: [row('AA', 'visit', 4), row('AA', 'phone', 1), row('BB', 'visit', 2)],
}
const cutAt = (cut: number, rest: Partial<Configuration> = {}) =>
  configurationOf({
    criteria: [x],
    axes: [axis('x', { method: 'thresholds', cuts: [cut] }, 2)],
    rest: { grid, ...rest },
  })

describe('difference of two configurations', () => {
  it('who moves, from where to where, and contacts by sector', () => {
    const found = configurationDifference(dataset, cutAt(20), cutAt(10), 'general')
    expect([...found.moves.movers].map((at) => dataset.hcpIds[at])).toEqual(['b', 'c'])
    const at = (code: string) => found.moves.codes.indexOf(code)
    expect(found.moves.counts[at('BB')]?.[at('AA')]).toBe(2)
    expect(found.sectors).toEqual([
      { sector: 'S1', before: 7, after: 10 },
      { sector: 'S2', before: 2, after: 2 },
      { sector: null, before: 2, after: 5 },
    ])
    expect(found.before.segmentation).toBe(found.after.segmentation)
  })

  it('each side has its own grid; none that reads this segmentation gives no contacts', () => {
    const doubled = { ...grid, rows: grid.rows.map((one) => ({ ...one, contacts: one.contacts * 2 })) }
    const found = configurationDifference(dataset, cutAt(20), cutAt(20, { grid: doubled }), 'general')
    expect(found.moves.movers).toHaveLength(0)
    expect(found.sectors?.[0]).toEqual({ sector: 'S1', before: 7, after: 14 })
    const elsewhere = { ...grid, segmentation: 'other' }
    expect(contactsBySegment(elsewhere, 'general')).toBeNull()
    const none = configurationDifference(
      dataset,
      cutAt(20, { grid: elsewhere }),
      cutAt(20, { grid: elsewhere }),
      'general',
    )
    expect(none.sectors).toBeNull()
  })

  it('p(i,j) = n(i,j) ÷ n(i) over hcps present in both', () => {
    const { moves } = configurationDifference(dataset, cutAt(20), cutAt(13), 'general')
    const at = (code: string) => moves.codes.indexOf(code)
    const shares = transitionShares(moves)
    expect(shares[at('BB')]?.[at('AA')]).toBe(1 / 3)
    expect(shares[at('BB')]?.[at('BB')]).toBe(2 / 3)
    expect(shares[at('AA')]?.[at('AA')]).toBe(1)
    expect(shares[at('AB')]?.[at('AA')]).toBeNaN()
  })
})
