import { describe, expect, it } from 'vitest'
import { type EffortCurve, effortValue, optimiseEffort } from '#src/engine/index.ts'
import { chooseOptions } from '#src/engine/allocate/choose-options.ts'
import { seededRandom } from '#src/lib/seeded-random.ts'
import { eightProducts } from './eight-products.ts'
import { integerProgram } from './integer-program.ts'

const random = seededRandom('optimise')
const between = (low: number, high: number) => low + (high - low) * random.uniform()

function randomCurve(): EffortCurve {
  const min = between(0, 1)
  return {
    min,
    max: min + between(0, 2),
    c: random.chance(0.4) ? between(0.5, 1) : between(1, 5),
    d: between(0.1, 3),
    scale: between(0, 50),
    reference: between(1, 12),
    unitCost: random.chance(0.3) ? 0 : between(0, 2),
  }
}

const valueOf = (curves: readonly EffortCurve[], efforts: readonly number[]) =>
  curves.reduce((sum, curve, index) => sum + effortValue(curve, efforts[index] ?? 0), 0)

describe('the allocation of an effort', { timeout: 60_000 }, () => {
  it('of 700 reps among eight products is the published one', () => {
    const { allocation, value } = optimiseEffort(eightProducts, 700)
    expect(allocation).toEqual([220, 246, 117, 52, 30, 35, 0, 0])
    expect(value).toBeCloseTo(524.25, 2)
  })

  it('is worth what an exact integer program is worth, on 200 random cases', async () => {
    const solve = await integerProgram()
    for (let run = 0; run < 200; run += 1) {
      const curves = Array.from({ length: 1 + random.integer(6) }, randomCurve)
      const capacity = random.integer(31)
      const { allocation, value } = optimiseEffort(curves, capacity)
      const groups = curves.map((curve) =>
        Array.from({ length: capacity + 1 }, (_, load) => ({ load, value: effortValue(curve, load) })),
      )
      expect(allocation.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(capacity)
      expect(value).toBeCloseTo(valueOf(curves, allocation), 12)
      expect(value).toBeCloseTo(solve(groups, capacity), 7)
    }
  })

  it('leaves what brings nothing, and takes the earlier curve at equal value', () => {
    const flat = { min: 0, max: 1, c: 1, d: 1, scale: 1, reference: 1, unitCost: 0.4 }
    expect(optimiseEffort([flat, flat], 9).allocation).toEqual([1, 1])
    expect(optimiseEffort([flat, flat], 1).allocation).toEqual([1, 0])
    expect(optimiseEffort([{ ...flat, unitCost: 2 }], 9)).toEqual({ allocation: [0], value: 0 })
    expect(optimiseEffort([{ ...flat, max: -1, unitCost: 0 }], 9).allocation).toEqual([0])
  })

  it('takes a jump whole or not at all', () => {
    const jump = { min: 0, max: 10, c: 30, d: 1, scale: 1, reference: 5, unitCost: 1 }
    expect(optimiseEffort([jump], 4).allocation).toEqual([0])
    expect(optimiseEffort([jump], 8).allocation).toEqual([6])
  })

  it('refuses what is no problem', () => {
    const curve = { min: 0, max: 1, c: 1, d: 1, scale: 1, reference: 1, unitCost: 0 }
    for (const capacity of [-1, 1.5, 2e6, NaN])
      expect(() => optimiseEffort([curve], capacity)).toThrow(RangeError)
    for (const wrong of [{ c: 0 }, { d: -1 }, { reference: 0 }, { scale: Infinity }])
      expect(() => optimiseEffort([{ ...curve, ...wrong }], 5)).toThrow(RangeError)
    expect(optimiseEffort([], 5)).toEqual({ allocation: [], value: 0 })
  })
})

describe('one option of each cell within a capacity', { timeout: 60_000 }, () => {
  it('is worth what an exact integer program is worth, on 200 random cases', async () => {
    const solve = await integerProgram()
    for (let run = 0; run < 200; run += 1) {
      const cells = Array.from({ length: 1 + random.integer(6) }, () => {
        const hcps = random.integer(30)
        const curve = { ...randomCurve(), unitCost: 0 }
        return Array.from({ length: 1 + random.integer(10) }, (_, step) => ({
          load: step * hcps * 500,
          value: hcps * effortValue(curve, step),
        }))
      })
      const capacity = random.integer(200) * 250
      const chosen = chooseOptions(cells, capacity)
      const total = (part: 'load' | 'value') =>
        cells.reduce((sum, options, cell) => sum + (options[chosen[cell] ?? -1]?.[part] ?? NaN), 0)
      expect(total('load')).toBeLessThanOrEqual(capacity)
      expect(total('value')).toBeCloseTo(solve(cells, capacity), 6)
    }
  })

  it('of equal value is the lightest', () => {
    const cells = [
      [
        { load: 0, value: 1 },
        { load: 5, value: 1 },
        { load: 9, value: 2 },
      ],
    ]
    expect(chooseOptions(cells, 8)).toEqual([0])
    expect(chooseOptions(cells, 9)).toEqual([2])
    expect(chooseOptions([], 9)).toEqual([])
  })
})
