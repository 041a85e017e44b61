import { describe, expect, it } from 'vitest'
import { roles, type Actor, type Role } from '#src/contracts/actor.ts'
import { actions } from '#src/contracts/permissions.ts'
import { assertCan } from '#src/policy/assert-can.ts'
import { can, mayEver, scope } from '#src/policy/can.ts'
import { permissions } from '#src/policy/permissions.ts'

const actor = (role: Role, more: Partial<Actor> = {}): Actor => ({
  labId: 'lab',
  memberId: 'me',
  sessionId: 'session',
  role,
  readOnly: false,
  hqFunction: null,
  displayName: 'Somebody',
  email: 'somebody@lab.test',
  locale: 'fr',
  sectorIds: role === 'REP' || role === 'MANAGER' ? ['mine'] : [],
  leadSectorIds: role === 'REP' ? ['mine'] : [],
  regionIds: role === 'MANAGER' ? ['region'] : [],
  ...more,
})

const mine = { labId: 'lab', sectorIds: ['mine'], memberId: 'me' }
const theirs = { labId: 'lab', sectorIds: ['theirs'], memberId: 'other' }
const elsewhere = { labId: 'other-lab', sectorIds: ['mine'], memberId: 'me' }

describe('every action of every role', () => {
  const rows = actions.flatMap((action) =>
    roles.map((role) => ({ action, role, reach: permissions[action].reach[role] })),
  )

  it.each(rows)('$role, $action: $reach', ({ action, role, reach }) => {
    const me = actor(role)
    expect(can(me, action, mine)).toBe(reach !== undefined)
    expect(can(me, action, theirs)).toBe(reach === 'lab')
    expect(can(me, action, elsewhere)).toBe(false)
    expect(mayEver(me, action)).toBe(reach !== undefined)
  })

  it.each(rows)(
    '$role, $action: the list filter lets through what can() allows',
    ({ action, role, reach }) => {
      const mineOnly = reach === 'sectors' || reach === 'lead'
      const wanted =
        reach === 'lab' ? { kind: 'lab' } : { kind: 'sectors', sectorIds: mineOnly ? ['mine'] : [] }
      expect(scope(actor(role), action)).toEqual(wanted)
    },
  )
})

describe('refusals', () => {
  it('a read-only member of head office reads, and never writes', () => {
    const reader = actor('HQ', { readOnly: true })
    const allowed = actions.filter((action) => can(reader, action, mine))
    expect(allowed.length).toBeGreaterThan(0)
    expect(allowed.filter((action) => permissions[action].writes)).toEqual([])
  })

  it('a rep who does not lead the sector edits its plan and does not submit it', () => {
    const member = actor('REP', { leadSectorIds: [] })
    expect(can(member, 'plans.edit', mine)).toBe(true)
    expect(can(member, 'plans.submit', mine)).toBe(false)
  })

  it('a record without a sector is out of reach of who reaches sectors only', () => {
    expect(can(actor('REP'), 'plans.read', { labId: 'lab' })).toBe(false)
  })

  it('nobody approves but a manager', () => {
    expect(roles.filter((role) => mayEver(actor(role), 'plans.decide'))).toEqual(['MANAGER'])
  })

  it('a role that never may is FORBIDDEN, a record out of reach is NOT_FOUND', () => {
    expect(() => assertCan(actor('REP'), 'members.write', mine)).toThrow('FORBIDDEN')
    expect(() => assertCan(actor('REP'), 'plans.edit', theirs)).toThrow('NOT_FOUND')
    expect(() => assertCan(actor('HQ'), 'cycles.write', elsewhere)).toThrow('NOT_FOUND')
  })
})
