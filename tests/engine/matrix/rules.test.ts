import { describe, expect, it } from 'vitest'
import { excludedIndex, outsideIndex, segment, type Condition, type Rule } from '#src/engine/index.ts'
import { axis, configurationOf, criterion, datasetOf } from '../segmentation/fixture.ts'

const x = criterion('x')
const y = criterion('y')
const cuts = { method: 'thresholds' as const, cuts: [10] }
const isClass = (axisCode: string, value: string): Condition => ({
  op: 'compare',
  field: { kind: 'class', axis: axisCode },
  comparison: '=',
  value,
})
const specialty = (value: string): Condition => ({
  op: 'compare',
  field: { kind: 'attribute', name: 'specialty' },
  comparison: '=',
  value,
})
const to = (id: string, condition: Condition, segmentCode: string): Rule => ({
  id,
  condition,
  outcome: { kind: 'segment', segment: segmentCode },
})
const rows = [
  { id: 'a', answers: { x: 20, y: 20 }, specialty: 'endo' },
  { id: 'b', answers: { x: 20, y: 5 }, specialty: 'endo' },
  { id: 'c', answers: { x: 5, y: 30 }, specialty: 'gp' },
  { id: 'd', answers: { x: null, y: 30 }, specialty: 'endo' },
  { id: 'e', answers: { x: 7, y: 1 }, specialty: 'nurse' },
  { id: 'f', answers: { x: -2, y: 1 }, specialty: 'gp' },
]
const dataset = datasetOf(rows, [x, y])

function run(rules: Rule[], universe: Condition | null = null) {
  const configuration = configurationOf({
    criteria: [x, y],
    axes: [axis('x', cuts, 2), axis('y', cuts, 2)],
    rules,
    universe,
  })
  const result = segment(dataset, configuration, 'general')
  const codes = [...result.segments].map((index) =>
    index === excludedIndex ? 'excluded' : index === outsideIndex ? 'outside' : result.segmentCodes[index],
  )
  return { result, codes }
}

describe('matrix and rules', () => {
  it('puts each hcp in the segment of its cell', () => {
    const { result, codes } = run([])
    expect(codes).toEqual(['AA', 'AB', 'BA', 'non-qualifie', 'BB', 'BB'])
    expect([...result.cells]).toEqual([0, 1, 2, -1, 3, 3])
    expect(result.cellTallies.map((tally) => [tally.count, ...tally.volumes])).toEqual([
      [1, 20, 20],
      [1, 20, 5],
      [1, 5, 30],
      [2, 7, 2],
    ])
  })

  it('lets the first rule that matches win, for unqualified hcps too', () => {
    const { result, codes } = run([
      to('endo', specialty('endo'), 'BA'),
      to('first', isClass('x', 'A'), 'BB'),
      { id: 'out', condition: specialty('nurse'), outcome: { kind: 'exclude' } },
    ])
    expect(codes).toEqual(['BA', 'BA', 'BA', 'BA', 'excluded', 'BB'])
    expect([...result.ruleOf]).toEqual([0, 0, -1, 0, 2, -1])
    expect(result.excluded).toEqual({ count: 1, volumes: [7, 1] })
    expect(result.segmentTallies.map((tally) => tally.count)).toEqual([0, 0, 4, 1, 0])
    expect(result.cellTallies.map((tally) => tally.count)).toEqual([1, 1, 1, 2])
  })

  it('says which rule is shadowed, and by which', () => {
    const { result } = run([
      to('endo', specialty('endo'), 'BA'),
      to('gp', specialty('gp'), 'AA'),
      to('shadowed', { op: 'and', terms: [specialty('endo'), isClass('y', 'A')] }, 'AB'),
      to('dead', specialty('vet'), 'AB'),
    ])
    expect(result.rules).toEqual([
      { id: 'endo', matched: 3, caught: 3, takenBy: [] },
      { id: 'gp', matched: 2, caught: 2, takenBy: [0] },
      { id: 'shadowed', matched: 2, caught: 0, takenBy: [2, 0] },
      { id: 'dead', matched: 0, caught: 0, takenBy: [0, 0, 0] },
    ])
  })

  it('leaves those outside the universe out of everything', () => {
    const { result, codes } = run([to('endo', specialty('endo'), 'BA')], {
      op: 'not',
      term: specialty('endo'),
    })
    expect(codes).toEqual(['outside', 'outside', 'BA', 'outside', 'BB', 'BB'])
    expect(result.universeCount).toBe(3)
    expect(result.rules[0]?.matched).toBe(0)
    expect([...(result.axes[0]?.classes ?? [])]).toEqual([-1, -1, 1, -1, 1, 1])
  })
})
