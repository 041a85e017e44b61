export const roles = ['ADMIN', 'HQ', 'MANAGER', 'REP'] as const
export type Role = (typeof roles)[number]

export const hqFunctions = ['MARKETING', 'SALES', 'SFE'] as const
export type HqFunction = (typeof hqFunctions)[number]

export type Locale = 'fr' | 'en'

/** Who asks, as the session, the member and the assignments of this day say. */
export type Actor = {
  labId: string
  memberId: string
  sessionId: string
  role: Role
  readOnly: boolean
  hqFunction: HqFunction | null
  displayName: string
  email: string
  locale: Locale
  /** REP: sectors worked in; MANAGER: every sector of the regions owned; else empty (a reach of the whole lab). */
  sectorIds: readonly string[]
  /** REP: the sectors where this person is the lead, who submits. */
  leadSectorIds: readonly string[]
  regionIds: readonly string[]
}

/** What a list may hold for an actor: everything of the lab, or what touches these sectors. */
export type ScopeFilter = { kind: 'lab' } | { kind: 'sectors'; sectorIds: readonly string[] }

/** The part of a record that decides who may touch it. */
export type RecordScope = { labId: string; sectorIds?: readonly string[]; memberId?: string }
