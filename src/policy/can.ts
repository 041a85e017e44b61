import type { Actor, RecordScope, ScopeFilter } from '#src/contracts/actor.ts'
import type { Action } from '#src/contracts/permissions.ts'
import { permissions, type Reach } from './permissions.ts'

/** How far the actor goes with this action, before any record is known; null = never. */
export function reachOf(actor: Pick<Actor, 'role' | 'readOnly'>, action: Action): Reach | null {
  const row = permissions[action]
  if (row.writes && actor.readOnly) return null
  return row.reach[actor.role] ?? null
}

/** May this person do this at all: what shows or hides a button. */
export const mayEver = (actor: Pick<Actor, 'role' | 'readOnly'>, action: Action): boolean =>
  reachOf(actor, action) !== null

const touches = (owned: readonly string[], record: RecordScope) =>
  (record.sectorIds ?? []).some((sectorId) => owned.includes(sectorId))

/**
 * May this person do this to this record. The record's lab and sectors come from its row, never from the request.
 * A record without sectors is out of reach of anyone who reaches sectors only.
 */
export function can(actor: Actor, action: Action, record: RecordScope): boolean {
  if (record.labId !== actor.labId) return false
  const reach = reachOf(actor, action)
  if (reach === null) return false
  switch (reach) {
    case 'lab':
      return true
    case 'sectors':
      return touches(actor.sectorIds, record)
    case 'lead':
      return touches(actor.leadSectorIds, record)
    case 'self':
      return record.memberId === actor.memberId
  }
}

/** The same line of the table as a filter for lists; an action out of reach gives a filter that lets nothing through. */
export function scope(actor: Actor, action: Action): ScopeFilter {
  const reach = reachOf(actor, action)
  if (reach === 'lab') return { kind: 'lab' }
  if (reach === 'sectors') return { kind: 'sectors', sectorIds: actor.sectorIds }
  if (reach === 'lead') return { kind: 'sectors', sectorIds: actor.leadSectorIds }
  return { kind: 'sectors', sectorIds: [] }
}
