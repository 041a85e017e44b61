import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shareBrickSales, turnoverReadings } from '#src/engine/index.ts'

describe('turnover', () => {
  it('is read of the month and cumulated, against the year before and against objective', () => {
    const [january, february, march] = turnoverReadings({
      amountCents: Float64Array.of(110, 90, 50),
      beforeCents: Float64Array.of(100, 100, NaN),
      objectiveCents: Float64Array.of(100, 150, 0),
    })
    expect(january).toEqual({
      monthCents: 110,
      cumulatedCents: 110,
      monthGrowth: 0.1,
      cumulatedGrowth: 0.1,
      monthAttainment: 1.1,
      cumulatedAttainment: 1.1,
    })
    expect(february).toMatchObject({ cumulatedCents: 200, monthGrowth: -0.1, cumulatedGrowth: 0 })
    expect(february).toMatchObject({ monthAttainment: 0.6, cumulatedAttainment: 0.8 })
    expect(march).toMatchObject({ cumulatedCents: 250, monthGrowth: NaN, cumulatedGrowth: NaN })
    expect(march).toMatchObject({ monthAttainment: NaN, cumulatedAttainment: 1 })
  })
})

describe('sales of a brick', () => {
  it('are shared among its hcps in proportion to their potential, and said to be estimated', () => {
    const { cents, estimated } = shareBrickSales(
      Int32Array.of(0, 0, 1, -1, 0),
      Float64Array.of(2, 1, NaN, 50, NaN),
      Float64Array.of(100, 30, 7),
    )
    expect([...cents]).toEqual([67, 33, 30, 0, 0])
    expect([...estimated]).toEqual([1, 1, 1, 0, 1])
  })

  it('are shared evenly where nobody has potential, the odd cent to the first', () => {
    const shared = shareBrickSales(Int32Array.of(0, 0, 0), Float64Array.of(0, -1, NaN), Float64Array.of(10))
    expect([...shared.cents]).toEqual([4, 3, 3])
  })

  it('sum to what the brick sold, returns included', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 9 }),
        fc.integer({ min: -5000, max: 1_000_000 }),
        (potentials, sold) => {
          const bricks = new Int32Array(potentials.length)
          const { cents } = shareBrickSales(bricks, Float64Array.from(potentials), Float64Array.of(sold))
          expect(cents.reduce((sum, one) => sum + one, 0)).toBe(sold)
        },
      ),
    )
  })
})
