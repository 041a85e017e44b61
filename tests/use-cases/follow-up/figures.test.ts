import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { FollowUpDto } from '#src/contracts/follow-up.ts'
import { AppError } from '#src/lib/app-error.ts'
import { setClock } from '#src/server/platform/clock.ts'
import { exportFollowUp } from '#src/server/use-cases/follow-up/export-follow-up.ts'
import { getFollowUp } from '#src/server/use-cases/follow-up/get-follow-up.ts'
import { listHcpsBehind } from '#src/server/use-cases/follow-up/list-hcps-behind.ts'
import { settleWatermark } from '#src/server/use-cases/follow-up/settle-watermark.ts'
import { freshDatabase, type TestDatabase } from '../../fixtures/database/test-database.ts'
import { asOf, now, seedSmallLab, type LabFixture } from '../../fixtures/small-lab.ts'
import { plainElapsed, plainFigures } from './independent-figures.ts'

let database: TestDatabase
let alpha: LabFixture
let beta: LabFixture
const closedDay = '2026-05-15'

beforeAll(async () => {
  database = await freshDatabase()
  ;({ alpha, beta } = await seedSmallLab(database.sql))
  setClock(now)
})
afterAll(async () => {
  setClock(null)
  await database.drop()
})

const cycleId = () => alpha.cycles.running.id
const sectorId = (index: number) => alpha.sectors[index]?.id ?? ''
const region = (index: number) => alpha.regions[index]?.id ?? ''
const { hq, manager1, manager2, rep1 } = {
  hq: () => alpha.actors.hq,
  manager1: () => alpha.actors.manager1,
  manager2: () => alpha.actors.manager2,
  rep1: () => alpha.actors.rep1,
}
const sectorOf = (view: FollowUpDto, index: number) => {
  const row = view.sectors.find(({ id }) => id === sectorId(index))
  if (!row) throw new Error('no such sector')
  return row
}
const refusalOf = async (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof AppError ? error.code : String(error)),
  )

test('what every sector earned, asked for and met is what plain SQL counts', async () => {
  const plain = await plainFigures(database.sql, alpha.id, cycleId(), asOf)
  const view = await getFollowUp(hq(), { id: cycleId() })
  expect(view.asOf).toBe(asOf)
  expect(view.sectors).toHaveLength(4)
  for (const { id, figures } of view.sectors) {
    const own = plain.get(id)
    expect({
      goal: figures.adjusted.goalMilli,
      earned: figures.adjusted.earnedMilli,
      done: figures.adjusted.done,
      raw: figures.raw.goalMilli,
      hcps: figures.hcps,
      seen: figures.seen,
    }).toEqual({
      goal: own?.goal,
      earned: own?.earned,
      done: own?.done,
      raw: own?.raw_goal,
      hcps: own?.hcps,
      seen: own?.seen,
    })
  }
  const sum = (of: 'goal' | 'earned' | 'hcps') =>
    [...plain.values()].reduce((total, row) => total + row[of], 0)
  expect(view.figures.adjusted.goalMilli).toBe(sum('goal'))
  expect(view.figures.adjusted.earnedMilli).toBe(sum('earned'))
  expect(view.figures.hcps).toBe(sum('hcps'))
})

test('expected is the share of the sector’s own working days that is gone, absences out, and says the status', async () => {
  const view = await getFollowUp(hq(), { id: cycleId() })
  const days = await plainElapsed(database.sql, asOf, [closedDay])
  const { adjusted } = sectorOf(view, 2).figures
  const expected = Math.floor((2 * adjusted.goalMilli * days.gone + days.total) / (2 * days.total))
  expect(adjusted.expectedMilli).toBe(expected)
  // Half of what is asked is done when nine tenths of the run are gone.
  expect(sectorOf(view, 2).figures.state).toBe('UNDER')
  // The first sector's rep was away for a week in March: less is gone of less; raw takes that week as worked.
  const absent = sectorOf(view, 0).figures
  const week = (goal: number) =>
    Math.floor((2 * goal * (days.gone - 5) + days.total - 5) / (2 * (days.total - 5)))
  expect(absent.adjusted.expectedMilli).toBe(week(absent.adjusted.goalMilli))
  expect(absent.raw.expectedMilli).toBe(
    Math.floor((2 * absent.raw.goalMilli * days.gone + days.total) / (2 * days.total)),
  )
})

test('the curve ends on the figures: what was earned today, what is expected at the end', async () => {
  const view = await getFollowUp(manager1(), { id: cycleId() })
  expect(view.perimeter).toMatchObject({ level: 'REGION', id: region(0) })
  expect(view.curve.earnedMilli.at(-1)).toBe(view.figures.adjusted.earnedMilli)
  expect(view.curve.expectedMilli.at(-1)).toBe(view.figures.adjusted.goalMilli)
  const today = view.curve.expectedMilli[view.curve.earnedMilli.length - 1]
  expect(today).toBe(view.figures.adjusted.expectedMilli)
  expect(view.curve.seen.at(-1)).toBe(view.figures.seen)
  const last = view.curve.forecast.at(-1)
  expect(last).toMatchObject({
    day: '2026-06-30',
    lowMilli: view.figures.chance?.lowMilli,
    meanMilli: view.figures.chance?.meanMilli,
    highMilli: view.figures.chance?.highMilli,
  })
})

test('segments × channels sum to the whole, and the hcps behind a cell are those of its figure', async () => {
  const view = await getFollowUp(manager1(), { id: cycleId() })
  const named = view.segments.filter(({ segment }) => segment)
  const total = view.segments.find(({ segment }) => segment === null)
  expect(named.reduce((sum, row) => sum + row.total.goalMilli, 0)).toBe(total?.total.goalMilli)
  expect(total?.total.earnedMilli).toBe(view.figures.adjusted.earnedMilli)
  const row = named[0]
  const page = await listHcpsBehind(manager1(), {
    id: cycleId(),
    filter: 'all',
    segment: row?.segment?.code,
    offset: 0,
    limit: 200,
  })
  expect(page.total).toBe(row?.hcps)
  const unseen = await listHcpsBehind(manager1(), { id: cycleId(), filter: 'unseen', offset: 0, limit: 5 })
  expect(unseen.total).toBe(view.figures.hcps - view.figures.seen)
  expect(unseen.items.every(({ done, lastCallOn }) => done === 0 && lastCallOn === null)).toBe(true)
})

describe('the as-of day', () => {
  const settle = (completeThrough: string | null) =>
    settleWatermark(hq(), {
      networkId: alpha.network.id,
      sourceId: alpha.sources.crm.id,
      completeThrough,
      commandId: randomUUID(),
    })

  test('is held by the source that is the furthest behind: later calls and days are not known', async () => {
    await settle('2026-05-31')
    const view = await getFollowUp(hq(), { id: cycleId() })
    expect([view.asOf, view.heldBy?.completeThrough]).toEqual(['2026-05-31', '2026-05-31'])
    const plain = await plainFigures(database.sql, alpha.id, cycleId(), '2026-05-31')
    expect(sectorOf(view, 1).figures.adjusted.done).toBe(plain.get(sectorId(1))?.done)
    const later = await plainFigures(database.sql, alpha.id, cycleId(), asOf)
    expect(plain.get(sectorId(1))?.done).toBeLessThan(later.get(sectorId(1))?.done ?? 0)
  })

  test('is yesterday once nothing holds it, and the worker is asked for the figures', async () => {
    await settle(null)
    const view = await getFollowUp(hq(), { id: cycleId() })
    expect([view.asOf, view.heldBy]).toEqual([asOf, null])
    expect(view.computing.isRunning).toBe(true)
  })

  test('no source is complete through a day that is not over', async () => {
    expect(await refusalOf(settle('2026-06-10'))).toBe('REFUSED')
  })
})

describe('raw and adjusted', () => {
  test('an hcp who ceases counts what is done in the adjusted reading, all of it in the raw one', async () => {
    const before = sectorOf(await getFollowUp(hq(), { id: cycleId() }), 2).figures
    const page = await listHcpsBehind(hq(), {
      id: cycleId(),
      sectorId: sectorId(2),
      filter: 'late',
      offset: 0,
      limit: 1,
    })
    const hcp = page.items[0]
    await database.sql.query(`UPDATE hcp SET status = 'CEASED' WHERE lab_id = $1 AND id = $2`, [
      alpha.id,
      hcp?.hcpId,
    ])
    const after = sectorOf(await getFollowUp(hq(), { id: cycleId() }), 2).figures
    const plain = await plainFigures(database.sql, alpha.id, cycleId(), asOf)
    expect(after.adjusted.goalMilli).toBe(plain.get(sectorId(2))?.goal)
    expect(after.adjusted.goalMilli).toBeLessThan(before.adjusted.goalMilli)
    expect(after.raw.goalMilli).toBe(before.raw.goalMilli)
    const closed = await listHcpsBehind(hq(), {
      id: cycleId(),
      sectorId: sectorId(2),
      filter: 'closed',
      offset: 0,
      limit: 10,
    })
    expect(closed.items.map(({ hcpId }) => hcpId)).toEqual([hcp?.hcpId])
  })

  test('a vacant sector is said vacant, has no forecast, and only the raw reading counts it', async () => {
    await database.sql.query(
      `UPDATE sector_assignment SET ends_before = '2026-05-01' WHERE lab_id = $1 AND sector_id = $2`,
      [alpha.id, sectorId(3)],
    )
    const view = await getFollowUp(alpha.actors.manager2, { id: cycleId() })
    const vacant = sectorOf(view, 3)
    expect([vacant.figures.state, vacant.figures.chance, vacant.lead]).toEqual(['VACANT', null, null])
    expect(vacant.figures.raw.goalMilli).toBeGreaterThan(0)
    expect(view.vacant).toMatchObject({ sectors: 1, goalMilli: vacant.figures.raw.goalMilli })
    const held = sectorOf(view, 2).figures
    expect(view.figures.adjusted.goalMilli).toBe(held.adjusted.goalMilli)
    expect(view.figures.raw.goalMilli).toBe(held.raw.goalMilli + vacant.figures.raw.goalMilli)
    expect(view.curve.earnedMilli.at(-1)).toBe(held.adjusted.earnedMilli)
  })
})

describe('walls', () => {
  test('a rep sees his own sector, and nobody else’s', async () => {
    const view = await getFollowUp(rep1(), { id: cycleId() })
    expect(view.perimeter).toMatchObject({ level: 'SECTOR', id: sectorId(0) })
    expect(JSON.stringify(view)).not.toContain(alpha.sectors[1]?.canary)
    expect(view.choices.sectors).toHaveLength(1)
    expect(await refusalOf(getFollowUp(rep1(), { id: cycleId(), sectorId: sectorId(1) }))).toBe('NOT_FOUND')
    expect(await refusalOf(getFollowUp(rep1(), { id: cycleId(), regionId: region(0) }))).toBe('NOT_FOUND')
  })

  test('a manager sees his regions, a stranger finds no cycle', async () => {
    expect(await refusalOf(getFollowUp(manager1(), { id: cycleId(), regionId: region(1) }))).toBe('NOT_FOUND')
    expect((await getFollowUp(manager2(), { id: cycleId() })).perimeter.id).toBe(region(1))
    expect(await refusalOf(getFollowUp(beta.actors.hq, { id: cycleId() }))).toBe('NOT_FOUND')
    expect(await refusalOf(getFollowUp(alpha.actors.admin, { id: cycleId() }))).toBe('NOT_FOUND')
  })

  test('what leaves as a file is the same perimeter, and the trail says so', async () => {
    const { content } = await exportFollowUp(manager1(), { id: cycleId(), filter: 'all', what: 'sectors' })
    expect(content.split('\r\n').filter(Boolean)).toHaveLength(3)
    expect(content).not.toContain(alpha.sectors[2]?.canary)
    const hcps = await exportFollowUp(rep1(), { id: cycleId(), filter: 'unseen', what: 'hcps' })
    expect(hcps.content).not.toContain(alpha.sectors[1]?.canary)
    const { rows } = await database.sql.query(
      `SELECT change->>'what' AS what FROM audit_entry WHERE lab_id = $1 AND action = 'follow-up.export' ORDER BY number`,
      [alpha.id],
    )
    expect(rows.map(({ what }) => what)).toEqual(['sectors', 'hcps'])
  })
})
