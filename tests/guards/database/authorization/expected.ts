import type { Actor } from '#src/contracts/actor.ts'
import { reachOf } from '#src/policy/can.ts'
import type { Endpoint } from './endpoints.ts'
import type { Subject } from './world.ts'

/** `admitted`: the walls let through, whatever the rules of the product then say. */
export type Expectation = 'UNAUTHORIZED' | 'FORBIDDEN' | 'BAD_REQUEST' | 'NOT_FOUND' | 'admitted'

function isInReach(actor: Actor, action: Endpoint['action'], subject: Subject): boolean {
  if (action === 'public' || action === 'unset' || !subject.sectorIds) return true
  const { sectorIds, whole, memberId } = subject
  const touches = (ids: readonly string[]) =>
    whole ? sectorIds.every((id) => ids.includes(id)) : sectorIds.some((id) => ids.includes(id))
  switch (reachOf(actor, action)) {
    case 'lab':
      return true
    case 'sectors':
      return touches(actor.sectorIds)
    case 'lead':
      return touches(actor.leadSectorIds)
    case 'self':
      return memberId === actor.memberId
    case null:
      return false
  }
}

/**
 * What the policy's table alone says of a call. `subjects` are the records that the ids name, null for one of another
 * lab or that does not exist.
 */
export function expected(
  actor: Actor | null,
  action: Endpoint['action'],
  subjects: readonly (Subject | null)[] | 'malformed',
): Expectation {
  if (action !== 'public') {
    if (!actor) return 'UNAUTHORIZED'
    if (action === 'unset' || reachOf(actor, action) === null) return 'FORBIDDEN'
  }
  if (subjects === 'malformed') return 'BAD_REQUEST'
  const isOpen = subjects.every((subject) => subject && (!actor || isInReach(actor, action, subject)))
  return isOpen ? 'admitted' : 'NOT_FOUND'
}
