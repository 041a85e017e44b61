import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { expectedMilli, groupStatus, sectorStatus, statusName } from '#src/engine/follow/status.ts'

const named = (earned: number, goal: number, gone: number, capacity: number) =>
  statusName(sectorStatus(earned * 1000, goal * 1000, gone, capacity, 2000))

describe('status', () => {
  it('is the one of the worked examples', () => {
    expect([4, 5, 7, 8].map((earned) => named(earned, 10, 60, 100))).toEqual([
      'under',
      'on_track',
      'on_track',
      'over',
    ])
    expect(named(11, 50, 11, 40)).toBe('on_track')
  })

  it('is never under without capacity, and on track while nothing is expected', () => {
    expect(named(0, 10, 0, 0)).toBeNull()
    expect(named(0, 10, 0, 100)).toBe('on_track')
    expect(statusName(groupStatus(0, Number.NaN, 2000))).toBeNull()
  })

  it('is that of exact fractions, however large the numbers', () => {
    const whole = (max: number) => fc.integer({ min: 0, max })
    fc.assert(
      fc.property(
        whole(2e9),
        whole(2e9),
        whole(1e9),
        fc.integer({ min: 1, max: 1e9 }),
        whole(10_000),
        (earned, goal, gone, capacity, tolerance) => {
          const left = BigInt(earned) * BigInt(capacity) * 10_000n
          const expected = BigInt(goal) * BigInt(gone)
          const wanted =
            left < expected * BigInt(10_000 - tolerance)
              ? 0
              : left > expected * BigInt(10_000 + tolerance)
                ? 2
                : 1
          expect(sectorStatus(earned, goal, gone, capacity, tolerance)).toBe(wanted)
          const rounded = (2n * expected + BigInt(capacity)) / (2n * BigInt(capacity))
          expect(expectedMilli(goal, gone, capacity)).toBe(Number(rounded))
        },
      ),
    )
  })

  it('decides on the bounds exactly', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 200 }), (tenths, capacity) => {
        const goal = tenths * 10_000
        const [low, high] = [(goal * 8) / 10, (goal * 12) / 10]
        const of = (earned: number) => sectorStatus(earned, goal, capacity, capacity, 2000)
        expect([of(low - 1), of(low), of(high), of(high + 1)]).toEqual([0, 1, 1, 2])
      }),
    )
  })
})
