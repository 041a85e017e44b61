import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { setClock } from '#src/server/platform/clock.ts'
import { findCandidates } from '#src/server/use-cases/plans/find-candidates.ts'
import { getPlan } from '#src/server/use-cases/plans/get-plan.ts'
import { saveChanges } from '#src/server/use-cases/plans/save-changes.ts'
import { freshDatabase, type TestDatabase } from '../../fixtures/database/test-database.ts'
import { now, seedSmallLab, type LabFixture } from '../../fixtures/small-lab.ts'
import { answerOf } from '../cycles/fixture.ts'
import { change, knownOf, planId, setLimits, targetOf, visited, visits } from './fixture.ts'

let database: TestDatabase
let alpha: LabFixture

beforeAll(async () => {
  database = await freshDatabase()
  ;({ alpha } = await seedSmallLab(database.sql, { labs: 1 }))
})
beforeEach(async () => {
  setClock(now)
  await setLimits(database.sql, alpha, {})
})
afterAll(async () => {
  setClock(null)
  await database.drop()
})

const rep = () => alpha.actors.rep1
const own = () => planId(alpha, 0)
const breachesOf = async (pending: ReturnType<typeof change>) => {
  const { saved } = await pending
  return { outcome: saved[0]?.outcome, limits: saved[0]?.breaches.map(({ limit }) => limit) }
}
const reason = 'potentiel'

describe('limits, answered on the saved plan', () => {
  test('a change inside the limits is kept, with its reason, and comes back as it was sent', async () => {
    const plan = await getPlan(rep(), own())
    const line = targetOf(plan, 0)
    const result = await change(rep(), own(), line.hcpId, {
      contacts: visits(line.theoretical + 1),
      reason,
      comment: 'Ouvre une consultation.',
    })
    expect(result.saved[0]).toMatchObject({ outcome: 'accepted', kind: 'frequency', breaches: [] })
    expect(result.revision).toBe(result.revisionBefore + 1)
    const after = await getPlan(rep(), own())
    expect(after.lines.find((one) => one.hcpId === line.hcpId && one.channel === 'visite')).toMatchObject({
      proposed: line.theoretical + 1,
      theoretical: line.theoretical,
      reason,
      decision: 'ALLOWED',
      version: line.version + 1,
    })
    expect(after.revision).toBe(result.revision)
  })

  test('over the maximum frequency: refused, by how much, and nothing moves', async () => {
    const line = targetOf(await getPlan(rep(), own()), 1)
    const result = await change(rep(), own(), line.hcpId, { contacts: visits(13), reason })
    expect(result.saved[0]).toMatchObject({
      outcome: 'refused',
      breaches: [{ limit: 'frequencyMaximum', excess: 1, params: { proposed: 13, maximum: 12 } }],
    })
    expect(result.revision).toBe(result.revisionBefore)
    expect(targetOf(await getPlan(rep(), own()), 1).proposed).toBe(line.proposed)
  })

  test('under the minimum frequency is refused, zero is a removal', async () => {
    await setLimits(database.sql, alpha, { frequency: { minimum: 2, maximum: 12, mode: 'refuse' } })
    const { hcpId } = targetOf(await getPlan(rep(), own()), 1)
    expect(await breachesOf(change(rep(), own(), hcpId, { contacts: visits(1), reason }))).toEqual({
      outcome: 'refused',
      limits: ['frequencyMinimum'],
    })
    const removed = await change(rep(), own(), hcpId, {
      contacts: [...visits(0), { channel: 'telephone', proposed: 0 }],
      reason: 'injoignable',
    })
    expect(removed.saved[0]).toMatchObject({ outcome: 'accepted', kind: 'removal' })
  })

  test('a limit left to the manager keeps the change, to be decided', async () => {
    await setLimits(database.sql, alpha, { frequency: { minimum: 1, maximum: 6, mode: 'manager' } })
    const { hcpId } = targetOf(await getPlan(rep(), own()), 2)
    const result = await change(rep(), own(), hcpId, { contacts: visits(8), reason })
    expect(result.saved[0]?.outcome).toBe('manager')
    expect(result.saved[0]?.lines.find(({ channel }) => channel === 'visite')).toMatchObject({
      proposed: 8,
      decision: 'TO_DECIDE',
    })
  })

  test('the number of changes is counted by professional, and coming back to theory gives one back', async () => {
    await setLimits(database.sql, alpha, {
      changes: { maximum: 1, maximumShareBps: null, mode: 'refuse' },
    })
    const id = planId(alpha, 1)
    const actor = alpha.actors.rep2
    const plan = await getPlan(actor, id)
    const first = targetOf(plan, 0)
    const second = targetOf(plan, 1)
    await change(actor, id, first.hcpId, { contacts: visits(first.theoretical + 1), reason })
    const over = { contacts: visits(second.theoretical + 1), reason }
    const refused = await change(actor, id, second.hcpId, over)
    expect(refused.saved[0]?.breaches).toMatchObject([{ limit: 'changes', params: { used: 2, maximum: 1 } }])
    await change(actor, id, first.hcpId, { contacts: visits(first.theoretical) })
    expect(await breachesOf(change(actor, id, second.hcpId, over))).toMatchObject({ outcome: 'accepted' })
    await change(actor, id, second.hcpId, { contacts: visits(second.theoretical) })
  })

  test('after the last day, in the time zone of the sector', async () => {
    const { hcpId, theoretical } = targetOf(await getPlan(rep(), own()), 3)
    const asked = { contacts: visits(theoretical + 1), reason }
    // 23:30 in Paris on the last day, 19 June; then half past midnight.
    setClock('2026-06-19T21:30:00Z')
    expect(await breachesOf(change(rep(), own(), hcpId, asked))).toMatchObject({ outcome: 'accepted' })
    setClock('2026-06-19T22:30:00Z')
    const late = await change(rep(), own(), hcpId, { ...asked, contacts: visits(theoretical + 2) })
    expect(late.saved[0]).toMatchObject({
      outcome: 'refused',
      breaches: [{ limit: 'deadline', excess: 1, params: { closesOn: '2026-06-19' } }],
    })
  })

  test('opposed since publication: the line is locked, counts for nothing and cannot be raised', async () => {
    const id = planId(alpha, 2)
    const actor = alpha.actors.rep3
    const line = targetOf(await getPlan(actor, id), 0)
    await database.sql.query(
      `INSERT INTO contact_permission (lab_id, id, hcp_id, kind, effective_at, origin)
       VALUES ($1, $2, $3, 'OPPOSITION', '2026-06-09T00:00:00Z', 'COURRIER')`,
      [alpha.id, randomUUID(), line.hcpId],
    )
    const plan = await getPlan(actor, id)
    expect(plan.lines.find((one) => one.hcpId === line.hcpId)).toMatchObject({ locked: true, proposed: 0 })
    expect(plan.hcps.find((one) => one.hcpId === line.hcpId)?.lock).toEqual({
      cause: 'opposition',
      since: '2026-06-09',
    })
    const other = await breachesOf(
      change(actor, id, line.hcpId, { contacts: [{ channel: 'distance', proposed: 1 }], reason }),
    )
    expect(other).toEqual({ outcome: 'refused', limits: ['blocked'] })
    expect(await breachesOf(change(actor, id, line.hcpId, { contacts: visits(2), reason }))).toEqual({
      outcome: 'refused',
      limits: ['locked'],
    })
  })

  test('e-mail without a consent, a channel of no cycle, a contact over the yearly cap', async () => {
    await setLimits(database.sql, alpha, { changes: null, frequency: null })
    const { hcpId } = targetOf(await getPlan(rep(), own()), 4)
    const asked = (channel: string, proposed: number) => ({ contacts: [{ channel, proposed }], reason })
    expect(await breachesOf(change(rep(), own(), hcpId, asked('email', 1)))).toEqual({
      outcome: 'refused',
      limits: ['blocked'],
    })
    expect(await breachesOf(change(rep(), own(), hcpId, asked('pigeon', 1)))).toEqual({
      outcome: 'refused',
      limits: ['channel'],
    })
    expect(await breachesOf(change(rep(), own(), hcpId, asked('distance', 24)))).toEqual({
      outcome: 'refused',
      limits: ['yearlyCap'],
    })
  })

  test('somebody of the sector may be added, with the segment and credit cap that the cycle gives', async () => {
    const id = planId(alpha, 1)
    const actor = alpha.actors.rep2
    const { items } = await findCandidates(actor, { id, text: 'nom10' })
    const candidate = items[0]
    expect(items).toHaveLength(1)
    expect(candidate?.segment).toBe('non-qualifie')
    const added = await change(actor, id, candidate?.hcpId ?? '', { contacts: visits(2), reason: 'nouveau' })
    expect(added.saved[0]).toMatchObject({ outcome: 'accepted', kind: 'addition' })
    const plan = await getPlan(actor, id)
    expect(plan.lines.find((line) => line.hcpId === candidate?.hcpId)).toMatchObject({
      origin: 'ADDED',
      theoretical: 0,
      proposed: 2,
    })
    expect((await findCandidates(actor, { id, text: 'nom10' })).items).toEqual([])
  })

  test('nobody of another sector may be added, nor a reason that does not exist be given', async () => {
    const stranger = alpha.cycles.engagement.plans[2]?.lines[0]?.hcpId ?? ''
    expect(await answerOf(change(rep(), own(), stranger, { contacts: visits(1), reason }))).toMatchObject({
      reason: 'plan-hcp-outside-sector',
    })
    const { hcpId } = targetOf(await getPlan(rep(), own()), 5)
    expect(
      await answerOf(change(rep(), own(), hcpId, { contacts: visits(1), reason: 'sans-raison' })),
    ).toMatchObject({ reason: 'plan-unknown-reason' })
  })
})

describe('two people on one plan', () => {
  test('a conflict is of lines: it says who changed what, the other changes are kept', async () => {
    const id = planId(alpha, 3)
    const actor = alpha.actors.rep4
    const seen = await getPlan(actor, id)
    const [first, second] = visited(seen)
    if (!first || !second) throw new Error('two targets are needed')
    await database.sql.query(
      `INSERT INTO sector_assignment (lab_id, id, member_id, sector_id, kind, starts_on)
       VALUES ($1, $2, $3, $4, 'MEMBER', '2026-01-01')`,
      [alpha.id, randomUUID(), alpha.members.rep1.id, seen.sectorId],
    )
    const colleague = { ...rep(), sectorIds: [...rep().sectorIds, seen.sectorId] }
    await change(colleague, id, first.hcpId, { contacts: visits(first.theoretical + 1), reason })

    const result = await saveChanges(actor, {
      id,
      commandId: randomUUID(),
      changes: [first, second].map((line) => ({
        hcpId: line.hcpId,
        known: knownOf(seen, line.hcpId),
        contacts: visits(line.theoretical + 2),
        reason,
      })),
    })
    expect(result.conflicts).toMatchObject([
      { hcpId: first.hcpId, by: alpha.members.rep1.displayName, at: '2026-06-10T10:00:00.000Z' },
    ])
    expect(result.conflicts[0]?.lines.find(({ channel }) => channel === 'visite')?.proposed).toBe(
      first.theoretical + 1,
    )
    expect(result.saved.map(({ hcpId, outcome }) => ({ hcpId, outcome }))).toEqual([
      { hcpId: second.hcpId, outcome: 'accepted' },
    ])
    expect(result.revisionBefore).toBe(seen.revision + 1)
  })

  test('the same batch sent twice, after a cut of the network, is kept once', async () => {
    const plan = await getPlan(rep(), own())
    const { hcpId, theoretical } = targetOf(plan, 6)
    const batch = {
      id: own(),
      commandId: randomUUID(),
      changes: [{ hcpId, known: knownOf(plan, hcpId), contacts: visits(theoretical + 1), reason }],
    }
    const first = await saveChanges(rep(), batch)
    expect(await saveChanges(rep(), batch)).toEqual(first)
    expect((await getPlan(rep(), own())).revision).toBe(first.revision)
  })

  test('a batch is one row of the trail, without a word of what was written', async () => {
    const { rows } = await database.sql.query(
      `SELECT change::text FROM audit_entry WHERE lab_id = $1 AND action = 'plan.edit'`,
      [alpha.id],
    )
    expect(rows.length).toBeGreaterThan(5)
    expect(rows.some(({ change: text }) => text.includes('consultation'))).toBe(false)
  })
})
