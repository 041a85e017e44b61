import {
  approvalChecks,
  approvedLines,
  canonicalPlanContent,
  decideChanges,
  followedPresentations,
  reviewList,
  submitChecks,
  theoryApprovedLines,
} from '#src/engine/index.ts'
import { canonicalJson } from '#src/lib/canonical-json.ts'
import { describe, expect, it } from 'vitest'
import { context, free, line, plan, targets } from './plan-fixture.ts'

const limits = {
  ...free,
  deadline: { mode: 'refuse' as const },
  frequency: { minimum: 1, maximum: 6, mode: 'refuse' as const },
  changes: { maximum: 2, maximumShareBps: null, mode: 'manager' as const },
  reasonRequired: true,
}
const lines = [
  line('h1', 4, { proposed: 6, maxCredited: 5, reason: 'potential', decision: 'ALLOWED' }),
  line('h2', 4, { proposed: 0, origin: 'REMOVED', reason: 'retired', decision: 'ALLOWED' }),
  line('h3', 4, { proposed: 0, locked: true, maxCredited: 6 }),
  line('h4', 0, { segment: 'B', proposed: 2, origin: 'ADDED', reason: 'practice', decision: 'TO_DECIDE' }),
  line('h5', 3, { maxCredited: 5 }),
]
const submitted = plan(lines, { state: 'SUBMITTED' })

describe('submission', () => {
  it('is free when nothing stands in the way', () => {
    expect(submitChecks(plan(lines), limits, context)).toEqual([])
    expect(submitChecks(plan(targets(3, 4)), limits, context)).toEqual([])
  })

  it('names what blocks it, with the hcps to look at', () => {
    const broken = plan([
      line('h1', 4, { proposed: 5, decision: 'ALLOWED' }),
      line('h2', 4, { proposed: 9, reason: 'potential', decision: 'ALLOWED' }),
    ])
    expect(submitChecks(broken, limits, { today: '2026-04-26', closesOn: '2026-04-24' })).toEqual([
      { code: 'reasonMissing', params: { count: 1 }, hcpIds: ['h1'] },
      { code: 'limitBroken', params: { limit: 'deadline', count: 0, excess: 2 }, hcpIds: [] },
      { code: 'limitBroken', params: { limit: 'frequencyMaximum', count: 1, excess: 3 }, hcpIds: ['h2'] },
    ])
  })

  it('needs a target, and a plan that is in the rep’s hands', () => {
    expect(submitChecks(plan([line('h1', 4, { proposed: 0, locked: true })]), limits, context)).toEqual([
      { code: 'noTarget', params: {}, hcpIds: [] },
    ])
    expect(submitChecks(submitted, limits, context)[0]).toEqual({
      code: 'state',
      params: { state: 'SUBMITTED' },
      hcpIds: [],
    })
  })

  it('looks again at constraints that came since', () => {
    const constraints = [
      { hcpId: 'h1', blocked: [{ channel: 'visit', cause: 'opposition' as const }], yearlyRoom: null },
      { hcpId: 'h5', blocked: [], yearlyRoom: 1 },
    ]
    expect(submitChecks(plan(lines, { constraints }), limits, context).map((one) => one.params)).toEqual([
      { limit: 'blocked', count: 1, excess: 6 },
      { limit: 'yearlyCap', count: 1, excess: 2 },
    ])
  })
})

describe('review', () => {
  it('shows only what changed, what is to decide apart, with the limit that leaves it to the manager', () => {
    const review = reviewList(submitted, limits, context)
    expect(
      review.toDecide.map((one) => [one.hcpId, one.kind, one.breaches.map((broken) => broken.limit)]),
    ).toEqual([['h4', 'addition', ['changes']]])
    expect(review.removals.map((one) => [one.hcpId, one.loadDeltaMilli, one.reason])).toEqual([
      ['h2', -4000, 'retired'],
    ])
    expect(review.frequencies.map((one) => [one.hcpId, one.contactsDelta])).toEqual([['h1', 2]])
    expect(review).toMatchObject({ additions: [], channels: [], unchangedHcps: 1 })
    expect(review.locked.map((one) => one.hcpId)).toEqual(['h3'])
  })

  it('goes by segment, then hcp id', () => {
    const changed = [
      line('h9', 1, { segment: 'B', proposed: 2 }),
      line('h3', 1, { segment: 'B', proposed: 2 }),
      line('h5', 1, { proposed: 2 }),
    ]
    const review = reviewList(plan(changed), free, context)
    expect(review.frequencies.map((one) => one.hcpId)).toEqual(['h5', 'h3', 'h9'])
  })
})

describe('decisions', () => {
  it('touch every changed line of the hcp, and no other', () => {
    const { checks, lines: decided } = decideChanges(submitted, {
      hcpIds: ['h1', 'h4'],
      decision: 'ACCEPTED',
      comment: null,
    })
    expect(checks).toEqual([])
    expect(decided.map((one) => [one.hcpId, one.decision])).toEqual([
      ['h1', 'ACCEPTED'],
      ['h4', 'ACCEPTED'],
    ])
  })

  it('a refusal says why', () => {
    const refusal = { hcpIds: ['h4'], decision: 'REFUSED' as const, comment: ' ' }
    expect(decideChanges(submitted, refusal)).toEqual({
      checks: [{ code: 'refusalWithoutComment', params: { count: 1 }, hcpIds: ['h4'] }],
      lines: [],
    })
    expect(decideChanges(submitted, { ...refusal, comment: 'rank 41' }).lines).toHaveLength(1)
  })

  it('are about changes of a submitted plan', () => {
    const decision = { hcpIds: ['h5'], decision: 'ACCEPTED' as const, comment: null }
    expect(decideChanges(plan(lines), decision).checks.map((one) => one.code)).toEqual([
      'state',
      'notAChange',
    ])
  })
})

describe('approval', () => {
  it('is not offered while a line is undecided', () => {
    expect(approvalChecks(submitted)).toEqual([{ code: 'undecided', params: { count: 1 }, hcpIds: ['h4'] }])
    expect(approvalChecks(plan(lines)).map((one) => one.code)).toEqual(['state', 'undecided'])
  })

  it('takes what is proposed, theory where the manager refused, and never a credit cap below the goal', () => {
    const decided = lines.map((one) => (one.hcpId === 'h4' ? { ...one, decision: 'REFUSED' as const } : one))
    const approved = approvedLines({ lines: decided })
    expect(approved.map((one) => [one.hcpId, one.approved, one.maxCredited])).toEqual([
      ['h1', 6, 6],
      ['h2', 0, null],
      ['h3', 0, 6],
      ['h4', 0, null],
      ['h5', 3, 5],
    ])
    expect(approved[3]?.proposed).toBe(2)
  })

  it('at the deadline theory applies, but to locked lines', () => {
    expect(theoryApprovedLines({ lines }).map((one) => one.approved)).toEqual([4, 4, 0, 0, 3])
  })
})

describe('sealed content', () => {
  it('does not depend on the order of lines, and holds no free text', () => {
    const withWords = lines.map((one) => ({
      ...one,
      comment: 'Dr Martin',
      decisionComment: 'seen with Dr Petit',
    }))
    const header = { planVersionId: 'v1', cycleId: 'c1' }
    const content = canonicalJson(canonicalPlanContent({ lines: withWords }, header))
    expect(canonicalJson(canonicalPlanContent({ lines: [...lines].reverse() }, header))).toBe(content)
    expect(content).not.toContain('Dr')
    expect(content).toContain('"retired"')
  })

  it('moves with any number', () => {
    const content = (proposed: number) =>
      canonicalJson(canonicalPlanContent({ lines: [line('h1', 4, { proposed })] }, {}))
    expect(content(4)).not.toBe(content(5))
  })
})

describe('presentations under a changed line', () => {
  const products = [
    { product: 'P2', theoretical: 2, proposed: 2, approved: null, position: 2 },
    { product: 'P1', theoretical: 4, proposed: 4, approved: null, position: 1 },
  ]
  const shown = (contacts: number, combine: 'max' | 'sum', theoretical = 4) =>
    followedPresentations({ theoretical }, products, contacts, combine).map((one) => [
      one.product,
      one.proposed,
    ])

  it('are never more than the contacts; a product shown at every contact follows them', () => {
    expect(shown(1, 'max')).toEqual([
      ['P1', 1],
      ['P2', 1],
    ])
    expect(shown(6, 'max')).toEqual([
      ['P1', 6],
      ['P2', 2],
    ])
  })

  it('sum to the contacts where each contact shows one product', () => {
    expect(shown(5, 'sum', 6)).toEqual([
      ['P1', 4],
      ['P2', 1],
    ])
    expect(shown(8, 'sum', 6)).toEqual([
      ['P1', 6],
      ['P2', 2],
    ])
  })
})
