import type { ConstraintCause } from '../allocate/constraint-causes.ts'

export type PlanState = 'OPEN' | 'SUBMITTED' | 'RETURNED' | 'APPROVED' | 'SEALED'
export type LineOrigin = 'PROPOSED' | 'ADDED' | 'REMOVED'
export type LineDecision = 'NONE' | 'ALLOWED' | 'TO_DECIDE' | 'ACCEPTED' | 'REFUSED'

/** One hcp × channel; all frequencies are contacts over the cycle. JSON-safe: the DTO of the API may be passed as it is. */
export type PlanLine = {
  readonly hcpId: string
  readonly channel: string
  /** Segment of the hcp; null = none (an addition from outside the universe). */
  readonly segment: string | null
  readonly origin: LineOrigin
  /** Frozen at publication; 0 on an added line. */
  readonly theoretical: number
  readonly proposed: number
  readonly approved: number | null
  readonly maxCredited: number | null
  readonly reason: string | null
  readonly comment: string | null
  readonly decision: LineDecision
  readonly decisionComment?: string | null
  /** Opposed or ceased since publication: `proposed` is what may still count, nobody edits it, it is no change. */
  readonly locked: boolean
  /** DONE calls: a version is never below them. Absent = 0. */
  readonly done?: number
  readonly presentations?: readonly LinePresentation[]
}

export type LinePresentation = {
  readonly product: string
  readonly theoretical: number
  readonly proposed: number
  readonly approved: number | null
  readonly position: number
}

export type PlanChannel = { readonly code: string; readonly weightMilli: number; readonly loadMilli: number }

/** What today forbids for one hcp, whatever the limits of the cycle. Hcps that are absent have no constraint. */
export type HcpConstraint = {
  readonly hcpId: string
  readonly blocked: readonly { readonly channel: string; readonly cause: ConstraintCause }[]
  /** Contacts that this plan may hold for the hcp: yearly cap − DONE elsewhere − committed elsewhere; null = no cap. */
  readonly yearlyRoom: number | null
}

export type SectorPlan = {
  readonly state: PlanState
  readonly lines: readonly PlanLine[]
  /** In the order of the screens. */
  readonly channels: readonly PlanChannel[]
  /** Segment codes, first rank first. */
  readonly segments: readonly string[]
  /** Of the run, thousandths of a contact; null = unknown, 0 = vacant. */
  readonly capacityMilli: number | null
  readonly constraints?: readonly HcpConstraint[]
}

/** Days in the time zone of the sector; both ends of the engagement are days that count. */
export type PlanContext = {
  readonly today: string
  /** Last day of the engagement, the sector's extension included; null = not set. */
  readonly closesOn: string | null
}

/** What a rep asks for one hcp: all cells in one go, so that moving contacts between channels is one change. */
export type PlanChange = {
  readonly hcpId: string
  readonly contacts: readonly { readonly channel: string; readonly proposed: number }[]
  /** Absent = as it was. */
  readonly reason?: string | null
  readonly comment?: string | null
  /** Of an hcp that the plan does not hold yet: its segment, and the credit cap of its new lines by channel. */
  readonly segment?: string | null
  readonly maxCredited?: Readonly<Record<string, number | null>>
}

export type ChangeKind = 'addition' | 'removal' | 'frequency' | 'channel'

/**
 * Hard limits (always refused): `state` {}, `value` {channel, proposed}, `channel` {channel}, `locked` {channel},
 * `blocked` {channel, cause}, `yearlyCap` {proposed, maximum}, `done` {channel, proposed, minimum}.
 * Limits of the cycle (refused or to the manager): `deadline` {closesOn, today}, `frequencyMinimum` and
 * `frequencyMaximum` {channel, proposed, minimum | maximum}, `changes` {used, maximum}.
 */
export type PlanLimit =
  | 'state'
  | 'value'
  | 'channel'
  | 'locked'
  | 'blocked'
  | 'yearlyCap'
  | 'done'
  | 'deadline'
  | 'frequencyMinimum'
  | 'frequencyMaximum'
  | 'changes'

export type LimitBreach = {
  readonly limit: PlanLimit
  readonly mode: 'refuse' | 'manager'
  /** By how much: contacts, changes or days; 0 where there is no measure. */
  readonly excess: number
  readonly params: Readonly<Record<string, string | number>>
}

export type PlanAllowance = {
  readonly changes: {
    readonly used: number
    /** null = that limit is off. */
    readonly maximum: number | null
    readonly left: number | null
    /** Of the used ones, those that wait for the manager. */
    readonly toDecide: number
  }
  /** Days up to the last one, it included; 0 = closed; null = no last day. */
  readonly daysLeft: number | null
}

export type ChangeAnswer = {
  /** `manager` = kept, to be decided. */
  readonly outcome: 'accepted' | 'manager' | 'refused'
  /** Refusing ones first; empty when accepted. */
  readonly breaches: readonly LimitBreach[]
  readonly hcpId: string
  /** null = back to (or still at) theory. */
  readonly kind: ChangeKind | null
  /** The hcp's lines to store; as they were when refused. */
  readonly lines: readonly PlanLine[]
  /** The cycle asks a reason and none is given yet: accepted, but it will block the submission. */
  readonly reasonMissing: boolean
  /** After the change, or as it was when refused. */
  readonly allowance: PlanAllowance
}

/** One hcp whose frequencies differ from theory on at least one channel that is not locked. */
export type HcpChange = {
  readonly hcpId: string
  readonly segment: string | null
  readonly kind: ChangeKind
  /** Changed lines only, in the order of the plan's channels. */
  readonly cells: readonly {
    readonly channel: string
    readonly theoretical: number
    readonly proposed: number
  }[]
  readonly contactsDelta: number
  readonly loadDeltaMilli: number
  readonly goalDeltaMilli: number
  readonly reason: string | null
  readonly comment: string | null
  /** Of its lines: TO_DECIDE if one is, else REFUSED, ACCEPTED, ALLOWED, NONE. */
  readonly decision: LineDecision
  readonly decisionComment: string | null
}

export type PlanTotals = {
  readonly hcps: number
  readonly contacts: number
  readonly loadMilli: number
  /** Σ contacts × weight. */
  readonly goalMilli: number
  /** load ÷ capacity, half up; null without capacity. */
  readonly utilisationBps: number | null
}

export type ContactPair = { readonly theoretical: number; readonly proposed: number }

export type PlanSynthesis = {
  readonly theoretical: PlanTotals
  readonly proposed: PlanTotals
  readonly capacityMilli: number | null
  readonly channels: readonly (ContactPair & { readonly channel: string })[]
  readonly segments: readonly (ContactPair & {
    readonly segment: string | null
    /** Hcps with a theoretical or proposed contact. */
    readonly hcps: number
    readonly changes: number
    readonly locked: number
    readonly channels: readonly (ContactPair & { readonly channel: string })[]
  })[]
  readonly changes: number
  readonly changesByKind: Readonly<Record<ChangeKind, number>>
  /** Hcps with a locked line. */
  readonly lockedHcps: number
  readonly missingReasons: readonly string[]
  readonly toDecide: readonly string[]
  readonly refused: readonly string[]
  readonly allowance: PlanAllowance
}

/**
 * What stands in the way, as codes with parameters; `hcpIds` are the hcps to look at. `state` {state}, `noTarget` {},
 * `limitBroken` {limit, count, excess: the largest}, the others {count}.
 */
export type PlanCheck = {
  readonly code:
    | 'state'
    | 'noTarget'
    | 'reasonMissing'
    | 'limitBroken'
    | 'undecided'
    | 'notAChange'
    | 'refusalWithoutComment'
  readonly params: Readonly<Record<string, string | number>>
  readonly hcpIds: readonly string[]
}

export type ReviewItem = HcpChange & {
  /** The limits that leave it to the manager. */
  readonly breaches: readonly LimitBreach[]
}

export type ReviewList = {
  readonly toDecide: readonly ReviewItem[]
  readonly removals: readonly ReviewItem[]
  readonly additions: readonly ReviewItem[]
  readonly frequencies: readonly ReviewItem[]
  readonly channels: readonly ReviewItem[]
  readonly locked: readonly PlanLine[]
  /** Targets taken over as they are. */
  readonly unchangedHcps: number
}
