import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { classOf, cutOffs } from '#src/engine/classify/cut-offs.ts'
import { segment, type Classification } from '#src/engine/index.ts'
import { letters, oneAxis } from '../segmentation/fixture.ts'

const values = fc.array(fc.integer({ min: -20, max: 60 }), { maxLength: 40 })
const limits = fc
  .uniqueArray(fc.integer({ min: 0, max: 10_000 }), { minLength: 1, maxLength: 4 })
  .map((list) => list.sort((left, right) => left - right))
const method: fc.Arbitrary<Classification> = fc.oneof(
  fc.record({ method: fc.constant('quantiles' as const), k: fc.integer({ min: 2, max: 6 }) }),
  fc.record({ method: fc.constant('volume' as const), k: fc.integer({ min: 2, max: 6 }) }),
  fc.record({ method: fc.constant('ranks' as const), k: fc.integer({ min: 2, max: 6 }) }),
  fc.record({ method: fc.constant('abc' as const), limitsBps: limits, reach: fc.boolean() }),
  fc.record({ method: fc.constant('headcount' as const), limitsBps: limits, reach: fc.boolean() }),
  fc.record({
    method: fc.constant('thresholds' as const),
    cuts: fc
      .uniqueArray(fc.integer({ min: -20, max: 60 }), { minLength: 1, maxLength: 4 })
      .map((list) => list.sort((left, right) => right - left)),
  }),
)

const classesOf = (classification: Classification, list: readonly number[]) => {
  const cuts = cutOffs(classification, Float64Array.from(list).sort())
  return list.map((value) => classOf(value, cuts))
}

/** The table of the methods, hcp by hcp, without cut-offs. */
function reference(classification: Classification, list: readonly number[]): number[] {
  const gain = (value: number) => Math.max(value, 0)
  const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + gain(one), 0)
  const total = sum(list)
  const highest = Math.max(...list)
  const byShare = (
    limitsBps: readonly number[],
    reach: boolean,
    x: number,
    before: number,
    after: number,
    all: number,
  ) => {
    if (all === 0) return limitsBps.length
    if (x === highest) return 0
    return limitsBps.filter((limit) =>
      reach ? before * 10_000 >= limit * all : after * 10_000 > limit * all,
    ).length
  }
  return list.map((x) => {
    const above = list.filter((one) => one > x)
    const upTo = list.filter((one) => one >= x)
    const equal = upTo.length - above.length
    switch (classification.method) {
      case 'thresholds': {
        const found = classification.cuts.findIndex((cut) => x >= cut)
        return found < 0 ? classification.cuts.length : found
      }
      case 'quantiles': {
        const sorted = [...list].sort((left, right) => left - right)
        const cut = (j: number) => {
          const h = ((sorted.length - 1) * j) / classification.k
          const low = sorted[Math.floor(h)] ?? NaN
          return low + (h - Math.floor(h)) * ((sorted[Math.ceil(h)] ?? NaN) - low)
        }
        const reached = Array.from({ length: classification.k - 1 }, (_, index) => x >= cut(index + 1) - 1e-9)
        return classification.k - 1 - reached.filter(Boolean).length
      }
      case 'abc':
        return byShare(classification.limitsBps, classification.reach, x, sum(above), sum(upTo), total)
      case 'headcount':
        return byShare(
          classification.limitsBps,
          classification.reach,
          x,
          above.length,
          upTo.length,
          list.length,
        )
      case 'volume':
        if (total === 0) return classification.k - 1
        return Math.min(classification.k, 1 + Math.floor((classification.k * sum(above)) / total)) - 1
      case 'ranks': {
        const rank = list.length - upTo.length + (equal + 1) / 2
        return classification.k - 1 - Math.floor((rank * classification.k) / (list.length + 1))
      }
    }
  })
}

describe('classification', () => {
  it('agrees with the table read hcp by hcp', () => {
    fc.assert(
      fc.property(method, values, (classification, list) => {
        expect(classesOf(classification, list)).toEqual(reference(classification, list))
      }),
      { numRuns: 2000 },
    )
  })

  it('never splits equal values and never gives a higher value a worse class', () => {
    fc.assert(
      fc.property(
        method,
        fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { maxLength: 30 }),
        (one, list) => {
          const doubled = [...list, ...list].sort((left, right) => left - right)
          const classes = classesOf(one, doubled)
          classes.forEach((found, index) => {
            const next = classes[index + 1] ?? 0
            const isEqual = doubled[index] === doubled[index + 1]
            expect(isEqual ? next === found : next <= found).toBe(true)
          })
        },
      ),
    )
  })

  it('parts the universe: every hcp with a value in one class, counts and volumes add up', () => {
    fc.assert(
      fc.property(
        method,
        fc.array(fc.option(fc.integer({ min: -5, max: 50 })), { maxLength: 30 }),
        (one, list) => {
          const classes = cutOffs(one, new Float64Array()).length + 1
          const { dataset, configuration } = oneAxis(list, one, classes)
          const [result] = segment(dataset, configuration, 'general').axes
          const present = list.filter((value) => value !== null)
          const perClass = letters(classes).map(
            (_, index) => result?.classes.filter((found) => found === index).length,
          )
          expect([...(result?.counts ?? [])]).toEqual(perClass)
          expect(result?.counts.reduce((sum, count) => sum + count, 0)).toBe(present.length)
          expect(result?.totalVolume).toBe(present.reduce((sum, value) => sum + Math.max(value, 0), 0))
          expect(result?.missing).toBe(list.length - present.length)
        },
      ),
    )
  })

  it('takes type-7 quantiles between two values', () => {
    expect([...cutOffs({ method: 'quantiles', k: 4 }, Float64Array.of(1, 2, 3, 10))]).toEqual([
      4.75, 2.5, 1.75,
    ])
  })

  it('leaves a class empty where cut points coincide, without renumbering', () => {
    const list = [1, 5, 5, 5, 5, 5, 9]
    expect(classesOf({ method: 'quantiles', k: 4 }, list)).toEqual([3, 0, 0, 0, 0, 0, 0])
  })

  it('puts all in the last class when the total is 0', () => {
    expect(classesOf({ method: 'abc', limitsBps: [8000, 9500], reach: false }, [0, 0, -4])).toEqual([2, 2, 2])
    expect(classesOf({ method: 'volume', k: 3 }, [0, -1])).toEqual([2, 2])
  })

  it('always puts the first group in the first class', () => {
    expect(classesOf({ method: 'abc', limitsBps: [8000, 9500], reach: false }, [99, 1])).toEqual([0, 2])
  })

  it('has nothing to reach in an empty group', () => {
    expect([...cutOffs({ method: 'abc', limitsBps: [8000], reach: false }, new Float64Array())]).toEqual([
      NaN,
    ])
  })
})
