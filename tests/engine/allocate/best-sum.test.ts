import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bestSum, type Worth } from '#src/engine/allocate/best-sum.ts'

const worth = (table: readonly number[], concaveFrom: number): Worth => ({
  value: (units) => table[units] ?? Number.NaN,
  concaveFrom,
})

describe('the best sum of worths', () => {
  it('spends no unit that brings nothing, and says the value', () => {
    expect(bestSum([worth([0, 0, 5, 5, 5], 2)], 4)).toEqual({ allocation: [2], value: 5 })
    expect(bestSum([worth([7, 9, 9], 0), worth([1, 3, 4], 0)], 2)).toEqual({ allocation: [1, 1], value: 12 })
    expect(bestSum([worth([3], 0)], 0)).toEqual({ allocation: [0], value: 3 })
  })

  it('is that of every allocation tried, ties included', () => {
    const steps = fc.array(fc.integer({ min: -2, max: 3 }), { minLength: 6, maxLength: 6 })
    const worths = fc.array(
      fc.tuple(fc.integer({ min: -3, max: 3 }), steps, fc.integer({ min: 0, max: 6 })),
      {
        maxLength: 4,
      },
    )
    fc.assert(
      fc.property(worths, fc.integer({ min: 0, max: 6 }), (all, capacity) => {
        const tables = all.map(([start, rises, from]) => {
          const bent = [...rises.slice(0, from), ...rises.slice(from).toSorted((a, b) => b - a)]
          return bent.reduce((table, rise) => [...table, (table.at(-1) ?? 0) + rise], [start])
        })
        const from = all.map(([, , one]) => Math.min(one, capacity))
        const found = bestSum(
          tables.map((table, index) => worth(table, from[index] ?? 0)),
          capacity,
        )
        expect(found).toEqual(tried(tables, from, capacity))
      }),
      { numRuns: 1000 },
    )
  })
})

/** Every allocation; the largest value, the fewest units, then plain worths before bent ones, earlier before later. */
function tried(tables: readonly number[][], from: readonly number[], capacity: number) {
  const order = tables.map((_, index) => index)
  const first = [...order.filter((one) => from[one] === 0), ...order.filter((one) => from[one] !== 0)]
  let best = { allocation: [] as number[], value: -Infinity }
  const isBetter = (allocation: number[], value: number) => {
    if (value !== best.value) return value > best.value
    const sum = (of: number[]) => of.reduce((so, one) => so + one, 0)
    if (sum(allocation) !== sum(best.allocation)) return sum(allocation) < sum(best.allocation)
    const differs = first.toReversed().find((one) => allocation[one] !== best.allocation[one])
    return differs !== undefined && (allocation[differs] ?? 0) < (best.allocation[differs] ?? 0)
  }
  const visit = (index: number, left: number, allocation: number[], value: number): void => {
    const table = tables[index]
    if (!table) {
      if (isBetter(allocation, value)) best = { allocation, value }
      return
    }
    for (let units = 0; units <= left; units += 1)
      visit(index + 1, left - units, [...allocation, units], value + (table[units] ?? 0))
  }
  visit(0, capacity, [], 0)
  return best
}
