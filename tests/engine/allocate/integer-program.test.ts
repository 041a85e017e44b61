import { describe, expect, it } from 'vitest'
import { chooseOptions } from '#src/engine/allocate/choose-options.ts'
import { type EffortCurve, effortValue, optimiseEffort } from '#src/engine/index.ts'
import { seededRandom } from '#src/lib/seeded-random.ts'
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

describe('against an exact integer program, on 200 random cases', { timeout: 240_000 }, () => {
  it('an allocation of effort is worth as much', async () => {
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

  it('one option of each cell within a capacity is worth as much', async () => {
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
})
