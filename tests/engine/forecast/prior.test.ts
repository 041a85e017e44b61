import { describe, expect, it } from 'vitest'
import { defaultPrior, fitPrior, priorByMoments } from '#src/engine/forecast/prior.ts'
import { seededRandom } from '#src/lib/seeded-random.ts'
import { linesOf, sectorsOf } from './builders.ts'

const sector = sectorsOf([{ goneMilli: 50_000, memoryDays: 100 }])
const many = (count: number, line: Parameters<typeof linesOf>[0][number]) =>
  Array.from({ length: count }, () => line)

describe('prior of a network', () => {
  it('is the one of the worked example', () => {
    const prior = priorByMoments([22, 70, 41, 66, 25], [10, 12, 11, 9, 8])
    const variance = (prior.alpha / prior.beta) ** 2 / prior.alpha
    expect(prior.alpha / prior.beta).toBeCloseTo(4.48, 10)
    expect(variance).toBeCloseTo(3.774787, 6)
    expect(prior.alpha).toBeCloseTo(5.317, 4)
    expect(prior.beta).toBeCloseTo(1.1868, 4)
  })

  it('finds the law that the counts were drawn from', () => {
    const random = seededRandom('prior')
    const exposures = Array.from({ length: 20_000 }, () => 2 + random.integer(10))
    const prior = priorByMoments(
      exposures.map((e) => random.poisson(random.gamma(2.5, 1 / 2) * e)),
      exposures,
    )
    expect(prior.alpha).toBeCloseTo(2.5, 0)
    expect(prior.alpha / prior.beta).toBeCloseTo(1.25, 1)
  })

  it('keeps a spread of a twentieth of the mean when the counts are even', () => {
    const prior = priorByMoments([5, 5, 5], [10, 10, 10])
    expect(prior.alpha).toBeCloseTo(400, 9)
    expect(prior.beta).toBeCloseTo(800, 9)
  })

  it('reads the memory under 30 lines or 100 contacts of exposure, and 1.3 when that is too little as well', () => {
    const mixed = (count: number, goal: number) => [
      ...many(count, { goal, done: 3, priorDone: 9 }),
      ...many(count, { goal, done: 6, priorDone: 12 }),
    ]
    const ofRun = fitPrior(linesOf(mixed(20, 10)), sector)
    expect(ofRun.alpha / ofRun.beta).toBeCloseTo(4.5 / 5, 9)
    const ofMemory = fitPrior(linesOf(mixed(20, 4)), sector)
    expect(ofMemory.alpha / ofMemory.beta).toBeCloseTo(10.5 / 4, 9)
    const odd = (count: number) => linesOf(mixed(15, 100).slice(0, count))
    expect(fitPrior(odd(30), sector)).not.toEqual(defaultPrior)
    expect(fitPrior(odd(29), sector)).toEqual(defaultPrior)
    expect(fitPrior(linesOf(mixed(20, 2)), sector)).toEqual(defaultPrior)
    expect(fitPrior(linesOf(many(40, { goal: 10 })), sector)).toEqual(defaultPrior)
  })

  it('leaves out closed lines, vacant sectors, lines without goal', () => {
    const sectors = sectorsOf([{ goneMilli: 50_000 }, { vacant: 1 }, { goneMilli: 0, capacityMilli: 0 }])
    const kept = [...many(20, { goal: 10, done: 3 }), ...many(20, { goal: 10, done: 6 })]
    const noise = [
      { goal: 10, done: 90, closed: 1 },
      { goal: 10, done: 90, sector: 1 },
      { goal: 10, done: 90, sector: 2 },
      { goal: 0, done: 90 },
    ]
    expect(fitPrior(linesOf([...kept, ...noise]), sectors)).toEqual(fitPrior(linesOf(kept), sectors))
  })
})
