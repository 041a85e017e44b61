import type { Configuration, PlanContext, PlanLine, SectorPlan } from '#src/engine/index.ts'

export type Limits = Configuration['limits']

/** Nothing is limited, no reason is asked. */
export const free: Limits = {
  deadline: null,
  frequency: null,
  changes: null,
  reasonRequired: false,
  atDeadline: 'open',
}

export const context: PlanContext = { today: '2026-04-22', closesOn: '2026-04-24' }

export const channels = [
  { code: 'visit', weightMilli: 1000, loadMilli: 1000 },
  { code: 'remote', weightMilli: 500, loadMilli: 500 },
]

export const line = (hcpId: string, theoretical: number, more: Partial<PlanLine> = {}): PlanLine => ({
  hcpId,
  channel: 'visit',
  segment: 'A',
  origin: 'PROPOSED',
  theoretical,
  proposed: theoretical,
  approved: null,
  maxCredited: null,
  reason: null,
  comment: null,
  decision: 'NONE',
  decisionComment: null,
  locked: false,
  ...more,
})

export const plan = (lines: readonly PlanLine[], more: Partial<SectorPlan> = {}): SectorPlan => ({
  state: 'OPEN',
  lines,
  channels,
  segments: ['A', 'B'],
  capacityMilli: 100_000,
  ...more,
})

/** `count` hcps h01, h02 … with `contacts` visits each. */
export const targets = (count: number, contacts: number): PlanLine[] =>
  Array.from({ length: count }, (_, index) => line(`h${String(index + 1).padStart(2, '0')}`, contacts))

export const visits = (hcpId: string, proposed: number) => ({
  hcpId,
  contacts: [{ channel: 'visit', proposed }],
})
