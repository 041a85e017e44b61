import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fitResponse, response } from '#src/engine/index.ts'
import { inflection } from '#src/engine/allocate/response.ts'

const judgement = [
  { x: 0, y: 0.3 },
  { x: 0.5, y: 0.45 },
  { x: 1, y: 1 },
  { x: 1.5, y: 1.4 },
  { x: 10, y: 1.6 },
]

describe('the response to an effort', () => {
  it('begins at its minimum, is half way where xᶜ = d, and tends to its maximum', () => {
    const curve = { min: 2, max: 6, c: 2, d: 9 }
    expect([response(curve, 0), response(curve, 3)]).toEqual([2, 4])
    expect(response(curve, 1e200)).toBe(6)
    expect(response({ ...curve, c: 300 }, 1e10)).toBe(6)
  })

  it('bends upwards until its inflection, then downwards', () => {
    const curve = { min: 0, max: 1, c: 3, d: 2 }
    const turn = inflection(curve)
    const bend = (x: number) => response(curve, x + 0.01) - 2 * response(curve, x) + response(curve, x - 0.01)
    expect(bend(turn - 0.05)).toBeGreaterThan(0)
    expect(bend(turn + 0.05)).toBeLessThan(0)
    expect(inflection({ c: 1, d: 2 })).toBe(0)
  })
})

describe('the curve of least squares through judgement points', { timeout: 30_000 }, () => {
  it('is the one of the worked example', () => {
    const { min, max, c, d, rmse } = fitResponse(judgement)
    expect(min).toBeCloseTo(0.3093, 4)
    expect(max).toBeCloseTo(1.607, 4)
    expect(c).toBeCloseTo(3.4627, 4)
    expect(d).toBeCloseTo(0.8418, 4)
    expect(rmse).toBeCloseTo(0.0124, 4)
  })

  it('does not depend on the order of the points', () => {
    expect(fitResponse(judgement.toReversed()).c).toBeCloseTo(3.46268, 5)
  })

  it('finds again a curve from its own points', () => {
    const curves = fc.record({
      min: fc.double({ min: -1, max: 1, noNaN: true }),
      span: fc.double({ min: 0.2, max: 3, noNaN: true }),
      c: fc.double({ min: 0.7, max: 5, noNaN: true }),
      d: fc.double({ min: 0.2, max: 5, noNaN: true }),
    })
    fc.assert(
      fc.property(curves, ({ min, span, c, d }) => {
        const curve = { min, max: min + span, c, d }
        const points = [0, 0.3, 0.7, 1, 1.4, 2, 4, 9].map((x) => ({ x, y: response(curve, x) }))
        expect(fitResponse(points).rmse).toBeLessThan(1e-6 * span)
      }),
      { numRuns: 40, seed: 7 },
    )
  })

  it('is never worse than any curve tried around it', () => {
    const fitted = fitResponse(judgement)
    const error = (curve: typeof fitted) =>
      judgement.reduce((sum, { x, y }) => sum + (y - response(curve, x)) ** 2, 0)
    for (const part of ['min', 'max', 'c', 'd'] as const)
      for (const factor of [0.999, 1.001])
        expect(error({ ...fitted, [part]: fitted[part] * factor })).toBeGreaterThan(error(fitted))
  })

  it('refuses what no curve can be put through', () => {
    expect(() => fitResponse(judgement.slice(0, 3))).toThrow('a curve needs four different efforts, not 3')
    expect(() => fitResponse([...judgement, { x: -1, y: 0 }])).toThrow(RangeError)
    expect(() => fitResponse([...judgement, { x: 1, y: NaN }])).toThrow(RangeError)
  })
})
