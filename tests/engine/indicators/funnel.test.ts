import { describe, expect, it } from 'vitest'
import { funnelCounts, funnelMoves, funnelOf, funnelStages } from '#src/engine/index.ts'

const at = (...names: string[]) =>
  Int8Array.from(names, (name) => (funnelStages as readonly string[]).indexOf(name))

describe('funnel', () => {
  it('places each customer at the furthest stage whose entry condition holds', () => {
    const entries = {
      suspect: Uint8Array.of(1, 1, 1, 0),
      prospect: Uint8Array.of(0, 1, 0, 0),
      regular: Uint8Array.of(0, 0, 1, 0),
    }
    expect(funnelOf(entries, 4)).toEqual(at('suspect', 'prospect', 'regular', 'none'))
  })

  it('counts each stage, those who came that far, and the share that went on', () => {
    const stages = at('suspect', 'suspect', 'lead', 'prospect', 'occasional', 'advocate', 'none', 'lead')
    const { counts, reached, conversion } = funnelCounts(stages)
    expect(counts).toEqual([2, 2, 1, 1, 0, 1])
    expect(reached).toEqual([7, 5, 3, 2, 1, 1])
    expect(conversion).toEqual([NaN, 5 / 7, 3 / 5, 2 / 3, 1 / 2, 1])
    expect(funnelCounts(at('none')).conversion).toEqual([NaN, NaN, NaN, NaN, NaN, NaN])
  })

  it('says who went on, back, came and left, and the attrition of clients', () => {
    const before = at('lead', 'occasional', 'regular', 'advocate', 'none', 'prospect', 'occasional')
    const now = at('prospect', 'regular', 'lead', 'none', 'suspect', 'prospect', 'occasional')
    const moves = funnelMoves(before, now)
    expect(moves).toMatchObject({ forward: 2, back: 1, entries: 1, exits: 1, clients: 4, lostClients: 2 })
    expect(moves.attrition).toBe(0.5)
    expect(moves.counts[4]).toEqual([0, 1, 0, 0, 0, 0])
    expect(moves.counts.flat().reduce((sum, one) => sum + one, 0)).toBe(5)
    expect(funnelMoves(at('lead'), at('lead')).attrition).toBeNaN()
    expect(() => funnelMoves(at('lead'), at())).toThrow(RangeError)
  })
})
