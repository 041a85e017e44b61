import { describe, expect, it } from 'vitest'
import { optimiseEffort } from '#src/engine/index.ts'
import { chooseOptions } from '#src/engine/allocate/choose-options.ts'
import { eightProducts } from './eight-products.ts'

describe('the allocation of an effort', () => {
  it('of 700 reps among eight products is the published one', () => {
    const { allocation, value } = optimiseEffort(eightProducts, 700)
    expect(allocation).toEqual([220, 246, 117, 52, 30, 35, 0, 0])
    expect(value).toBeCloseTo(524.25, 2)
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

describe('one option of each cell within a capacity', () => {
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
