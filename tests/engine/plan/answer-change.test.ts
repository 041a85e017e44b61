import type { PlanChange } from '#src/engine/index.ts'
import { answerChange, answerChanges, applyAnswer, planHcps } from '#src/engine/index.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { channels, context, free, line, plan, targets, visits, type Limits } from './plan-fixture.ts'

const count = (
  maximum: number | null,
  maximumShareBps: number | null,
  mode: 'refuse' | 'manager' = 'refuse',
): Limits => ({
  ...free,
  changes: { maximum, maximumShareBps, mode },
})
const frequency = (mode: 'refuse' | 'manager'): Limits => ({
  ...free,
  frequency: { minimum: 2, maximum: 6, mode },
})
const allowed = (change: PlanChange, limits: Limits) =>
  answerChange(plan(targets(10, 4)), change, limits, context)

describe('one change', () => {
  const mixed = plan([line('h1', 3), line('h1', 1, { channel: 'remote' }), line('h2', 2)])
  const moved: PlanChange = {
    hcpId: 'h1',
    contacts: [
      { channel: 'visit', proposed: 2 },
      { channel: 'remote', proposed: 2 },
    ],
  }

  it('is an hcp whose contacts differ from theory, on any channel', () => {
    const answer = answerChange(mixed, visits('h1', 5), free, context)
    expect(answer).toMatchObject({ outcome: 'accepted', kind: 'frequency', breaches: [] })
    expect(answer.allowance.changes.used).toBe(1)
    expect(answer.lines.map((one) => [one.channel, one.proposed, one.decision])).toEqual([
      ['visit', 5, 'ALLOWED'],
      ['remote', 1, 'NONE'],
    ])
  })

  it('moving contacts between channels at equal total is one', () => {
    const answer = answerChange(mixed, moved, free, context)
    expect(answer.kind).toBe('channel')
    expect(answer.allowance.changes.used).toBe(1)
  })

  it('a removal is one, an addition is one', () => {
    const removed = answerChanges(
      mixed,
      [visits('h2', 0), { ...visits('h9', 2), segment: 'B' }],
      free,
      context,
    )
    expect(removed.answers.map((one) => one.kind)).toEqual(['removal', 'addition'])
    expect(removed.answers[1]?.allowance.changes.used).toBe(2)
    expect(removed.plan.lines.map((one) => [one.hcpId, one.origin, one.segment])).toEqual([
      ['h1', 'PROPOSED', 'A'],
      ['h1', 'PROPOSED', 'A'],
      ['h2', 'REMOVED', 'A'],
      ['h9', 'ADDED', 'B'],
    ])
  })

  it('coming back to theory gives it back, reason included', () => {
    const changed = applyAnswer(
      mixed,
      answerChange(mixed, { ...visits('h1', 5), reason: 'potential' }, free, context),
    )
    const back = answerChange(changed, visits('h1', 3), free, context)
    expect(back.kind).toBeNull()
    expect(back.allowance.changes.used).toBe(0)
    expect(back.lines.every((one) => one.reason === null && one.decision === 'NONE')).toBe(true)
    expect(applyAnswer(changed, back)).toEqual(mixed)
  })

  it('editing the same hcp again uses no second one', () => {
    const once = answerChanges(mixed, [visits('h1', 5), visits('h1', 4)], free, context)
    expect(once.answers.map((one) => one.allowance.changes.used)).toEqual([1, 1])
  })

  it('the number of changes is the number of hcps that differ, whatever the path', () => {
    const step = fc.record({ hcp: fc.integer({ min: 1, max: 5 }), proposed: fc.integer({ min: 0, max: 6 }) })
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 20 }), (steps) => {
        const start = plan(targets(5, 3))
        const changes = steps.map((one) => visits(`h0${one.hcp}`, one.proposed))
        const end = answerChanges(start, changes, free, context)
        const last = new Map(steps.map((one) => [one.hcp, one.proposed]))
        const differs = [...last.values()].filter((proposed) => proposed !== 3).length
        expect(planHcps(end.plan).filter((hcp) => hcp.change).length).toBe(differs)
        expect(end.answers.at(-1)?.allowance.changes.used).toBe(differs)
      }),
    )
  })
})

describe('frequency', () => {
  it('is accepted inside the bounds, and a removal is no frequency', () => {
    expect(allowed(visits('h01', 6), frequency('refuse')).outcome).toBe('accepted')
    expect(allowed(visits('h01', 0), frequency('refuse')).outcome).toBe('accepted')
  })

  it('is refused beyond them, saying by how much, and nothing moves', () => {
    const answer = allowed(visits('h01', 7), frequency('refuse'))
    expect(answer).toMatchObject({ outcome: 'refused', kind: null })
    expect(answer.breaches).toEqual([
      {
        limit: 'frequencyMaximum',
        mode: 'refuse',
        excess: 1,
        params: { channel: 'visit', proposed: 7, maximum: 6 },
      },
    ])
    expect(answer.lines.map((one) => one.proposed)).toEqual([4])
    expect(answer.allowance.changes.used).toBe(0)
    expect(allowed(visits('h01', 1), frequency('refuse')).breaches[0]).toMatchObject({
      limit: 'frequencyMinimum',
      excess: 1,
    })
  })

  it('goes to the manager where the cycle says so', () => {
    const answer = allowed(visits('h01', 9), frequency('manager'))
    expect(answer).toMatchObject({ outcome: 'manager', kind: 'frequency' })
    expect(answer.lines[0]).toMatchObject({ proposed: 9, decision: 'TO_DECIDE' })
    expect(answer.allowance.changes).toMatchObject({ used: 1, toDecide: 1 })
  })

  it('does not look at a theory that nobody touches', () => {
    const high = plan([line('h1', 18), line('h1', 2, { channel: 'remote' })])
    const remote = { hcpId: 'h1', contacts: [{ channel: 'remote', proposed: 3 }] }
    expect(answerChange(high, remote, frequency('refuse'), context).outcome).toBe('accepted')
  })
})

describe('number of changes', () => {
  it('is a share of the theoretical hcps, rounded down: 15 % of 236 is 35', () => {
    const answer = answerChange(plan(targets(236, 4)), visits('h01', 5), count(null, 1500), context)
    expect(answer.allowance.changes).toEqual({ used: 1, maximum: 35, left: 34, toDecide: 0 })
  })

  it('is the smaller of the number and the share, and an addition does not raise the share', () => {
    expect(allowed(visits('h01', 5), count(1, 5000)).allowance.changes.maximum).toBe(1)
    expect(allowed(visits('h99', 5), count(9, 1000)).allowance.changes.maximum).toBe(1)
  })

  it('refuses the one too many, until one is given back', () => {
    const two = answerChanges(
      plan(targets(10, 4)),
      [visits('h01', 5), visits('h02', 5), visits('h03', 5)],
      count(2, null),
      context,
    )
    expect(two.answers.map((one) => one.outcome)).toEqual(['accepted', 'accepted', 'refused'])
    expect(two.answers[2]?.breaches).toEqual([
      { limit: 'changes', mode: 'refuse', excess: 1, params: { used: 3, maximum: 2 } },
    ])
    expect(two.answers[2]?.allowance.changes).toMatchObject({ used: 2, left: 0 })
    const again = answerChanges(two.plan, [visits('h01', 4), visits('h03', 5)], count(2, null), context)
    expect(again.answers.map((one) => one.outcome)).toEqual(['accepted', 'accepted'])
  })

  it('lets a change that is already one be edited on when none is left', () => {
    const full = answerChanges(
      plan(targets(10, 4)),
      [visits('h01', 5), visits('h01', 6)],
      count(1, null),
      context,
    )
    expect(full.answers.map((one) => one.outcome)).toEqual(['accepted', 'accepted'])
  })

  it('leaves the ones too many to the manager', () => {
    const over = answerChanges(
      plan(targets(10, 4)),
      [
        visits('h01', 5),
        visits('h02', 5),
        visits('h02', 6),
        visits('h01', 6),
        visits('h01', 4),
        visits('h02', 5),
      ],
      count(1, null, 'manager'),
      context,
    )
    expect(over.answers.map((one) => one.outcome)).toEqual([
      'accepted',
      'manager',
      'manager',
      'accepted',
      'accepted',
      'accepted',
    ])
    expect(over.answers[1]?.allowance.changes).toEqual({ used: 2, maximum: 1, left: 0, toDecide: 1 })
  })
})

describe('deadline', () => {
  const deadline = (mode: 'refuse' | 'manager'): Limits => ({ ...free, deadline: { mode } })
  const late = { today: '2026-04-27', closesOn: '2026-04-24' }
  const answerOn = (day: { today: string; closesOn: string | null }, limits: Limits, proposed = 5) =>
    answerChange(plan(targets(3, 4)), visits('h01', proposed), limits, day)

  it('is open through its last day', () => {
    const answer = answerOn({ today: '2026-04-24', closesOn: '2026-04-24' }, deadline('refuse'))
    expect(answer.outcome).toBe('accepted')
    expect(answer.allowance.daysLeft).toBe(1)
    expect(
      answerOn({ today: '2026-04-27', closesOn: null }, deadline('refuse')).allowance.daysLeft,
    ).toBeNull()
  })

  it('refuses afterwards, or leaves it to the manager, saying how late', () => {
    expect(answerOn(late, deadline('refuse'))).toMatchObject({
      outcome: 'refused',
      breaches: [{ limit: 'deadline', excess: 3, params: late }],
      allowance: { daysLeft: 0 },
    })
    expect(answerOn(late, deadline('manager')).outcome).toBe('manager')
    expect(answerOn(late, deadline('manager'), 4).outcome).toBe('accepted')
    expect(answerOn(late, free).outcome).toBe('accepted')
  })
})

describe('reason', () => {
  const asked: Limits = { ...free, reasonRequired: true }

  it('missing is told, and refuses nothing yet', () => {
    expect(allowed(visits('h01', 5), asked)).toMatchObject({ outcome: 'accepted', reasonMissing: true })
    expect(allowed({ ...visits('h01', 5), reason: 'potential' }, asked).reasonMissing).toBe(false)
    expect(allowed(visits('h01', 5), free).reasonMissing).toBe(false)
    expect(allowed(visits('h01', 4), asked).reasonMissing).toBe(false)
  })

  it('may be given later, alone, and stays when the frequency moves on', () => {
    const words = { hcpId: 'h01', contacts: [], reason: 'potential', comment: 'seen in March' }
    const end = answerChanges(
      plan(targets(3, 4)),
      [visits('h01', 5), words, visits('h01', 6)],
      asked,
      context,
    )
    expect(end.answers.map((one) => one.reasonMissing)).toEqual([true, false, false])
    expect(end.plan.lines[0]).toMatchObject({ proposed: 6, reason: 'potential', comment: 'seen in March' })
  })

  it('given alone does not wake a refused change', () => {
    const refused = plan([line('h1', 4, { proposed: 6, decision: 'REFUSED', decisionComment: 'no' })], {
      state: 'RETURNED',
    })
    const answer = answerChange(refused, { hcpId: 'h1', contacts: [], reason: 'other' }, asked, context)
    expect(answer.lines[0]).toMatchObject({ decision: 'REFUSED', reason: 'other' })
    expect(answer.allowance.changes.used).toBe(0)
    expect(answerChange(refused, visits('h1', 5), asked, context).allowance.changes.used).toBe(1)
  })
})

describe('what no limit may allow', () => {
  const opposed = line('h1', 4, { proposed: 0, locked: true })
  const refusal = (change: PlanChange, more: Parameters<typeof plan>[1] = {}) =>
    answerChange(plan([opposed, line('h2', 4), line('h3', 4, { done: 3 })], more), change, free, context)
      .breaches[0]

  it('a locked line is nobody’s, and no change', () => {
    expect(refusal(visits('h1', 2))).toMatchObject({ limit: 'locked', mode: 'refuse' })
    const other = answerChange(plan([opposed, line('h2', 4)]), visits('h2', 5), free, context)
    expect(other.allowance.changes.used).toBe(1)
  })

  it('nothing below what is done', () => {
    expect(refusal(visits('h3', 2))).toMatchObject({ limit: 'done', excess: 1 })
  })

  it('a channel that is forbidden, with its cause', () => {
    const constraints = [
      { hcpId: 'h2', blocked: [{ channel: 'remote', cause: 'noConsent' as const }], yearlyRoom: null },
    ]
    const change = { hcpId: 'h2', contacts: [{ channel: 'remote', proposed: 1 }] }
    expect(refusal(change, { constraints })?.params).toEqual({ channel: 'remote', cause: 'noConsent' })
  })

  it('more than the yearly cap leaves, though less than before always may', () => {
    const constraints = [{ hcpId: 'h2', blocked: [], yearlyRoom: 2 }]
    expect(refusal(visits('h2', 5), { constraints })).toMatchObject({ limit: 'yearlyCap', excess: 3 })
    expect(refusal(visits('h2', 3), { constraints })).toBeUndefined()
  })

  it('an unknown channel, a number that is none, a plan in other hands', () => {
    expect(refusal({ hcpId: 'h2', contacts: [{ channel: 'fax', proposed: 1 }] })?.limit).toBe('channel')
    for (const proposed of [-1, 1.5, NaN, 367]) expect(refusal(visits('h2', proposed))?.limit).toBe('value')
    expect(refusal(visits('h2', 5), { state: 'SUBMITTED' })?.limit).toBe('state')
  })
})

it('several limits are all told, the refusing ones first', () => {
  const limits: Limits = {
    ...frequency('manager'),
    changes: { maximum: 0, maximumShareBps: null, mode: 'refuse' },
  }
  const answer = allowed(visits('h01', 9), limits)
  expect(answer.outcome).toBe('refused')
  expect(answer.breaches.map((one) => one.limit)).toEqual(['changes', 'frequencyMaximum'])
})

it('the same change on the same plan has the same answer, and nothing given is touched', () => {
  const start = plan(targets(4, 3), { channels })
  const before = structuredClone(start)
  const answers = [1, 2].map(() => answerChange(start, visits('h02', 5), count(1, null), context))
  expect(answers[0]).toEqual(answers[1])
  expect(start).toEqual(before)
})
