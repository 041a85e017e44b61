import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { AppError } from '#src/lib/app-error.ts'
import { setClock } from '#src/server/platform/clock.ts'
import { acknowledgeAlert } from '#src/server/use-cases/alerts/acknowledge-alert.ts'
import { countAlerts } from '#src/server/use-cases/alerts/count-alerts.ts'
import { getWayOut } from '#src/server/use-cases/alerts/get-way-out.ts'
import { listAlerts } from '#src/server/use-cases/alerts/list-alerts.ts'
import { computeFollowUp } from '#src/server/use-cases/follow-up/steps/compute-follow-up.ts'
import { freshDatabase, type TestDatabase } from '../../fixtures/database/test-database.ts'
import { seedSmallLab, type LabFixture } from '../../fixtures/small-lab.ts'

let database: TestDatabase
let alpha: LabFixture
let beta: LabFixture

beforeAll(async () => {
  database = await freshDatabase()
  ;({ alpha, beta } = await seedSmallLab(database.sql))
  await database.sql.query('DELETE FROM alert')
  await database.sql.query('DELETE FROM data_watermark')
})
afterAll(async () => {
  setClock(null)
  await database.drop()
})

const cycleId = () => alpha.cycles.running.id
const sectorId = (index: number) => alpha.sectors[index]?.id ?? ''
/** Noon in Paris of the day after: what is computed then knows calls through `asOf`. */
const morningAfter = (asOf: string) => {
  const day = new Date(Date.parse(`${asOf}T10:00:00Z`) + 86_400_000)
  setClock(day.toISOString())
}
async function compute(asOf: string) {
  morningAfter(asOf)
  const { networks } = await computeFollowUp({ labId: alpha.id }, cycleId())
  const [network] = networks
  if (!network) throw new Error('no network')
  expect(network.asOf).toBe(asOf)
  return network
}
/** Every contact that the plan of a sector asks for, made on one day, its product shown. */
const makeEveryCall = (sector: number, day: string) =>
  database.sql.query(
    `WITH made AS (
       INSERT INTO call (lab_id, id, network_id, sector_id, hcp_id, channel_id, source_id, day, outcome)
       SELECT $1, gen_random_uuid(), $2, $3, l.hcp_id, l.channel_id, $4, $6, 'DONE'
       FROM plan_line l CROSS JOIN generate_series(1, l.approved)
       WHERE l.lab_id = $1 AND l.plan_version_id = $5 RETURNING id)
     INSERT INTO call_product (lab_id, call_id, position, product_id) SELECT $1, id, 1, $7 FROM made`,
    [
      alpha.id,
      alpha.network.id,
      sectorId(sector),
      alpha.sources.crm.id,
      alpha.cycles.running.plans[sector]?.versionId,
      day,
      alpha.products[0]?.id,
    ],
  )
const openBySector = async () => {
  const { items } = await listAlerts(alpha.actors.hq, { cycleId: cycleId(), withClosed: false })
  return new Map(items.map((alert) => [alert.sector.id, alert]))
}
const refusalOf = async (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof AppError ? error.code : String(error)),
  )

describe('an alert', () => {
  test('opens on the second as-of day in a row under amber, not on the first', async () => {
    expect(await compute('2026-06-08')).toMatchObject({ opened: 0 })
    expect((await openBySector()).size).toBe(0)
    expect(await compute('2026-06-09')).toMatchObject({ opened: 4, closed: 0 })
    const alert = (await openBySector()).get(sectorId(0))
    expect(alert).toMatchObject({
      level: 'RED',
      openedOn: '2026-06-09',
      dimension: 'ALL',
      acknowledged: null,
    })
    expect(alert?.atStakeMilli).toBeGreaterThan(5000)
  })

  test('is one card a sector: what is late inside has none of its own', async () => {
    const { items } = await listAlerts(alpha.actors.hq, { cycleId: cycleId(), withClosed: false })
    expect(items).toHaveLength(4)
    const { late } = await getWayOut(alpha.actors.hq, { cycleId: cycleId(), sectorId: sectorId(0) })
    expect(late.length).toBeGreaterThan(1)
    expect(late[0]?.gapMilli).toBeLessThanOrEqual(late[1]?.gapMilli ?? 0)
  })

  test('computed again for the same day comes to the same', async () => {
    const before = await openBySector()
    expect(await compute('2026-06-09')).toMatchObject({ opened: 4, closed: 0 })
    expect(await openBySector()).toEqual(before)
  })

  test('what the day had opened goes when the calls of that day come in after all', async () => {
    await makeEveryCall(3, '2026-06-09')
    expect(await compute('2026-06-09')).toMatchObject({ opened: 3 })
    expect((await openBySector()).has(sectorId(3))).toBe(false)
  })

  test('closes by itself, with its cause, when the plan is kept', async () => {
    await makeEveryCall(2, '2026-06-10')
    expect(await compute('2026-06-10')).toMatchObject({ opened: 0, closed: 1, stayed: 2 })
    const { items } = await listAlerts(alpha.actors.hq, { cycleId: cycleId(), withClosed: true })
    const closed = items.find(({ sector }) => sector.id === sectorId(2))
    expect(closed).toMatchObject({ closedOn: '2026-06-10', closeCause: 'kept' })
    expect(await countAlerts(alpha.actors.hq)).toEqual({ open: 2, unacknowledged: 2 })
  })

  test('no card survives the run: what was at stake is a fact by then', async () => {
    expect(await compute('2026-06-30')).toMatchObject({ opened: 0 })
    const { items } = await listAlerts(alpha.actors.hq, { cycleId: cycleId(), withClosed: true })
    expect(items.every(({ closedOn }) => closedOn !== null)).toBe(true)
    expect(items.some(({ closeCause }) => closeCause === 'ended')).toBe(true)
    await database.sql.query('UPDATE alert SET closed_on = NULL, close_cause = NULL WHERE close_cause = $1', [
      'ended',
    ])
  })
})

describe('the way out', () => {
  test('ranks contacts a week at a time, each batch raising the chance, inside the capacity left', async () => {
    setClock('2026-06-11T10:00:00Z')
    const out = await getWayOut(alpha.actors.rep1, { cycleId: cycleId(), sectorId: sectorId(0) })
    expect(out.asOf).toBe('2026-06-10')
    expect(out.batches.length).toBeGreaterThan(0)
    const chances = [out.nowBps ?? 0, ...out.batches.map(({ afterBps }) => afterBps)]
    expect(chances.toSorted((a, b) => a - b)).toEqual(chances)
    expect(chances.at(-1)).toBeGreaterThan(out.nowBps ?? 0)
    const asked = out.batches.flatMap(({ contacts }) => contacts)
    expect(asked.every(({ done, goal }) => done < goal)).toBe(true)
    expect(out.outOfReach.notPossibleMilli + out.outOfReach.noCapacityMilli).toBeGreaterThanOrEqual(0)
  })

  test('never asks for an hcp who opposed, nor twice in one week', async () => {
    setClock('2026-06-11T10:00:00Z')
    const first = await getWayOut(alpha.actors.rep1, { cycleId: cycleId(), sectorId: sectorId(0) })
    const hcp = first.batches[0]?.contacts[0]?.hcpId ?? ''
    await database.sql.query(
      `INSERT INTO contact_permission (lab_id, id, hcp_id, kind, effective_at, origin) VALUES ($1, $2, $3, 'OPPOSITION', '2026-06-11T08:00:00Z', 'test')`,
      [alpha.id, randomUUID(), hcp],
    )
    const then = await getWayOut(alpha.actors.rep1, { cycleId: cycleId(), sectorId: sectorId(0) })
    const asked = then.batches.flatMap(({ contacts }) => contacts.map(({ hcpId }) => hcpId))
    expect(asked).not.toContain(hcp)
    // Twenty days are left: three times at most.
    const most = Math.max(
      ...Map.groupBy(asked, (one) => one)
        .values()
        .map((times) => times.length),
    )
    expect(most).toBeLessThanOrEqual(3)
  })
})

describe('walls', () => {
  test('a rep and a manager acknowledge an alert of their own, once; the second is told by whom', async () => {
    const alert = (await openBySector()).get(sectorId(0))
    if (!alert) throw new Error('no alert')
    const say = (actor = alpha.actors.rep1) =>
      acknowledgeAlert(actor, { id: alert.id, version: alert.version, commandId: randomUUID() })
    expect(await refusalOf(say(alpha.actors.rep2))).toBe('NOT_FOUND')
    expect(await refusalOf(say(alpha.actors.hq))).toBe('FORBIDDEN')
    expect(await refusalOf(say(beta.actors.manager1))).toBe('NOT_FOUND')
    expect((await say()).acknowledged?.by).toBe(alpha.members.rep1.displayName)
    const late = await say(alpha.actors.manager1).catch((error: unknown) => error)
    expect(late).toMatchObject({
      code: 'CONFLICT',
      data: { currentVersion: alert.version + 1, params: { by: alpha.members.rep1.displayName } },
    })
  })

  test('nobody reads the alerts or the way out of another’s sector', async () => {
    const { items } = await listAlerts(alpha.actors.rep1, { withClosed: true })
    expect(new Set(items.map(({ sector }) => sector.id))).toEqual(new Set([sectorId(0)]))
    expect((await listAlerts(beta.actors.hq, { withClosed: true })).items).toEqual([])
    const other = { cycleId: cycleId(), sectorId: sectorId(1) }
    expect(await refusalOf(getWayOut(alpha.actors.rep1, other))).toBe('NOT_FOUND')
    expect(await refusalOf(getWayOut(beta.actors.hq, other))).toBe('NOT_FOUND')
    expect((await getWayOut(alpha.actors.manager1, other)).sectorId).toBe(sectorId(1))
  })
})
