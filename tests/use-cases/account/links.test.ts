import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '#src/contracts/actor.ts'
import { setClock } from '#src/server/platform/clock.ts'
import { actorOf, openSession } from '#src/server/platform/session/sessions.ts'
import { signInWithPassword } from '#src/server/platform/session/sign-in.ts'
import { readLink } from '#src/server/use-cases/account/read-link.ts'
import { setLocale } from '#src/server/use-cases/account/set-locale.ts'
import { signOutEverywhere } from '#src/server/use-cases/account/sign-out-everywhere.ts'
import { useLink } from '#src/server/use-cases/account/use-link.ts'
import { createMemberLink } from '#src/server/use-cases/administration/create-link.ts'
import { inviteMember } from '#src/server/use-cases/administration/invite-member.ts'
import { freshDatabase, type TestDatabase } from '../../fixtures/database/test-database.ts'
import { now, password, seedSmallLab, type LabFixture } from '../../fixtures/small-lab.ts'

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

const person = {
  role: 'REP',
  hqFunction: null,
  readOnly: false,
  locale: 'fr',
  startsOn: '2026-06-01',
  endsOn: null,
} as const
const invite = async (by: Actor, email: string) => {
  const { path, memberId } = await inviteMember(by, { ...person, displayName: 'Nouvelle Personne', email })
  return { token: path.split('/').at(-1) ?? '', memberId }
}
const phrase = 'une phrase assez longue'
let visits = 0
const use = (token: string, secret = phrase) =>
  useLink({ token, password: secret }, `address-${(visits += 1)}`)

describe('an invitation', () => {
  it('opens once: then the person signs in with the password that was chosen', async () => {
    const { token, memberId } = await invite(alpha.actors.admin, 'one@alpha.example')
    expect(await readLink(token)).toMatchObject({
      purpose: 'INVITE',
      email: 'one@alpha.example',
      knownLogin: false,
    })
    expect(await use(token)).toEqual({ ok: true })
    await expect(readLink(token)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(use(token, 'another long phrase')).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const key = await signInWithPassword('One@alpha.example', phrase, 'somewhere')
    expect(key && (await actorOf(key))).toMatchObject({ memberId, role: 'REP', labId: alpha.id })
    expect(await signInWithPassword('one@alpha.example', 'another long phrase', 'somewhere')).toBeNull()
  })

  it('is over after seven days', async () => {
    const { token } = await invite(alpha.actors.admin, 'two@alpha.example')
    setClock('2026-06-17T09:59:00Z')
    expect(await readLink(token)).toMatchObject({ purpose: 'INVITE' })
    setClock('2026-06-17T10:00:00Z')
    await expect(readLink(token)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(use(token)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    setClock(now)
  })

  it('made again ends the one before', async () => {
    const { token, memberId } = await invite(alpha.actors.admin, 'three@alpha.example')
    const again = await createMemberLink(alpha.actors.admin, { id: memberId })
    await expect(readLink(token)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await readLink(again.path.split('/').at(-1) ?? '')).toMatchObject({ purpose: 'INVITE' })
  })

  it('cannot be forged: another secret, another lab, another row', async () => {
    const { token } = await invite(alpha.actors.admin, 'four@alpha.example')
    const [labId = '', linkId = '', secret = ''] = token.split('.')
    const forged = [
      `${labId}.${linkId}.${secret}x`,
      `${beta.id}.${linkId}.${secret}`,
      `${labId}.${labId}.${secret}`,
      'x',
    ]
    for (const one of forged) await expect(readLink(one)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await readLink(token)).toMatchObject({ email: 'four@alpha.example' })
  })

  it('keeps only a hash, and nothing of it in the trail', async () => {
    const { token } = await invite(alpha.actors.admin, 'five@alpha.example')
    const secret = token.split('.').at(-1) ?? 'missing'
    for (const table of ['one_time_link', 'audit_entry', 'idempotency']) {
      const { rows } = await database.sql.query(`SELECT t::text FROM ${table} t`)
      expect(JSON.stringify(rows)).not.toContain(secret)
    }
  })

  it('of somebody who has an account in another lab asks for the password of that account', async () => {
    const { token } = await invite(beta.actors.admin, 'rep1@alpha.example')
    expect(await readLink(token)).toMatchObject({ knownLogin: true })
    await expect(use(token, 'not the password')).rejects.toMatchObject({ data: { reason: 'wrong-password' } })
    expect(await use(token, password)).toEqual({ ok: true })
    expect(await signInWithPassword('rep1@alpha.example', password, 'elsewhere')).not.toBeNull()
  })
})

describe('a new password', () => {
  it('ends every session, and the old password', async () => {
    const { memberId } = alpha.actors.rep2
    const key = await openSession(alpha.id, memberId)
    expect(await actorOf(key)).toMatchObject({ memberId })
    const { path } = await createMemberLink(alpha.actors.admin, { id: memberId })
    const token = path.split('/').at(-1) ?? ''
    expect(await readLink(token)).toMatchObject({ purpose: 'RESET', knownLogin: false })
    await use(token)
    expect(await actorOf(key)).toBeNull()
    expect(await signInWithPassword('rep2@alpha.example', password, 'x')).toBeNull()
    expect(await signInWithPassword('rep2@alpha.example', phrase, 'x')).not.toBeNull()
  })
})

describe('a login of several labs', () => {
  it('is not reset by the administrator of one of them', async () => {
    const { token, memberId } = await invite(beta.actors.admin, 'rep3@alpha.example')
    await use(token, password)
    const { path } = await createMemberLink(beta.actors.admin, { id: memberId })
    await expect(use(path.split('/').at(-1) ?? '')).rejects.toMatchObject({
      data: { reason: 'login-of-several-labs' },
    })
    expect(await signInWithPassword('rep3@alpha.example', password, 'y')).not.toBeNull()
  })
})

describe('my account', () => {
  it('sign out everywhere ends my sessions, and nobody else’s', async () => {
    const mine = [
      await openSession(alpha.id, alpha.actors.rep3.memberId),
      await openSession(alpha.id, alpha.actors.rep3.memberId),
    ]
    const other = await openSession(alpha.id, alpha.actors.rep4.memberId)
    await signOutEverywhere(alpha.actors.rep3)
    for (const key of mine) expect(await actorOf(key)).toBeNull()
    expect(await actorOf(other)).not.toBeNull()
  })

  it('my language is mine', async () => {
    await setLocale(alpha.actors.rep1, 'en')
    const { rows } = await database.sql.query(`SELECT id FROM member WHERE locale = 'en'`)
    expect(rows).toEqual([{ id: alpha.actors.rep1.memberId }])
  })
})
