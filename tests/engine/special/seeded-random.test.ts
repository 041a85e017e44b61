import { describe, expect, it } from 'vitest'
import { seededRandom } from '#src/lib/seeded-random.ts'

const moments = (draw: () => number, count = 40_000) => {
  let sum = 0
  let squares = 0
  for (let i = 0; i < count; i++) {
    const x = draw()
    sum += x
    squares += x * x
  }
  const mean = sum / count
  return { mean, variance: squares / count - mean * mean }
}

describe('seeded random', () => {
  it('repeats itself for a seed, and differs for another', () => {
    const run = (seed: number | string) => {
      const random = seededRandom(seed)
      return [random.uniform(), random.normal(), random.gamma(2.5), random.poisson(7), random.integer(1000)]
    }
    expect(run('demo')).toEqual(run('demo'))
    expect(run('demo')).not.toEqual(run('demo2'))
    expect(run(1)).not.toEqual(run(2))
  })

  it.each([
    ['uniform', (r: ReturnType<typeof seededRandom>) => r.uniform(), 0.5, 1 / 12],
    ['normal', (r: ReturnType<typeof seededRandom>) => r.normal(3, 2), 3, 4],
    ['gamma under one', (r: ReturnType<typeof seededRandom>) => r.gamma(0.4, 2), 0.8, 1.6],
    ['gamma', (r: ReturnType<typeof seededRandom>) => r.gamma(5.317, 0.5), 2.6585, 1.32925],
    ['poisson', (r: ReturnType<typeof seededRandom>) => r.poisson(4.2), 4.2, 4.2],
    ['poisson of a large mean', (r: ReturnType<typeof seededRandom>) => r.poisson(53), 53, 53],
    ['integer', (r: ReturnType<typeof seededRandom>) => r.integer(6), 2.5, 35 / 12],
  ])('%s has its mean and variance', (_, draw, mean, variance) => {
    const random = seededRandom(20_260_105)
    const seen = moments(() => draw(random))
    expect(Math.abs(seen.mean - mean)).toBeLessThan(5 * Math.sqrt(variance / 40_000))
    expect(Math.abs(seen.variance / variance - 1)).toBeLessThan(0.06)
  })

  it('shuffles without loss', () => {
    const list = [1, 2, 3, 4, 5, 6, 7, 8]
    const shuffled = seededRandom(9).shuffle(list)
    expect(shuffled).not.toEqual(list)
    expect(shuffled.toSorted((a, b) => a - b)).toEqual(list)
  })
})
