import { allocate, rowContacts, rowPresentations, targetGoalReader } from '#src/engine/index.ts'
import { describe, expect, it } from 'vitest'
import { allocationInput, gridRow, hcps, visit } from './allocation-fixture.ts'

const products = [
  { product: 'P1', presentations: 6, position: 1 },
  { product: 'P2', presentations: 4, position: 2 },
  { product: 'P3', presentations: 2, position: 3 },
]

describe('contacts of a line', () => {
  it('are 6 for products shown 6, 4 and 2 times, 12 when each contact shows one product', () => {
    const row = gridRow('A', 'visit', 0, { presentations: products })
    expect(rowContacts(row, 'max', null)).toBe(6)
    expect(rowContacts(row, 'sum', null)).toBe(12)
  })

  it('are the goal of the row without products, and never under it', () => {
    expect(rowContacts(gridRow('A', 'visit', 5), 'max', null)).toBe(5)
    expect(rowContacts(gridRow('A', 'visit', 8, { presentations: products }), 'max', null)).toBe(8)
  })

  it('stop at the maximum of the channel', () => {
    expect(rowContacts(gridRow('A', 'visit', 0, { presentations: products }), 'sum', 9)).toBe(9)
  })
})

describe('presentations', () => {
  it('are at most the contacts', () => {
    const shown = rowPresentations({ presentations: products }, 'max', 3)
    expect(shown.map((one) => one.presentations)).toEqual([3, 3, 2])
  })

  it('share the contacts by position when a contact shows one product', () => {
    const shown = rowPresentations({ presentations: products }, 'sum', 9)
    expect(shown.map((one) => one.presentations)).toEqual([6, 3, 0])
  })
})

describe('goals of a target', () => {
  it('name channel, frequency, credit cap and products', () => {
    const input = allocationInput({ hcps: hcps([0, 2]), channels: [{ ...visit, maximumContacts: 4 }] }, [
      gridRow('A', 'visit', 0, { presentations: products, maxCredited: 8, priority: 2 }),
    ])
    const goals = targetGoalReader(input, allocate(input).lines)
    expect(goals(0)).toEqual([
      {
        channel: 'visit',
        wanted: 4,
        contacts: 4,
        infeasible: 0,
        cause: null,
        maxCredited: 8,
        minimum: 1,
        priority: 2,
        presentations: [
          { product: 'P1', presentations: 4, position: 1 },
          { product: 'P2', presentations: 4, position: 2 },
          { product: 'P3', presentations: 2, position: 3 },
        ],
      },
    ])
    expect(goals(1)).toEqual([])
  })
})
