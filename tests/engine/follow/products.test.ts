import { describe, expect, it } from 'vitest'
import { followFigures } from '#src/engine/follow/figures.ts'
import { wholeGrouping } from '#src/engine/follow/lines.ts'
import { productFigures } from '#src/engine/follow/products.ts'
import { linesOf, sectorsOf } from '../forecast/builders.ts'

describe('contacts and presentations', () => {
  it('one DONE call with three products is 1 contact and 3 presentations', () => {
    const lines = linesOf([{ goal: 6, maxCredited: 8, done: 1 }])
    const sectors = sectorsOf([{}])
    const settings = { toleranceBps: 2000, keepBps: 9000 }
    expect(followFigures(lines, sectors, wholeGrouping(lines), settings).adjusted.done[0]).toBe(1)
    const presentations = {
      line: Int32Array.of(0, 0, 0),
      product: Int32Array.of(0, 1, 2),
      approved: Int32Array.of(6, 4, 2),
      shown: Int32Array.of(1, 1, 1),
    }
    const { shown, attainment } = productFigures(presentations, lines, sectors, 3)
    expect(shown.reduce((sum, one) => sum + one, 0)).toBe(3)
    expect([...attainment]).toEqual([1 / 6, 1 / 4, 1 / 2])
  })
})
