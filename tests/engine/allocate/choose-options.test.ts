import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chooseOptions, type Option } from '#src/engine/allocate/choose-options.ts'

const option = (value: number, load: number): Option => ({ load, value })

describe('one option of each cell', () => {
  it('may be a free one, the best of them, and is the lightest of equals', () => {
    const cell = [option(1, 0), option(4, 0), option(2, 0), option(4, 3), option(9, 5)]
    expect(chooseOptions([cell], 4)).toEqual([1])
    expect(chooseOptions([cell], 5)).toEqual([4])
    expect(chooseOptions([cell, cell], 5).toSorted((a, b) => a - b)).toEqual([1, 4])
  })

  it('goes past an option that bends the wrong way', () => {
    const jump = [option(0, 0), option(1, 2), option(10, 4)]
    const even = [option(0, 0), option(3, 2), option(5, 4)]
    expect(chooseOptions([jump, even], 4)).toEqual([2, 0])
    expect(chooseOptions([jump, even], 6)).toEqual([2, 1])
    expect(chooseOptions([even, jump], 3)).toEqual([1, 0])
  })

  it('has the value and the load of the best of all choices, in any order of options', () => {
    const options = fc.array(
      fc.record({ load: fc.integer({ min: 0, max: 8 }), value: fc.integer({ min: -5, max: 12 }) }),
      { maxLength: 5 },
    )
    const cell = fc.tuple(fc.integer({ min: -5, max: 5 }), options, fc.nat(5))
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 5 }), fc.integer({ min: 0, max: 25 }), (all, capacity) => {
        const cells = all.map(([free, others, place]) => others.toSpliced(place, 0, option(free, 0)))
        const chosen = chooseOptions(cells, capacity)
        const total = cells.reduce(
          (sum, own, index) => {
            const one = own[chosen[index] ?? -1]
            return { load: sum.load + (one?.load ?? NaN), value: sum.value + (one?.value ?? NaN) }
          },
          { load: 0, value: 0 },
        )
        expect(total).toEqual(best(cells, capacity))
      }),
      { numRuns: 1000 },
    )
  })
})

/** Value and load of the best of all choices, the lightest of equals. */
function best(cells: readonly (readonly Option[])[], capacity: number): Option {
  let found = { load: 0, value: -Infinity }
  const visit = (index: number, load: number, value: number): void => {
    if (load > capacity) return
    const options = cells[index]
    if (options) for (const one of options) visit(index + 1, load + one.load, value + one.value)
    else if (value > found.value || (value === found.value && load < found.load)) found = { load, value }
  }
  visit(0, 0, 0)
  return found
}
