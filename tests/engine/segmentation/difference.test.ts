import { describe, expect, it } from 'vitest'
import { difference, partitionOf, previousPartition, segment, type Rule } from '#src/engine/index.ts'
import { axis, configurationOf, criterion, datasetOf } from './fixture.ts'

const x = criterion('x')
const rows = [
  { id: 'a', answers: { x: 30 }, previous: 'AA' },
  { id: 'b', answers: { x: 15 }, previous: 'AA' },
  { id: 'c', answers: { x: 5 }, previous: 'BB' },
  { id: 'd', answers: { x: 5 } },
  { id: 'e', answers: { x: 40 }, previous: 'excluded' },
  { id: 'f', answers: { x: 99 }, previous: 'AA' },
]
const dataset = datasetOf(rows, [x])
const rules: Rule[] = [
  {
    id: 'out',
    condition: { op: 'compare', field: { kind: 'criterion', code: 'x' }, comparison: '=', value: 15 },
    outcome: { kind: 'exclude' },
  },
]
const run = (cut: number, universeBelow: number) =>
  segment(
    dataset,
    configurationOf({
      criteria: [x],
      axes: [axis('x', { method: 'thresholds', cuts: [cut] }, 2)],
      rules,
      universe: {
        op: 'compare',
        field: { kind: 'criterion', code: 'x' },
        comparison: '<',
        value: universeBelow,
      },
    }),
    'general',
  )

describe('difference', () => {
  it('counts who moves from where to where against the previous cycle', () => {
    const found = difference(previousPartition(dataset.previousSegment), partitionOf(run(10, 50)))
    const at = (from: string, to: string) =>
      found.counts[found.codes.indexOf(from)]?.[found.codes.indexOf(to)]
    expect(found.codes.at(-1)).toBe('excluded')
    expect([at('AA', 'AA'), at('AA', 'excluded'), at('BB', 'BB'), at('excluded', 'AA')]).toEqual([1, 1, 1, 1])
    expect(found.present).toBe(4)
    expect(found.from[found.codes.indexOf('AA')]).toBe(2)
    expect(found.entries[found.codes.indexOf('BB')]).toBe(1)
    expect(found.exits[found.codes.indexOf('AA')]).toBe(1)
    expect([...found.movers].map((row) => dataset.hcpIds[row])).toEqual(['b', 'e'])
  })

  it('between two what-ifs, moves are those of the cut-off', () => {
    const found = difference(partitionOf(run(10, 200)), partitionOf(run(35, 200)))
    expect([...found.movers].map((row) => dataset.hcpIds[row])).toEqual(['a'])
    expect(found.entries.concat(found.exits).every((count) => count === 0)).toBe(true)
  })

  it('refuses sides of different hcps', () => {
    const other = { codes: [], places: new Int16Array(2) }
    expect(() => difference(partitionOf(run(10, 50)), other)).toThrow(RangeError)
  })
})
