import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { setClock } from '#src/server/platform/clock.ts'
import { actorOf, closeSessions, openSession } from '#src/server/platform/session/sessions.ts'
import { freshDatabase, type TestDatabase } from '../../fixtures/database/test-database.ts'
import { now, seedSmallLab, type LabFixture } from '../../fixtures/small-lab.ts'

let database: TestDatabase
let alpha: LabFixture
let beta: LabFixture

const later = (minutes: number) => setClock(new Date(Date.parse(now) + minutes * 60_000).toISOString())

beforeAll(async () => {
  database = await freshDatabase()
  ;({ alpha, beta } = await seedSmallLab(database.sql))
})
beforeEach(() => setClock(now))
afterAll(async () => {
  setClock(null)
  await database.drop()
})

const lastSeen = async (sessionId: string) => {
  const { rows } = await database.sql.query<{ seen: Date }>(
    'SELECT last_seen AS seen FROM session WHERE id = $1',
    [sessionId],
  )
  return (rows[0]?.seen.getTime() ?? 0) - Date.parse(now)
}

test('the actor of a session is the member, with the places of the role on that day', async () => {
  for (const role of ['rep1', 'manager1', 'hq', 'admin'] as const) {
    const expected = alpha.actors[role]
    const key = await openSession(alpha.id, expected.memberId)
    expect(await actorOf(key)).toMatchObject({
      ...expected,
      sessionId: key.sessionId,
      sectorIds: expected.sectorIds.toSorted(),
      leadSectorIds: expected.leadSectorIds.toSorted(),
    })
  }
})

test('a session lives on while it is used, until half an hour of silence or twelve hours', async () => {
  const key = await openSession(alpha.id, alpha.actors.rep1.memberId)
  later(0.5)
  expect(await actorOf(key)).not.toBeNull()
  expect(await lastSeen(key.sessionId)).toBe(0)
  for (let minutes = 29; minutes < 12 * 60; minutes += 29) {
    later(minutes)
    expect(await actorOf(key)).not.toBeNull()
    expect(await lastSeen(key.sessionId)).toBe(minutes * 60_000)
  }
  later(12 * 60)
  expect(await actorOf(key)).toBeNull()

  setClock(now)
  const silent = await openSession(alpha.id, alpha.actors.rep1.memberId)
  later(31)
  expect(await actorOf(silent)).toBeNull()
})

test('a session that was closed, of another lab, or of nobody, is nobody’s', async () => {
  const key = await openSession(alpha.id, alpha.actors.hq.memberId)
  expect(await actorOf({ ...key, labId: beta.id })).toBeNull()
  expect(await actorOf({ ...key, sessionId: crypto.randomUUID() })).toBeNull()
  await closeSessions({ ...alpha.actors.hq, sessionId: key.sessionId }, 'this')
  expect(await actorOf(key)).toBeNull()
})

test('a member who has left has no session any more', async () => {
  const { memberId } = alpha.actors.rep2
  const key = await openSession(alpha.id, memberId)
  expect(await actorOf(key)).not.toBeNull()
  await database.sql.query('UPDATE member SET ends_before = $1 WHERE id = $2', [now.slice(0, 10), memberId])
  expect(await actorOf(key)).toBeNull()
})
