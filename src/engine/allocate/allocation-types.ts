import type { Fit, Grid } from '../configuration/strategy.ts'
import type { ConstraintCause } from './constraint-causes.ts'

export type AllocationChannel = {
  readonly code: string
  /** Face to face: what an hcp with the rule « no visit » does not take. */
  readonly isVisit: boolean
  readonly needsConsent: boolean
  /** Share of a working contact, thousandths: a visit 1,000, an e-mail 0. */
  readonly loadMilli: number
  /** Credit in attainment, thousandths. */
  readonly weightMilli: number
  readonly unitCostCents: number
  /** Contacts of one hcp at most; null = no maximum. */
  readonly maximumContacts: number | null
}

export type AllocationSector = {
  readonly id: string
  /** Over the run of the cycle, thousandths of a contact, absences out; 0 = vacant. */
  readonly capacityMilli: number
}

/**
 * Columns over the dense hcp index of a dataset (ascending hcp ids, so that the row number breaks ties). Channel masks
 * hold bit c for the c-th channel. A column that may be left out is then all 0.
 */
export type AllocationHcps = {
  readonly rows: number
  /** Index in `segmentCodes`; −1 = excluded by a rule (in the universe, no line); −2 = outside the universe. */
  readonly segments: Int16Array | Int32Array
  readonly segmentCodes: readonly string[]
  /** Index in `sectors` of the main sector; −1 = none: outside the universe. */
  readonly sectors: Int32Array
  /** Larger is served first at equal priority; NaN last. */
  readonly axis: Float64Array
  /** Opposition, for all channels or some: the mask of those opposed. */
  readonly opposedChannels?: Uint32Array
  /** Channels with a recorded consent still in force. */
  readonly consentedChannels?: Uint32Array
  /** Excluded by the rules of the cycle or of the hcp. */
  readonly excludedChannels?: Uint32Array
  readonly noVisit?: Uint8Array
  /** DONE of the last 12 months + committed and not yet done in running plans. */
  readonly yearlyUsed?: Int32Array
  /** The hcp's own yearly maximum; negative = none. The smaller of it and the cycle's applies. */
  readonly yearlyMaximum?: Int32Array
  readonly noAccessChannels?: Uint32Array
}

export type AllocationInput = {
  readonly hcps: AllocationHcps
  /** At most 32. */
  readonly channels: readonly AllocationChannel[]
  readonly sectors: readonly AllocationSector[]
  readonly grid: Grid
  readonly fit: Fit
  readonly yearlyContactCap: number | null
}

/** Per hcp × channel, at row × channels + channel. Always wanted = contacts + infeasible. */
export type AllocationLines = {
  /** What the grid asks. */
  readonly wanted: Int16Array
  /** The theoretical frequency: what is left after constraints and fit. */
  readonly contacts: Int16Array
  readonly infeasible: Int16Array
  /** `causeOf` reads it; 0 = nothing infeasible. */
  readonly causes: Uint8Array
}

/** One line of one hcp, with what stands under it. */
export type TargetGoal = {
  readonly channel: string
  readonly wanted: number
  readonly contacts: number
  readonly infeasible: number
  readonly cause: ConstraintCause | null
  readonly maxCredited: number | null
  readonly minimum: number
  readonly priority: number
  readonly presentations: readonly {
    readonly product: string
    readonly presentations: number
    readonly position: number
  }[]
}

export type ChannelTotal = {
  readonly channel: string
  readonly hcps: number
  readonly contacts: number
  readonly loadMilli: number
  readonly costCents: number
}

export type SegmentTotal = {
  readonly segment: string
  readonly hcps: number
  /** Hcps with at least one contact. */
  readonly targets: number
  readonly contacts: number
  /** In the order of the channels. */
  readonly contactsByChannel: readonly number[]
  readonly loadMilli: number
  readonly costCents: number
}

export type SectorTotal = {
  readonly sector: string
  readonly hcps: number
  readonly targets: number
  readonly contacts: number
  readonly contactsByChannel: readonly number[]
  readonly loadMilli: number
  readonly costCents: number
  readonly capacityMilli: number
  /** load ÷ capacity in basis points, half up; null without capacity. */
  readonly utilisationBps: number | null
  /** targets ÷ universe in basis points, half up; null without an hcp. */
  readonly reachBps: number | null
}

export type FeasibilityRow = {
  readonly wanted: number
  readonly infeasible: number
  /** infeasible ÷ wanted in basis points, half up; null where nothing is wanted. */
  readonly shareBps: number | null
  /** Only the causes that occur, in their order. */
  readonly causes: readonly { readonly cause: ConstraintCause; readonly contacts: number }[]
}

/**
 * The gate before publication. Under the fit `warn`, lines keep their contacts, and what the fit `priority` would not
 * have served counts here as `capacity` (lines that have another cause keep it).
 */
export type Feasibility = FeasibilityRow & {
  readonly sectors: readonly (FeasibilityRow & { readonly sector: string })[]
}

export type AllocationTotals = {
  readonly hcps: number
  readonly targets: number
  readonly contacts: number
  readonly loadMilli: number
  readonly capacityMilli: number
  readonly utilisationBps: number | null
  readonly reachBps: number | null
  readonly costCents: number
  readonly channels: readonly ChannelTotal[]
  readonly segments: readonly SegmentTotal[]
  readonly sectors: readonly SectorTotal[]
}

export type Allocation = {
  readonly lines: AllocationLines
  readonly totals: AllocationTotals
  readonly feasibility: Feasibility
}
