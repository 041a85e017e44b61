import { describe, expect, it } from 'vitest'
import { keptFromMilli, readLaw, readNormal } from '#src/engine/forecast/chance.ts'

const binomial = (n: number) => {
  let values = [1]
  for (let i = 0; i < n; i++)
    values = Array.from({ length: i + 2 }, (_, k) => 0.5 * ((values[k] ?? 0) + (values[k - 1] ?? 0)))
  return Float64Array.from(values)
}

describe('reading of a law', () => {
  it('takes the smallest values whose cumulated probability reaches 10 % and 90 %', () => {
    const law = { step: 500, start: 2, values: Float64Array.of(0.0625, 0.0375, 0.4, 0.4, 0.1) }
    const chance = readLaw(law, { goalMilli: 4000, earnedMilli: 3000, meanToComeMilli: 0, keepBps: 10_000 })
    expect([chance.lowMilli, chance.highMilli]).toEqual([4500, 5500])
    expect(chance.probability).toBeCloseTo(1, 15)
  })

  it('counts the plan as kept from keep × goal on, a fraction of a thousandth included', () => {
    expect([keptFromMilli(3000, 9000), keptFromMilli(3001, 9000), keptFromMilli(3001, 3333)]).toEqual([
      2700, 2701, 1001,
    ])
    const law = { step: 1000, start: 0, values: Float64Array.of(0.2, 0.3, 0.5) }
    const base = { earnedMilli: 1000, meanToComeMilli: 1300, keepBps: 9000 }
    const at = (goalMilli: number) => readLaw(law, { ...base, goalMilli })
    expect(at(2222).probability).toBeCloseTo(0.8, 15)
    expect(at(2223).probability).toBeCloseTo(0.5, 15)
    expect(at(2000).shortfallMilli).toBeCloseTo(0.2 * 800, 9)
    expect(at(1000).probability).toBe(1)
  })

  it('has a normal stand-in with continuity correction: 20 tosses, 12 heads or more', () => {
    const base = { goalMilli: 12_000, earnedMilli: 0, meanToComeMilli: 10_000, keepBps: 10_000 }
    const exact = readLaw({ step: 1000, start: 0, values: binomial(20) }, base)
    const normal = readNormal(5_000_000, 1000, base)
    expect(exact.probability).toBeCloseTo(0.25172, 5)
    expect(Math.abs(normal.probability - exact.probability)).toBeLessThan(0.001)
    expect([normal.lowMilli, normal.highMilli]).toEqual([exact.lowMilli, exact.highMilli])
    expect(Math.abs(normal.shortfallMilli - exact.shortfallMilli)).toBeLessThan(30)
    expect(readNormal(0, 1000, base).probability).toBe(0)
    expect(readNormal(5_000_000, 1000, { ...base, earnedMilli: 12_000 }).probability).toBe(1)
  })
})
