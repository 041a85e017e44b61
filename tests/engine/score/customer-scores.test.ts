import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  appetenceScore,
  customerValue,
  highPotential,
  offerCustomerMatrix,
  responseIndex,
} from '#src/engine/index.ts'

describe('appetence score', () => {
  it('is the weighted mean of what is known, on 0–100', () => {
    expect(
      appetenceScore([
        { value: 80, weight: 3 },
        { value: 20, weight: 1 },
      ]),
    ).toBe(65)
    expect(
      appetenceScore([
        { value: 80, weight: 3 },
        { value: NaN, weight: 1 },
      ]),
    ).toBe(80)
    expect(
      appetenceScore([
        { value: 180, weight: 1 },
        { value: -20, weight: 1 },
      ]),
    ).toBe(50)
  })

  it('is missing where nothing known weighs', () => {
    expect(appetenceScore([])).toBeNaN()
    expect(
      appetenceScore([
        { value: NaN, weight: 1 },
        { value: 50, weight: 0 },
      ]),
    ).toBeNaN()
  })
})

describe('response index', () => {
  it('is 100 for a group that answers as everybody does, 200 for twice as often', () => {
    expect(responseIndex({ answers: 4, sent: 100 }, { answers: 40, sent: 1000 })).toBe(100)
    expect(responseIndex({ answers: 8, sent: 100 }, { answers: 40, sent: 1000 })).toBe(200)
    expect(responseIndex({ answers: 0, sent: 100 }, { answers: 40, sent: 1000 })).toBe(0)
  })

  it('is missing where a rate has no meaning', () => {
    const all = { answers: 40, sent: 1000 }
    expect(responseIndex({ answers: 0, sent: 0 }, all)).toBeNaN()
    expect(responseIndex(all, { answers: 0, sent: 1000 })).toBeNaN()
    expect(responseIndex(all, { answers: 1, sent: 0 })).toBeNaN()
  })
})

describe('customer value', () => {
  it('is acquisition + retention + growth', () => {
    expect(customerValue(100, 250, -30)).toBe(320)
    expect(customerValue(100, NaN, NaN)).toBe(100)
    expect(customerValue(NaN, NaN, NaN)).toBeNaN()
  })
})

describe('offer × customer matrix', () => {
  it('adds results by product and segment, and their sums agree', () => {
    const matrix = offerCustomerMatrix(
      {
        product: Int32Array.of(0, 1, 0, 0, -1, 1, 0),
        segment: Int32Array.of(0, 1, 1, 0, 0, -1, 1),
        amount: Float64Array.of(5, 7, 2, 1, 100, 100, NaN),
      },
      2,
      2,
    )
    expect(matrix.amounts.map((line) => [...line])).toEqual([
      [6, 2],
      [0, 7],
    ])
    expect([[...matrix.byProduct], [...matrix.bySegment], matrix.total]).toEqual([[8, 7], [6, 9], 15])
  })
})

describe('high potential to develop', () => {
  const flags = (...groups: [number, number][]) =>
    highPotential(groups.map(([potential, contacts]) => ({ potential, contacts }))).map(
      (one) => one.toDevelop,
    )

  it('holds 1.3 times its share of contacts at least, and 2 % of the potential at least', () => {
    expect(flags([52, 40], [48, 60])).toEqual([true, false])
    expect(flags([51.9, 40], [48.1, 60])).toEqual([false, false])
    expect(flags([2, 0], [98, 100])).toEqual([true, false])
    expect(flags([1.9, 0], [98.1, 100])).toEqual([false, false])
  })

  it('says shares and ratio, without a contact ∞, without a whole missing', () => {
    const [first, second] = highPotential([
      { potential: 30, contacts: 0 },
      { potential: 70, contacts: 10 },
    ])
    expect(first).toEqual({ potentialShare: 0.3, contactShare: 0, ratio: Infinity, toDevelop: true })
    expect(second).toEqual({ potentialShare: 0.7, contactShare: 1, ratio: 0.7, toDevelop: false })
    expect(flags([0, 1], [-5, 1])).toEqual([false, false])
    expect(flags([5, 0], [5, 0])).toEqual([true, true])
  })

  it('does not depend on the unit of either side', () => {
    const group = fc.tuple(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 0, max: 1000 }))
    fc.assert(
      fc.property(fc.array(group, { maxLength: 8 }), (groups) => {
        expect(flags(...groups.map(([p, c]): [number, number] => [p * 4, c * 8]))).toEqual(flags(...groups))
      }),
    )
  })
})
