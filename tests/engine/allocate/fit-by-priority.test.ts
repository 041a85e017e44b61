import type { AllocationInput } from '#src/engine/index.ts'
import { allocate, causeOf } from '#src/engine/index.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allocationInput, gridRow, hcps, remote, visit } from './allocation-fixture.ts'

type Rows = AllocationInput['grid']['rows']

function fitted(capacityMilli: number, segments: readonly number[], axis: readonly number[], rows: Rows) {
  const input = allocationInput(
    {
      hcps: hcps(segments, { axis: Float64Array.from(axis) }),
      channels: [visit],
      sectors: [{ id: 's1', capacityMilli }],
      fit: { method: 'priority' },
    },
    rows,
  )
  return allocate(input)
}

describe('fit by priority', () => {
  const rows = [gridRow('A', 'visit', 4, { priority: 2, minimum: 3 }), gridRow('B', 'visit', 2)]

  it('serves segments by priority, then the larger axis, then the hcp id', () => {
    const { lines } = fitted(10_000, [0, 0, 1, 0], [5, 9, 1, 9], rows)
    expect([...lines.contacts]).toEqual([0, 4, 2, 4])
    expect(causeOf(lines.causes[0] ?? 0)).toBe('capacity')
  })

  it('serves in part from the minimum up, else skips', () => {
    expect([...fitted(7000, [0, 0], [2, 1], rows).lines.contacts]).toEqual([4, 3])
    expect([...fitted(6000, [0, 0], [2, 1], rows).lines.contacts]).toEqual([4, 0])
  })

  it('lets smaller later lines fit after one was skipped', () => {
    const priorities = [gridRow('A', 'visit', 4, { minimum: 4 }), gridRow('B', 'visit', 2, { priority: 2 })]
    expect([...fitted(6000, [0, 0, 1], [2, 1, 0], priorities).lines.contacts]).toEqual([4, 0, 2])
  })

  it('puts a missing axis last, and a tie in the order of ids', () => {
    expect([...fitted(8000, [0, 0, 0], [NaN, 1, 1], rows).lines.contacts]).toEqual([0, 4, 4])
    expect([...fitted(4000, [0, 0, 0], [-0, 0, NaN], rows).lines.contacts]).toEqual([4, 0, 0])
  })

  it('leaves sectors that are not over capacity alone, and channels without load', () => {
    const input = allocationInput(
      {
        hcps: hcps([0, 0], { sectors: Int32Array.of(0, 1) }),
        channels: [visit, { ...remote, loadMilli: 0 }],
        sectors: [
          { id: 's1', capacityMilli: 0 },
          { id: 's2', capacityMilli: 4000 },
        ],
        fit: { method: 'priority' },
      },
      [gridRow('A', 'visit', 4), gridRow('A', 'remote', 2)],
    )
    expect([...allocate(input).lines.contacts]).toEqual([0, 2, 4, 2])
  })

  it('is the best service in the order of lines, against every possible service', () => {
    const cell = fc.record({
      contacts: fc.integer({ min: 0, max: 3 }),
      minimum: fc.integer({ min: 0, max: 3 }),
      priority: fc.integer({ min: 1, max: 3 }),
    })
    const one = fc.record({ segment: fc.integer({ min: -1, max: 1 }), axis: fc.constantFrom(1, 2, NaN) })
    fc.assert(
      fc.property(
        fc.tuple(cell, cell, cell, cell),
        fc.array(one, { minLength: 1, maxLength: 3 }),
        fc.integer({ min: 0, max: 12 }),
        (cells, people, halves) => {
          const rows = cells.map((values, index) =>
            gridRow(index < 2 ? 'A' : 'B', index % 2 === 0 ? 'visit' : 'remote', values.contacts, values),
          )
          const input = allocationInput(
            {
              hcps: hcps(
                people.map((person) => person.segment),
                { axis: Float64Array.from(people, (person) => person.axis) },
              ),
              channels: [visit, remote],
              sectors: [{ id: 's1', capacityMilli: halves * 500 }],
              fit: { method: 'priority' },
            },
            rows,
          )
          expect([...allocate(input).lines.contacts]).toEqual(bestService(people, rows, halves))
        },
      ),
      { numRuns: 300 },
    )
  })
})

/** Tries every service of every line; keeps the one that serves the first line most, then the second, … */
function bestService(people: { segment: number; axis: number }[], rows: Rows, halves: number): number[] {
  const lines = people.flatMap((person, row) =>
    ['visit', 'remote'].map((channel, index) => {
      const cell = rows.find((one) => one.segment === ['A', 'B'][person.segment] && one.channel === channel)
      return { at: row * 2 + index, axis: person.axis, cell, load: 2 - index }
    }),
  )
  const order = lines
    .filter((line) => line.cell && line.cell.contacts > 0)
    .sort(
      (left, right) =>
        (left.cell?.priority ?? 0) - (right.cell?.priority ?? 0) ||
        (Number.isNaN(right.axis) ? 0 : right.axis) - (Number.isNaN(left.axis) ? 0 : left.axis) ||
        left.at - right.at,
    )
  let best: number[] = []
  const visitAll = (index: number, left: number, service: number[]) => {
    const line = order[index]
    if (!line) {
      const differs = service.findIndex((value, at) => value !== best[at])
      if (best.length === 0 || (differs >= 0 && (service[differs] ?? 0) > (best[differs] ?? 0)))
        best = service
      return
    }
    const contacts = line.cell?.contacts ?? 0
    for (let value = 0; value <= contacts; value += 1) {
      const allowed = value === 0 || value === contacts || value >= (line.cell?.minimum ?? 0)
      if (allowed && value * line.load <= left)
        visitAll(index + 1, left - value * line.load, [...service, value])
    }
  }
  visitAll(0, halves, [])
  const answer = people.flatMap(() => [0, 0])
  order.forEach((line, index) => {
    answer[line.at] = best[index] ?? 0
  })
  return answer
}
