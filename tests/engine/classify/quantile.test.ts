import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutOffs } from '#src/engine/classify/cut-offs.ts'
import { quantile } from '#src/engine/classify/quantile.ts'

const integers = fc.array(fc.integer({ min: -1_000_000, max: 1_000_000 }), { minLength: 1, maxLength: 60 })
const jAndK = fc
  .integer({ min: 2, max: 10 })
  .chain((k) => fc.tuple(fc.integer({ min: 0, max: k }), fc.constant(k)))
const sorted = (list: readonly number[]) => Float64Array.from(list).sort()

/** k times the type-7 quantile in whole numbers: (1 − γ)·x[i] + γ·x[i+1], γ = ((n − 1)·j mod k) ÷ k. */
function timesK(list: readonly number[], j: number, k: number): number {
  const ascending = [...list].sort((left, right) => left - right)
  const position = (ascending.length - 1) * j
  const index = Math.floor(position / k)
  const below = ascending[index] ?? NaN
  return below * (k - (position % k)) + (ascending[index + 1] ?? below) * (position % k)
}

describe('type-7 quantiles', () => {
  it('are those of exact arithmetic', () => {
    fc.assert(
      fc.property(integers, jAndK, (list, [j, k]) => {
        const exact = timesK(list, j, k)
        const found = quantile(sorted(list), j, k)
        expect(Math.abs(found * k - exact)).toBeLessThanOrEqual(1e-9 * (1 + Math.abs(exact)))
        expect(exact % k === 0 && Math.abs(exact) < 1e6 ? Math.abs(found - exact / k) < 1e-9 : true).toBe(
          true,
        )
      }),
      { numRuns: 1000 },
    )
  })

  it('begin at the lowest value, end at the highest, never go back, and follow an increasing line', () => {
    fc.assert(
      fc.property(integers, fc.integer({ min: 2, max: 10 }), (list, k) => {
        const ascending = sorted(list)
        const all = Array.from({ length: k + 1 }, (_, j) => quantile(ascending, j, k))
        expect(all[0]).toBe(ascending[0])
        expect(all[k]).toBe(ascending.at(-1))
        expect(all.every((value, j) => j === 0 || value >= (all[j - 1] ?? NaN))).toBe(true)
        const doubled = Array.from({ length: k + 1 }, (_, j) =>
          quantile(sorted(list.map((x) => x * 2)), j, k),
        )
        expect(doubled).toEqual(all.map((value) => value * 2))
      }),
    )
  })
})

describe('rank groups', () => {
  it('are ⌊rank·k ÷ (n + 1)⌋ on mean ranks counted one by one', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 8 }), { minLength: 1, maxLength: 40 }),
        fc.integer({ min: 2, max: 6 }),
        (list, k) => {
          const order = list
            .map((value, at) => ({ value, at }))
            .toSorted((left, right) => left.value - right.value)
          const groupOf = (value: number) => {
            const ranks = order.flatMap((one, index) => (one.value === value ? [index + 1] : []))
            const mean = ranks.reduce((sum, rank) => sum + rank, 0) / ranks.length
            return Math.floor((mean * k) / (list.length + 1))
          }
          const cuts = cutOffs({ method: 'ranks', k }, sorted(list))
          const found = list.map((value) => k - 1 - [...cuts].filter((cut) => !(value >= cut)).length)
          expect(found).toEqual(list.map(groupOf))
        },
      ),
      { numRuns: 500 },
    )
  })
})

describe('ABC', () => {
  it('is the running total of a sorted list, equal values entering together', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 30 }),
        fc.constantFrom<number[]>([8000, 9500], [5000], [1000, 2000, 9000]),
        (list, limits) => {
          const total = list.reduce((sum, value) => sum + value, 0)
          const values = [...new Set(list)].toSorted((left, right) => right - left)
          let running = 0
          const expected = new Map(
            values.map((value, index) => {
              running += value * list.filter((one) => one === value).length
              const passed = limits.filter((limit) => running * 10_000 > limit * total).length
              return [value, total === 0 ? limits.length : index === 0 ? 0 : passed]
            }),
          )
          const cuts = cutOffs({ method: 'abc', limitsBps: limits, reach: false }, sorted(list))
          const found = list.map((value) => [...cuts].filter((cut) => !(value >= cut)).length)
          expect(found).toEqual(list.map((value) => expected.get(value)))
        },
      ),
      { numRuns: 500 },
    )
  })
})
