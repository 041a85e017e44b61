import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lineLaws } from '#src/engine/forecast/line-laws.ts'
import { forecastPerimeters } from '#src/engine/forecast/perimeter.ts'
import { crossGrouping, type FollowLines, wholeGrouping } from '#src/engine/follow/lines.ts'
import { seededRandom } from '#src/lib/seeded-random.ts'
import { linesOf, sectorsOf } from './builders.ts'

const prior = { alpha: 2, beta: 1.6 }
const settings = { memoryMilli: 200, keepBps: 9000 }
const sectors = sectorsOf([{ memoryDays: 110 }])

const lineArbitrary = fc.record({
  goal: fc.integer({ min: 0, max: 9 }),
  maxCredited: fc.integer({ min: -1, max: 11 }),
  weightMilli: fc.constantFrom(1000, 1000, 500, 300, 0),
  done: fc.integer({ min: 0, max: 8 }),
  priorDone: fc.integer({ min: 0, max: 9 }),
  closed: fc.constantFrom(0, 0, 0, 1),
})

/** Straight from the definitions: a map from final earned to probability, one line after the other. */
const naive = (lines: FollowLines) => {
  let law = new Map([[0, 1]])
  let goal = 0
  for (let i = 0; i < lines.goal.length; i++) {
    const [own, max, weight, n] = [
      lines.goal[i] ?? 0,
      lines.maxCredited[i] ?? 0,
      lines.weightMilli[i] ?? 0,
      lines.done[i] ?? 0,
    ]
    const credit = (calls: number) => (max < 0 ? calls : Math.min(calls, max)) * weight
    const closed = lines.closed[i] === 1
    goal += closed ? credit(n) : own * weight
    const a = prior.alpha + 0.2 * (lines.priorDone[i] ?? 0) + n
    const b = prior.beta + 0.2 * own * 1.1 + own * 0.4
    const f = own * 0.6
    const next = new Map<number, number>()
    let probability = (b / (b + f)) ** a
    for (let x = 0; x < 400; x++) {
      const share = closed || f === 0 ? (x === 0 ? 1 : 0) : probability
      if (share > 1e-18)
        for (const [sum, before] of law) {
          const at = sum + credit(n + x)
          next.set(at, (next.get(at) ?? 0) + before * share)
        }
      probability *= ((a + x) / (x + 1)) * (f / (b + f))
    }
    law = next
  }
  const sorted = [...law].toSorted(([x], [y]) => x - y)
  const point = (wanted: number) => {
    let sum = 0
    return sorted.find(([, p]) => (sum += p) >= wanted)?.[0] ?? Number.NaN
  }
  const isKept = (earned: number) => BigInt(earned) * 10_000n >= BigInt(goal) * 9000n
  const expectation = (value: (earned: number) => number) =>
    sorted.reduce((sum, [x, p]) => sum + value(x) * p, 0)
  return {
    goal,
    kept: expectation((x) => (isKept(x) ? 1 : 0)),
    mean: expectation((x) => x),
    low: point(0.1),
    high: point(0.9),
    shortfall: expectation((x) => Math.max(goal * 0.9 - x, 0)),
  }
}

describe('chance of a perimeter', { timeout: 60_000 }, () => {
  it('is the direct sum over every outcome', () => {
    fc.assert(
      fc.property(fc.array(lineArbitrary, { minLength: 1, maxLength: 9 }), (all) => {
        // One line with a goal, so that there is something to keep.
        const lines = linesOf([{ goal: 3, maxCredited: 4 }, ...all])
        const wanted = naive(lines)
        const laws = lineLaws(lines, sectors, prior, settings)
        const got = forecastPerimeters(laws, wholeGrouping(lines), settings)
        expect(got.goalMilli[0]).toBe(wanted.goal)
        expect(got.probability[0]).toBeCloseTo(wanted.kept, 10)
        expect(Math.abs((got.meanMilli[0] ?? 0) - wanted.mean)).toBeLessThan(1e-5)
        expect(got.lowMilli[0]).toBe(wanted.low)
        expect(got.highMilli[0]).toBe(wanted.high)
        expect(Math.abs((got.shortfallMilli[0] ?? 0) - wanted.shortfall)).toBeLessThan(1e-6)
      }),
    )
  })

  it('agrees with simulation on a whole sector, where caps saturate', () => {
    const random = seededRandom('sector')
    const all = Array.from({ length: 120 }, () => {
      const goal = random.pick([3, 6, 9, 12])
      return {
        goal,
        maxCredited: goal + 2,
        done: random.poisson(goal * 0.33),
        priorDone: random.poisson(goal * 0.8),
      }
    })
    const lines = linesOf(all)
    const laws = lineLaws(lines, sectors, prior, settings)
    const got = forecastPerimeters(laws, wholeGrouping(lines), { keepBps: 7900 })
    const draws = 10_000
    let kept = 0
    let sum = 0
    for (let draw = 0; draw < draws; draw++) {
      let earned = 0
      for (const { goal, maxCredited, done, priorDone } of all) {
        const a = prior.alpha + 0.2 * priorDone + done
        const b = prior.beta + 0.2 * goal * 1.1 + goal * 0.4
        earned += Math.min(done + random.poisson(random.gamma(a, 1 / b) * goal * 0.6), maxCredited)
      }
      sum += earned
      if (earned * 1e7 >= 7900 * (got.goalMilli[0] ?? 0)) kept++
    }
    const probability = got.probability[0] ?? 0
    expect(probability).toBeGreaterThan(0.05)
    expect(probability).toBeLessThan(0.95)
    expect(Math.abs(kept / draws - probability)).toBeLessThan(
      4 * Math.sqrt((probability * (1 - probability)) / draws),
    )
    expect(Math.abs((got.meanMilli[0] ?? 0) / 1000 - sum / draws)).toBeLessThan(0.5)
  })

  it('takes the normal law above 2,000 lines, close to the exact one', () => {
    const random = seededRandom('normal')
    const all = Array.from({ length: 2001 }, () => ({
      goal: 6,
      maxCredited: 8,
      done: random.poisson(2.4),
      weightMilli: random.pick([1000, 500]),
    }))
    const lines = linesOf(all)
    const laws = lineLaws(lines, sectors, prior, settings)
    const last = lines.goal.map((_, row) => (row === 2000 ? -1 : 0))
    for (const keepBps of [8200, 8250, 8300]) {
      const normal = forecastPerimeters(laws, wholeGrouping(lines), { keepBps })
      const exact = forecastPerimeters(laws, { of: last, count: 1 }, { keepBps })
      expect(Math.abs((normal.probability[0] ?? 0) - (exact.probability[0] ?? 0))).toBeLessThan(0.01)
      expect(Math.abs((normal.lowMilli[0] ?? 0) - (exact.lowMilli[0] ?? 0))).toBeLessThan(6000)
      expect(Math.abs((normal.highMilli[0] ?? 0) - (exact.highMilli[0] ?? 0))).toBeLessThan(6000)
    }
  })

  it('leaves vacant sectors out, and is missing where nothing counts', () => {
    const two = sectorsOf([{}, { vacant: 1 }, { capacityMilli: 0 }])
    const lines = linesOf([
      { goal: 5, maxCredited: 7, done: 2 },
      { goal: 5, maxCredited: 7, done: 2, sector: 1 },
      { goal: 5, maxCredited: 7, done: 2, sector: 2 },
    ])
    const laws = lineLaws(lines, two, prior, settings)
    const bySector = forecastPerimeters(laws, { of: lines.sector, count: 3 }, settings)
    const network = forecastPerimeters(laws, wholeGrouping(lines), settings)
    expect(bySector.probability.slice(1)).toEqual(Float64Array.of(NaN, NaN))
    expect(network.probability[0]).toBe(bySector.probability[0])
    expect(network.goalMilli[0]).toBe(5000)
  })

  it('is certain when kept already, and hopeless when the credit left cannot reach', () => {
    const sure = linesOf([{ goal: 10, maxCredited: 12, done: 9 }])
    const lost = linesOf([
      { goal: 10, maxCredited: 10, done: 0, closed: 0 },
      { goal: 10, maxCredited: 3, done: 3 },
    ])
    const read = (lines: FollowLines) =>
      forecastPerimeters(lineLaws(lines, sectors, prior, settings), wholeGrouping(lines), settings)
        .probability[0]
    expect(read(sure)).toBe(1)
    expect(read(lost)).toBe(0)
  })

  it('crosses groupings, and refuses a perimeter that does not exist', () => {
    const sector = { of: Int32Array.of(0, 0, 1, 1), count: 2 }
    const segment = { of: Int32Array.of(0, 2, 1, -1), count: 3 }
    expect(crossGrouping(sector, segment)).toEqual({ of: Int32Array.of(0, 2, 4, -1), count: 6 })
    const lines = linesOf([{ goal: 1 }])
    const laws = lineLaws(lines, sectors, prior, settings)
    expect(() => forecastPerimeters(laws, { of: Int32Array.of(3), count: 2 }, settings)).toThrow(RangeError)
  })
})
