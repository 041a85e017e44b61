import { planSynthesis } from '#src/engine/index.ts'
import { describe, expect, it } from 'vitest'
import { context, free, line, plan } from './plan-fixture.ts'

const limits = {
  ...free,
  reasonRequired: true,
  changes: { maximum: 9, maximumShareBps: null, mode: 'refuse' as const },
}
const sector = plan(
  [
    line('h1', 4, { proposed: 6, reason: 'potential', decision: 'ALLOWED' }),
    line('h2', 4, { proposed: 0, origin: 'REMOVED', decision: 'ALLOWED' }),
    line('h3', 4, { proposed: 0, locked: true }),
    line('h4', 3, { segment: 'B', proposed: 2, decision: 'ALLOWED', reason: 'video' }),
    line('h4', 0, { segment: 'B', proposed: 1, channel: 'remote', decision: 'ALLOWED', reason: 'video' }),
    line('h5', 0, { segment: null, proposed: 2, origin: 'ADDED', decision: 'TO_DECIDE', reason: 'practice' }),
    line('h6', 2, { segment: 'B', proposed: 5, decision: 'REFUSED', decisionComment: 'rank 41' }),
    line('h7', 0, { segment: 'B', proposed: 0, origin: 'ADDED' }),
  ],
  { capacityMilli: 20_000 },
)

describe('synthesis of a plan', () => {
  const synthesis = planSynthesis(sector, limits, context)

  it('sets theory beside what is proposed, a refused change counting as theory', () => {
    expect(synthesis.theoretical).toEqual({
      hcps: 5,
      contacts: 17,
      loadMilli: 17_000,
      goalMilli: 17_000,
      utilisationBps: 8500,
    })
    expect(synthesis.proposed).toEqual({
      hcps: 4,
      contacts: 13,
      loadMilli: 12_500,
      goalMilli: 12_500,
      utilisationBps: 6250,
    })
  })

  it('adds up by channel and by segment', () => {
    expect(synthesis.channels).toEqual([
      { channel: 'visit', theoretical: 17, proposed: 12 },
      { channel: 'remote', theoretical: 0, proposed: 1 },
    ])
    expect(
      synthesis.segments.map((one) => [
        one.segment,
        one.hcps,
        one.theoretical,
        one.proposed,
        one.changes,
        one.locked,
      ]),
    ).toEqual([
      ['A', 3, 12, 6, 2, 1],
      ['B', 2, 5, 5, 1, 0],
      [null, 1, 0, 2, 1, 0],
    ])
    expect(synthesis.segments[1]?.channels[1]).toEqual({ channel: 'remote', theoretical: 0, proposed: 1 })
  })

  it('counts changes by kind, what misses a reason and what waits', () => {
    expect(synthesis.changes).toBe(4)
    expect(synthesis.changesByKind).toEqual({ addition: 1, removal: 1, frequency: 1, channel: 1 })
    expect(synthesis).toMatchObject({
      missingReasons: ['h2'],
      toDecide: ['h5'],
      refused: ['h6'],
      lockedHcps: 1,
    })
    expect(synthesis.allowance.changes).toEqual({ used: 4, maximum: 9, left: 5, toDecide: 1 })
  })

  it('has no utilisation without capacity', () => {
    expect(planSynthesis({ ...sector, capacityMilli: 0 }, limits, context).proposed.utilisationBps).toBeNull()
    expect(
      planSynthesis({ ...sector, capacityMilli: null }, limits, context).proposed.utilisationBps,
    ).toBeNull()
  })
})
