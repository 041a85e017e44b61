import type { Configuration } from '#src/contracts/cycle-configuration.ts'
import type { AttributeName, ConfigurationProblem, Explanation } from '#src/engine/index.ts'

export type Segmentation = Configuration['segmentations'][number]

/** What decides a segmentation; everything else of a configuration is left out. */
export type Setting = Pick<Configuration, 'universe' | 'criteria'> & { segmentation: Segmentation }

export type WhatIfRequest = Setting & {
  grid: Configuration['grid']
  /** What differences are told against: the last official run's configuration, else what is saved. */
  reference: Setting | null
}

/** Codes that occur in the dataset, for conditions. */
export type Vocabulary = Record<AttributeName | 'previousSegment', string[]>

export type Loaded = { rows: number; vocabulary: Vocabulary; bytes: number }

export type ClassFigures = {
  counts: number[]
  volumes: number[]
  totalVolume: number
  /** Best first; null = nothing is high enough. Empty where cut-offs are per group. */
  cutOffs: (number | null)[]
  missing: number
}

export type AxisPreview = ClassFigures & {
  code: string
  classCodes: string[]
  groups: { code: string; count: number; cutOffs: (number | null)[] }[]
  lowest: number
  highest: number
  bins: { from: number; to: number; count: number }[]
  /** Concentration, highest first: shares 0 … 1. */
  curve: { share: number; value: number }[]
  /** Share of the hcps with a value above each cut-off. */
  cutShares: number[]
  reference: ClassFigures | null
}

export type Place = { count: number; volumes: number[]; contacts: number; before: number | null }

export type RulePreview = {
  id: string
  matched: number
  caught: number
  before: number | null
  /** The rule that takes most of what this one would, when it takes any. */
  shadow: { index: number; count: number } | null
}

export type Moves = {
  /** Segment codes, `excluded` last. */
  codes: string[]
  flows: { from: number; to: number; count: number }[]
  /** Hcps by place on each side, entries and exits included. */
  before: number[]
  after: number[]
  entries: number
  exits: number
  /** Present on both sides, and of them those who change place. */
  present: number
  moved: number
  movers: { hcpId: string; from: string; to: string; value: number | null }[]
}

export type Visits = { total: number; before: number; sectors: { code: string; change: number }[] }

export type Preview = {
  rows: number
  universe: number
  /** In a cell of the matrix. */
  qualified: number
  unqualified: number
  excluded: number
  milliseconds: number
  axes: AxisPreview[]
  /** In the order of the matrix's cells, before rules. */
  cells: Place[]
  /** After rules, in the order of the segments, *Non qualifié* last. */
  segments: (Place & { code: string })[]
  totalVolumes: number[]
  totalContacts: number
  rules: RulePreview[]
  /** Against the last official run as it was stored. */
  official: Moves | null
  /** Against the previous cycle; the general segmentation only. */
  previous: Moves | null
  visits: Visits | null
  problems: ConfigurationProblem[]
}

export type ToWorker =
  | { kind: 'load'; url: string }
  | { kind: 'compute'; id: number; request: WhatIfRequest }
  | { kind: 'explain'; id: number; hcpId: string }

export type FromWorker =
  | { kind: 'loaded'; loaded: Loaded }
  | { kind: 'failed'; status: number }
  | { kind: 'preview'; id: number; preview: Preview }
  | { kind: 'broken'; id: number; message: string }
  | { kind: 'explained'; id: number; explanation: Explanation | null }
