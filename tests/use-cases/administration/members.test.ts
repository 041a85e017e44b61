import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '#src/contracts/actor.ts'
import type { MemberDto } from '#src/contracts/administration-members.ts'
import { setClock } from '#src/server/platform/clock.ts'
import { actorOf, openSession } from '#src/server/platform/session/sessions.ts'
import { createMemberLink } from '#src/server/use-cases/administration/create-link.ts'
import { disableMember } from '#src/server/use-cases/administration/disable-member.ts'
import { inviteMember } from '#src/server/use-cases/administration/invite-member.ts'
import { listMembers } from '#src/server/use-cases/administration/list-members.ts'
import { revokeSessions } from '#src/server/use-cases/administration/revoke-sessions.ts'
import { updateMember } from '#src/server/use-cases/administration/update-member.ts'
import { freshDatabase, type TestDatabase } from '../../fixtures/database/test-database.ts'
import { now, seedSmallLab, type LabFixture } from '../../fixtures/small-lab.ts'

let database: TestDatabase
let alpha: LabFixture
let beta: LabFixture

beforeAll(async () => {
  database = await freshDatabase()
  ;({ alpha, beta } = await seedSmallLab(database.sql))
  setClock(now)
})
afterAll(async () => {
  setClock(null)
  await database.drop()
})

const find = async (actor: Actor, id: string): Promise<MemberDto> => {
  const found = (await listMembers(actor)).items.find((member) => member.id === id)
  if (!found) throw new Error('no such member')
  return found
}
const change = async (id: string, part: Partial<MemberDto>, by = alpha.actors.admin) => {
  const { displayName, role, hqFunction, readOnly, locale, startsOn, endsOn, version } = {
    ...(await find(alpha.actors.admin, id)),
    ...part,
  }
  const member = { displayName, role, hqFunction, readOnly, locale, startsOn, endsOn }
  return updateMember(by, { id, version, commandId: crypto.randomUUID(), member })
}
const newcomer = {
  displayName: 'Camille Roche',
  email: 'camille@alpha.example',
  role: 'HQ',
  hqFunction: 'MARKETING',
  readOnly: false,
  locale: 'fr',
  startsOn: '2026-06-10',
  endsOn: null,
} as const

describe('who manages members', () => {
  it('an administrator does, in the own lab alone', async () => {
    const { items } = await listMembers(alpha.actors.admin)
    expect(items).toHaveLength(10)
    expect(JSON.stringify(items)).not.toContain(beta.canary)
    const stranger = { id: beta.actors.rep1.memberId, commandId: crypto.randomUUID() }
    await expect(revokeSessions(alpha.actors.admin, stranger)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(createMemberLink(alpha.actors.admin, { id: stranger.id })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
  })

  it.each(['hq', 'manager1', 'rep1'] as const)('%s does not', async (who) => {
    const actor = alpha.actors[who]
    await expect(inviteMember(actor, newcomer)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(createMemberLink(actor, { id: actor.memberId })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(change(alpha.actors.rep2.memberId, { role: 'ADMIN' }, actor)).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
  })
})

describe('a member', () => {
  it('is invited until the link is used, and an address is one person', async () => {
    const { memberId } = await inviteMember(alpha.actors.admin, newcomer)
    const member = await find(alpha.actors.admin, memberId)
    expect(member).toMatchObject({
      state: 'INVITED',
      hqFunction: 'MARKETING',
      linkUntil: '2026-06-17T10:00:00.000Z',
    })
    await expect(inviteMember(alpha.actors.admin, newcomer)).rejects.toMatchObject({
      data: { reason: 'email-taken' },
    })
  })

  it('who is disabled is signed out at once and no longer comes in', async () => {
    const id = alpha.members.rep4.id
    const key = await openSession(alpha.id, id)
    const { version } = await find(alpha.actors.admin, id)
    await disableMember(alpha.actors.admin, { id, version, commandId: crypto.randomUUID() })
    expect(await actorOf(key)).toBeNull()
    expect(await find(alpha.actors.admin, id)).toMatchObject({ state: 'ENDED', endsOn: '2026-06-09' })
    await expect(createMemberLink(alpha.actors.admin, { id })).rejects.toMatchObject({
      data: { reason: 'member-ended' },
    })
    await change(id, { endsOn: null })
    expect(await find(alpha.actors.admin, id)).toMatchObject({ state: 'ACTIVE', endsOn: null })
  })

  it('changed meanwhile is not written over', async () => {
    const id = alpha.members.hq.id
    const { version } = await find(alpha.actors.admin, id)
    await change(id, { displayName: 'Hélène C.' })
    await expect(change(id, { displayName: 'Autre', version })).rejects.toMatchObject({
      code: 'CONFLICT',
      data: { currentVersion: version + 1 },
    })
  })

  it('keeps the role while holding a sector or a region', async () => {
    await expect(change(alpha.members.rep1.id, { role: 'HQ' })).rejects.toMatchObject({
      data: { reason: 'role-holds-places', params: { sectors: 1, regions: 0 } },
    })
    await expect(change(alpha.members.manager1.id, { role: 'REP' })).rejects.toMatchObject({
      data: { reason: 'role-holds-places' },
    })
  })

  it('signs in the name of a function at head office only', async () => {
    await expect(change(alpha.members.rep1.id, { hqFunction: 'SFE' })).rejects.toMatchObject({
      data: { reason: 'function-outside-hq' },
    })
  })
})

describe('the last administrator', () => {
  it.each([{ role: 'HQ' as const }, { readOnly: true }, { endsOn: '2026-06-01' }])(
    'stays one: %o',
    async (part) => {
      await expect(change(alpha.members.admin.id, part)).rejects.toMatchObject({
        data: { reason: 'last-admin' },
      })
    },
  )

  it('leaves when another is there', async () => {
    await change(alpha.members.hqReadOnly.id, { role: 'ADMIN', readOnly: false })
    await change(alpha.members.admin.id, { readOnly: true })
    expect(await find(alpha.actors.hq, alpha.members.admin.id)).toMatchObject({ readOnly: true })
  })
})
