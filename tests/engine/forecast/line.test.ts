import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { posterior, writeCallsToCome } from '#src/engine/forecast/line.ts'
import { logGamma } from '#src/lib/special/gamma.ts'
import { seededRandom } from '#src/lib/seeded-random.ts'

const law = (size: number, rate: number, left: number, room: number, at = 0) => {
  const arena = { values: new Float64Array(4) }
  const length = writeCallsToCome(arena, at, { size, rate, left }, room)
  return arena.values.slice(at, at + length)
}
const density = (k: number, a: number, b: number, f: number) =>
  Math.exp(
    logGamma(a + k) - logGamma(k + 1) - logGamma(a) + a * Math.log(b / (b + f)) + k * Math.log(f / (b + f)),
  )
const total = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0)
const parameters = [
  fc.double({ min: 0.05, max: 60, noNaN: true }),
  fc.double({ min: 0.5, max: 40, noNaN: true }),
  fc.double({ min: 0.01, max: 60, noNaN: true }),
] as const

describe('law of the calls to come', () => {
  it('adds memory and realisation to the prior', () => {
    const line = { goal: 10, done: 6, priorDone: 8, elapsed: 0.4, memory: 1.2 }
    const result = posterior({ alpha: 2, beta: 1.5 }, 200, line)
    expect(result.size).toBeCloseTo(2 + 0.2 * 8 + 6, 12)
    expect(result.rate).toBeCloseTo(1.5 + 0.2 * 12 + 4, 12)
    expect(result.left).toBeCloseTo(6, 12)
  })

  it('is the negative binomial, term by term, with all that exceeds the credit in the last', () => {
    fc.assert(
      fc.property(...parameters, fc.integer({ min: 0, max: 30 }), (a, b, f, room) => {
        const values = law(a, b, f, room)
        expect(values.length).toBeLessThanOrEqual(room + 1)
        expect(total(values)).toBeCloseTo(1, 12)
        for (let k = 0; k < values.length - 1; k++)
          expect(Math.abs((values[k] ?? 0) - density(k, a, b, f))).toBeLessThan(1e-12)
      }),
    )
  })

  it('without a maximum is cut where next to nothing is left, and has the mean a·f ÷ b', () => {
    fc.assert(
      fc.property(...parameters, (a, b, f) => {
        const values = law(a, b, f, -1)
        const mean = values.reduce((sum, value, k) => sum + k * value, 0)
        expect(total(values)).toBeCloseTo(1, 11)
        const last = values.length - 1
        expect((values[last] ?? 0) - density(last, a, b, f)).toBeLessThan(1e-11)
        expect(Math.abs(mean - (a * f) / b)).toBeLessThan(1e-8 * (1 + (a * f) / b))
      }),
    )
  })

  it('starts from its mode where P(X = 0) is too small to be a number', () => {
    const mode = 1798
    for (const room of [-1, 2500, 5000]) {
      const values = law(900, 2, 4, room, 7)
      expect(total(values)).toBeCloseTo(1, 11)
      expect(Math.abs((values[mode] ?? 0) / density(mode, 900, 2, 4) - 1)).toBeLessThan(1e-10)
    }
    for (const room of [300, 900]) expect(law(900, 2, 4, room).at(-1)).toBeCloseTo(1, 12)
  })

  it('agrees with draws from the model', () => {
    const random = seededRandom('line')
    const counts = new Float64Array(40)
    for (let draw = 0; draw < 200_000; draw++) {
      const calls = random.poisson(random.gamma(3.2, 1 / 1.7) * 4.5)
      counts[Math.min(calls, 39)] = (counts[Math.min(calls, 39)] ?? 0) + 1 / 200_000
    }
    const values = law(3.2, 1.7, 4.5, -1)
    for (let k = 0; k < 30; k++) expect(Math.abs((values[k] ?? 0) - (counts[k] ?? 0))).toBeLessThan(0.004)
  })

  it('has nothing to come without time or credit left', () => {
    expect([...law(2, 1, 0, 5)]).toEqual([1])
    expect([...law(2, 1, 3, 0)]).toEqual([1])
  })
})
