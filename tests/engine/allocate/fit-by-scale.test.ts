import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allocate, causeOf, removedLines, type AllocationInput } from '#src/engine/index.ts'
import { allocationInput, email, gridRow, hcps, remote, visit } from './allocation-fixture.ts'

type Rows = AllocationInput['grid']['rows']

function scaled(
  capacityMilli: number,
  segments: readonly number[],
  axis: readonly number[],
  rows: Rows,
  channels = [visit],
) {
  return allocate(
    allocationInput(
      {
        hcps: hcps(segments, { axis: Float64Array.from(axis) }),
        channels,
        sectors: [{ id: 's1', capacityMilli }],
        fit: { method: 'scale' },
      },
      rows,
    ),
  ).lines
}

const contacts = (...all: Parameters<typeof scaled>) => [...scaled(...all).contacts]

describe('fit by scale', () => {
  const rows = [gridRow('A', 'visit', 10), gridRow('B', 'visit', 5), gridRow('C', 'visit', 1)]

  it('leaves a sector within its capacity alone', () => {
    expect(contacts(15_000, [0, 1], [1, 1], rows)).toEqual([10, 5])
    expect(contacts(22_000, [0, 1], [1, 1], rows)).toEqual([10, 5])
  })

  it('shares within each sector, by hcp and channel, each with its own minimum', () => {
    const grid = [
      gridRow('A', 'visit', 4),
      gridRow('A', 'remote', 4),
      gridRow('B', 'visit', 6),
      gridRow('B', 'remote', 2, { minimum: 2 }),
    ]
    const input = allocationInput(
      {
        hcps: hcps([0, 1, 0, -1, 1], { sectors: Int32Array.of(0, 0, 1, 0, 1) }),
        channels: [visit, remote],
        sectors: [
          { id: 's1', capacityMilli: 8000 },
          { id: 's2', capacityMilli: 14_000 },
        ],
        fit: { method: 'scale' },
      },
      grid,
    )
    const { lines, totals } = allocate(input)
    expect([...lines.contacts]).toEqual([2, 2, 4, 2, 4, 4, 0, 0, 6, 2])
    expect(totals.sectors.map((sector) => sector.loadMilli)).toEqual([8000, 13_000])
    expect([...lines.wanted].map((wanted, line) => wanted - (lines.infeasible[line] ?? 0))).toEqual([
      ...lines.contacts,
    ])
  })

  it('tops up no line over its goal', () => {
    const grid = [gridRow('A', 'visit', 2, { minimum: 2 }), gridRow('B', 'visit', 3, { minimum: 3 })]
    expect(contacts(4000, [0, 0, 1], [1, 1, 1], grid)).toEqual([0, 0, 3])
    expect(contacts(1000, [0], [1], grid)).toEqual([0])
  })

  it('shrinks every goal by the same share, the sum exact by largest remainder', () => {
    expect(contacts(12_000, [0, 1], [1, 1], rows)).toEqual([8, 4])
    expect(contacts(13_000, [0, 1], [1, 1], rows)).toEqual([9, 4])
    expect(contacts(13_900, [0, 1], [1, 1], rows)).toEqual([9, 4])
  })

  it('gives a tie to the larger axis, then to the hcp id, a missing axis last', () => {
    expect(contacts(9000, [1, 1], [1, 2], rows)).toEqual([4, 5])
    expect(contacts(9000, [1, 1], [2, 2], rows)).toEqual([5, 4])
    expect(contacts(9000, [1, 1], [NaN, -3], rows)).toEqual([4, 5])
  })

  it('takes no line under its minimum while capacity allows, the others share the rest', () => {
    expect(contacts(6000, [0, 2, 2], [1, 1, 1], rows)).toEqual([4, 1, 1])
    const high = [gridRow('A', 'visit', 10), gridRow('B', 'visit', 5, { minimum: 4 })]
    expect(contacts(9000, [0, 1], [1, 1], high)).toEqual([5, 4])
  })

  it('where not even minimums fit, the larger goal then the larger axis keep theirs; the others are removed', () => {
    const lines = scaled(2000, [2, 2, 0, 2], [1, 5, 0, 5], rows)
    expect([...lines.contacts]).toEqual([0, 1, 1, 0])
    expect([...removedLines(lines)]).toEqual([0, 3])
    expect(causeOf(lines.causes[0] ?? 0)).toBe('capacity')
    const high = [gridRow('A', 'visit', 10, { minimum: 3 }), gridRow('B', 'visit', 5, { minimum: 3 })]
    expect(contacts(5000, [1, 0], [1, 1], high)).toEqual([0, 5])
  })

  it('weighs channels by their load, and leaves those without load alone', () => {
    const mixed = [gridRow('A', 'visit', 4), gridRow('A', 'remote', 8), gridRow('A', 'email', 3)]
    const free = { ...email, needsConsent: false }
    expect(contacts(6000, [0], [1], mixed, [visit, remote, free])).toEqual([3, 6, 3])
    expect(contacts(6400, [0], [1], mixed, [visit, remote, free])).toEqual([3, 6, 3])
    expect(contacts(6500, [0], [1], mixed, [visit, remote, free])).toEqual([3, 7, 3])
  })

  it('is the nearest whole service to the equal share, against every possible service', () => {
    const goal = fc.record({
      contacts: fc.integer({ min: 1, max: 5 }),
      minimum: fc.integer({ min: 0, max: 3 }),
    })
    const people = fc.array(
      fc.record({ segment: fc.integer({ min: 0, max: 2 }), axis: fc.constantFrom(1, 2) }),
      { minLength: 1, maxLength: 4 },
    )
    fc.assert(
      fc.property(
        fc.tuple(goal, goal, goal),
        people,
        fc.integer({ min: 0, max: 19 }),
        (goals, all, capacity) => {
          const grid = goals.map((one, index) =>
            gridRow('ABC'.charAt(index), 'visit', one.contacts, {
              minimum: Math.min(one.minimum, one.contacts),
            }),
          )
          const lines = all.map(({ segment, axis }) => ({
            goal: goals[segment]?.contacts ?? 0,
            least: Math.max(grid[segment]?.minimum ?? 0, 1),
            axis,
          }))
          const sum = (of: (line: (typeof lines)[number]) => number) =>
            lines.reduce((so, one) => so + of(one), 0)
          fc.pre(sum(({ goal: one }) => one) > capacity && sum(({ least }) => least) <= capacity)
          const found = contacts(
            capacity * 1000,
            all.map((one) => one.segment),
            all.map((one) => one.axis),
            grid,
          )
          expect(found).toEqual(nearest(lines, capacity))
        },
      ),
      { numRuns: 400 },
    )
  })
})

type Line = { goal: number; least: number; axis: number }

/** Every service between minimum and goal with the exact sum; the least squares to the share max(minimum, λ × goal). */
function nearest(lines: readonly Line[], capacity: number): number[] {
  let [low, high] = [0, 1]
  for (let step = 0; step < 100; step += 1) {
    const middle = (low + high) / 2
    if (lines.reduce((sum, { goal, least }) => sum + Math.max(least, middle * goal), 0) > capacity)
      high = middle
    else low = middle
  }
  const order = lines
    .map((line, index) => ({ ...line, index, share: Math.max(line.least, low * line.goal) }))
    .toSorted((a, b) => b.axis - a.axis || a.index - b.index)
  let best = { gap: Infinity, service: [] as number[] }
  const visitAll = (at: number, left: number, service: number[], gap: number): void => {
    const line = order[at]
    if (!line) {
      if (left === 0 && gap < best.gap - 1e-9) best = { gap, service }
      return
    }
    for (let value = Math.min(line.goal, left); value >= line.least; value -= 1)
      visitAll(at + 1, left - value, [...service, value], gap + (value - line.share) ** 2)
  }
  visitAll(0, capacity, [], 0)
  const answer = lines.map(() => 0)
  order.forEach(({ index }, at) => (answer[index] = best.service[at] ?? -1))
  return answer
}
