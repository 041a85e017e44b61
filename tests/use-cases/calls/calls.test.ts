import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { LogCallInput } from '#src/contracts/calls.ts'
import { AppError } from '#src/lib/app-error.ts'
import { setClock } from '#src/server/platform/clock.ts'
import { correctCall } from '#src/server/use-cases/calls/correct-call.ts'
import { countCallDays } from '#src/server/use-cases/calls/count-call-days.ts'
import { getCallChance } from '#src/server/use-cases/calls/get-call-chance.ts'
import { getCallOptions } from '#src/server/use-cases/calls/get-call-options.ts'
import { listCalls } from '#src/server/use-cases/calls/list-calls.ts'
import { logCall } from '#src/server/use-cases/calls/log-call.ts'
import { suggestHcps } from '#src/server/use-cases/calls/suggest-hcps.ts'
import { undoCall } from '#src/server/use-cases/calls/undo-call.ts'
import { getFollowUp } from '#src/server/use-cases/follow-up/get-follow-up.ts'
import { freshDatabase, type TestDatabase } from '../../fixtures/database/test-database.ts'
import { now, seedSmallLab, today, type LabFixture } from '../../fixtures/small-lab.ts'

let database: TestDatabase
let alpha: LabFixture
let beta: LabFixture

beforeAll(async () => {
  database = await freshDatabase()
  ;({ alpha, beta } = await seedSmallLab(database.sql))
  await database.sql.query('DELETE FROM data_watermark')
  // A sector that can still be brought back.
  await database.sql.query(
    `UPDATE configuration SET document = jsonb_set(document, '{followUp,keepBps}', '7000') WHERE lab_id = $1`,
    [alpha.id],
  )
  setClock(now)
})
afterAll(async () => {
  setClock(null)
  await database.drop()
})

const rep1 = () => alpha.actors.rep1
/** The hcp of a line of visits. */
const hcpOf = (sector: number, rank = 0) => {
  const lines = alpha.cycles.running.plans[sector]?.lines ?? []
  return lines.filter(({ channelId }) => channelId === alpha.channels.visit.id)[rank]?.hcpId ?? ''
}
const visit = (change: Partial<LogCallInput> = {}): LogCallInput => ({
  clientId: randomUUID(),
  plannedId: null,
  hcpId: hcpOf(0),
  day: today,
  time: '11:30',
  channelId: alpha.channels.visit.id,
  outcome: 'DONE',
  reasonId: null,
  productIds: alpha.products.map(({ id }) => id),
  comment: null,
  ...change,
})
const refusalOf = async (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) =>
      error instanceof AppError
        ? ((error.data as { reason?: string } | undefined)?.reason ?? error.code)
        : String(error),
  )
const doneOf = async (hcpId: string) => {
  const { rows } = await database.sql.query<{ done: number }>(
    `SELECT count(*)::int AS done FROM call WHERE lab_id = $1 AND hcp_id = $2 AND outcome = 'DONE'`,
    [alpha.id, hcpId],
  )
  return rows[0]?.done ?? 0
}

describe('a call', () => {
  test('logged twice under one client id is one call, and answers the same', async () => {
    const before = await doneOf(hcpOf(0))
    const input = visit()
    const first = await logCall(rep1(), input)
    const again = await logCall(rep1(), input)
    expect(again.call.id).toBe(first.call.id)
    expect(await doneOf(hcpOf(0))).toBe(before + 1)
    expect(first.call).toMatchObject({
      outcome: 'DONE',
      member: alpha.members.rep1.displayName,
      isEditable: true,
    })
    expect(first.call.productIds).toEqual(alpha.products.map(({ id }) => id))
    expect(first.call.standing?.done).toBeGreaterThan(0)
  })

  test('of today is not in the figures of yesterday; one of last week is, and the worker is asked', async () => {
    const before = await getFollowUp(rep1(), { id: alpha.cycles.running.id })
    await logCall(rep1(), visit())
    const evening = await getFollowUp(rep1(), { id: alpha.cycles.running.id })
    expect(evening.figures.adjusted.done).toBe(before.figures.adjusted.done)
    expect(evening.computing.isRunning).toBe(false)
    await logCall(rep1(), visit({ day: '2026-06-04' }))
    const after = await getFollowUp(rep1(), { id: alpha.cycles.running.id })
    expect(after.figures.adjusted.done).toBe(before.figures.adjusted.done + 1)
    expect(after.computing.isRunning).toBe(true)
  })

  test('corrected keeps its person and its place; a version that moved is a conflict', async () => {
    const { call } = await logCall(rep1(), visit())
    const correction = {
      id: call.id,
      version: call.version,
      commandId: randomUUID(),
      day: today,
      time: '12:00',
      channelId: alpha.channels.phone.id,
      outcome: 'REFUSED' as const,
      reasonId: alpha.reasons.refuse.id,
      productIds: [],
      comment: null,
    }
    const corrected = await correctCall(rep1(), correction)
    expect(corrected).toMatchObject({
      id: call.id,
      outcome: 'REFUSED',
      hcpId: call.hcpId,
      time: '12:00',
      productIds: [],
    })
    expect(await refusalOf(correctCall(rep1(), { ...correction, commandId: randomUUID() }))).toBe('CONFLICT')
    // The same command sent again answers what it answered.
    expect(await correctCall(rep1(), correction)).toEqual(corrected)
  })

  test('taken back is cancelled and counts no more; a planned one is planned again', async () => {
    const before = await doneOf(hcpOf(0))
    const { call } = await logCall(rep1(), visit())
    const undone = await undoCall(rep1(), { id: call.id, version: call.version, commandId: randomUUID() })
    expect([undone.outcome, await doneOf(hcpOf(0))]).toEqual(['CANCELLED', before])
    const planned = await logCall(rep1(), visit({ outcome: 'PLANNED', day: '2026-06-12', productIds: [] }))
    const made = await logCall(rep1(), visit({ plannedId: planned.call.id }))
    expect(made.call).toMatchObject({
      id: planned.call.id,
      outcome: 'DONE',
      plannedOn: '2026-06-12',
      day: today,
    })
    const back = await undoCall(rep1(), {
      id: made.call.id,
      version: made.call.version,
      commandId: randomUUID(),
    })
    expect([back.outcome, back.day]).toEqual(['PLANNED', '2026-06-12'])
  })

  test('cannot be what no call is', async () => {
    expect(await refusalOf(logCall(rep1(), visit({ day: '2026-06-13' })))).toBe('call-in-the-future')
    expect(await refusalOf(logCall(rep1(), visit({ outcome: 'PLANNED', day: '2026-06-09' })))).toBe(
      'call-planned-in-the-past',
    )
    expect(await refusalOf(logCall(rep1(), visit({ outcome: 'REFUSED' })))).toBe('call-without-reason')
    expect(await refusalOf(logCall(rep1(), visit({ channelId: randomUUID() })))).toBe('NOT_FOUND')
  })

  test('of a closed cycle past its grace is a fact that stays', async () => {
    const { call } = await logCall(rep1(), visit())
    await database.sql.query(`UPDATE cycle SET state = 'CLOSED' WHERE lab_id = $1 AND id = $2`, [
      alpha.id,
      alpha.cycles.running.id,
    ])
    // Grace of 15 days after 30 June.
    setClock('2026-07-15T10:00:00Z')
    expect(
      (await undoCall(rep1(), { id: call.id, version: call.version, commandId: randomUUID() })).outcome,
    ).toBe('CANCELLED')
    setClock('2026-07-16T10:00:00Z')
    expect(await refusalOf(logCall(rep1(), visit()))).toBe('call-period-closed')
    setClock(now)
    await database.sql.query(`UPDATE cycle SET state = 'RUNNING' WHERE lab_id = $1 AND id = $2`, [
      alpha.id,
      alpha.cycles.running.id,
    ])
  })

  test('with somebody who opposed is warned of and kept', async () => {
    const hcpId = hcpOf(0, 3)
    await database.sql.query(
      `INSERT INTO contact_permission (lab_id, id, hcp_id, kind, effective_at, origin) VALUES ($1, $2, $3, 'OPPOSITION', '2026-06-01T08:00:00Z', 'test')`,
      [alpha.id, randomUUID(), hcpId],
    )
    const { call, warnings } = await logCall(rep1(), visit({ hcpId }))
    expect([call.outcome, warnings]).toEqual(['DONE', ['opposition']])
    const { items } = await suggestHcps(rep1(), { q: '' })
    expect(items.map((one) => one.hcpId)).not.toContain(hcpId)
  })
})

describe('the chance, this evening', () => {
  const chanceAfter = async (change: Partial<LogCallInput>) => {
    const { call } = await logCall(rep1(), visit({ hcpId: hcpOf(0, 4), ...change }))
    return (await getCallChance(rep1(), call.id)).chance
  }

  test('rises with an extra visit made, stays with one refused, falls with a planned one refused', async () => {
    const made = await chanceAfter({})
    expect(made?.afterBps).toBeGreaterThan(made?.beforeBps ?? 0)
    const refused = await chanceAfter({
      outcome: 'REFUSED',
      reasonId: alpha.reasons.refuse.id,
      productIds: [],
    })
    expect(refused?.afterBps).toBe(refused?.beforeBps)
    expect(refused?.beforeBps).toBe(made?.afterBps)
    const planned = await logCall(
      rep1(),
      visit({ hcpId: hcpOf(0, 4), outcome: 'PLANNED', day: '2026-06-15', productIds: [] }),
    )
    const fallen = await chanceAfter({
      plannedId: planned.call.id,
      outcome: 'REFUSED',
      reasonId: alpha.reasons.refuse.id,
      productIds: [],
    })
    expect(fallen?.afterBps).toBeLessThan(fallen?.beforeBps ?? 0)
  })

  test('says nothing of a day that the figures know, nor of somebody outside the plan', async () => {
    const { call } = await logCall(rep1(), visit({ day: '2026-06-05' }))
    expect(await getCallChance(rep1(), call.id)).toEqual({ chance: null })
  })
})

describe('walls', () => {
  test('a rep logs in his own sector only; head office and managers read', async () => {
    expect(await refusalOf(logCall(rep1(), visit({ hcpId: hcpOf(1) })))).toBe('NOT_FOUND')
    expect(await refusalOf(logCall(alpha.actors.hq, visit()))).toBe('FORBIDDEN')
    expect(await refusalOf(logCall(alpha.actors.manager1, visit()))).toBe('FORBIDDEN')
    expect(await refusalOf(logCall(beta.actors.rep1, visit()))).toBe('NOT_FOUND')
    const { call } = await logCall(rep1(), visit())
    const undo = { id: call.id, version: call.version, commandId: randomUUID() }
    expect(await refusalOf(undoCall(alpha.actors.rep2, undo))).toBe('NOT_FOUND')
    expect(await refusalOf(undoCall(beta.actors.rep1, undo))).toBe('NOT_FOUND')
    expect(await refusalOf(getCallChance(alpha.actors.rep2, call.id))).toBe('NOT_FOUND')
    expect((await getCallChance(alpha.actors.manager1, call.id)).chance?.sectorId).toBe(call.sectorId)
  })

  test('lists hold the calls in reach, by pages, found by name', async () => {
    const own = await listCalls(rep1(), { limit: 10 })
    expect(own.items).toHaveLength(10)
    expect(own.items.every(({ sectorId }) => sectorId === alpha.sectors[0]?.id)).toBe(true)
    const second = await listCalls(rep1(), { limit: 10, cursor: own.nextCursor ?? '' })
    const seen = new Set([...own.items, ...second.items].map(({ id }) => id))
    expect(seen.size).toBe(20)
    const every = await listCalls(alpha.actors.hq, {
      limit: 1,
      from: '2026-01-01',
      to: '2026-06-30',
      outcome: 'PLANNED',
    })
    const { rows } = await database.sql.query<{ calls: number }>(
      `SELECT count(*)::int AS calls FROM call WHERE lab_id = $1 AND outcome = 'PLANNED'`,
      [alpha.id],
    )
    expect(every.total).toBe(rows[0]?.calls)
    expect((await listCalls(beta.actors.hq, { limit: 1, hcpId: hcpOf(0) })).total).toBe(0)
  })

  test('suggestions begin with what is planned, and find anyone of the sector by name', async () => {
    const { call } = await logCall(
      rep1(),
      visit({ hcpId: hcpOf(0, 6), outcome: 'PLANNED', productIds: [], time: '16:30' }),
    )
    const { items } = await suggestHcps(rep1(), { q: '' })
    expect(items[0]).toMatchObject({
      hcpId: hcpOf(0, 6),
      hint: 'planned',
      planned: { id: call.id, time: '16:30' },
    })
    expect(items.length).toBeGreaterThan(3)
    const other = alpha.hcps.find((hcp) => hcp.sector === 1)
    expect(
      (await suggestHcps(rep1(), { q: other?.lastName ?? '' })).items.map(({ hcpId }) => hcpId),
    ).not.toContain(other?.id)
    const own = alpha.hcps.find((hcp) => hcp.id === hcpOf(0, 6))
    expect((await suggestHcps(rep1(), { q: own?.lastName ?? '' })).items.map(({ hcpId }) => hcpId)).toContain(
      own?.id,
    )
    const options = await getCallOptions(rep1())
    expect(options).toMatchObject({ today, cycle: { id: alpha.cycles.running.id } })
    expect(options.reasons.map(({ id }) => id)).toEqual([alpha.reasons.refuse.id])
    const { days } = await countCallDays(rep1(), { from: '2026-06-08', to: '2026-06-17' })
    expect(days.find(({ day }) => day === today)?.done).toBeGreaterThan(0)
  })
})
