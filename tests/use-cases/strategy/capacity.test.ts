import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { goneBy } from '#src/engine/index.ts'
import { dayNumber } from '#src/lib/calendar.ts'
import { read } from '#src/server/platform/transaction.ts'
import {
  memoryWindow,
  sectorCapacities,
  zoneWorkingDays,
} from '#src/server/use-cases/strategy/steps/sector-capacities.ts'
import { freshDatabase, type TestDatabase } from '../../fixtures/database/test-database.ts'
import { seedSmallLab, type LabFixture } from '../../fixtures/small-lab.ts'

let database: TestDatabase
let alpha: LabFixture

beforeAll(async () => {
  database = await freshDatabase()
  ;({ alpha } = await seedSmallLab(database.sql))
})
afterAll(() => database.drop())

/** Full weeks of March 2027 without a holiday: 22 working days from the 1st to the 30th. */
const march = { startsOn: '2027-03-01', endsOn: '2027-03-28' }
const run = (text: string, values: unknown[]) => database.sql.query(text, [alpha.id, ...values])
const capacities = async (window = march) => {
  const networkIds = [alpha.network.id]
  const sectors = await read(alpha.actors.hq, (tx) => sectorCapacities(tx, alpha.id, { networkIds }, window))
  return new Map(sectors.map((sector) => [sector.code, sector]))
}

test('one rep full time: working days × field share × contacts a day', async () => {
  const sectors = await capacities()
  expect([...sectors.keys()]).toEqual(['S1', 'S2', 'S3', 'S4'])
  // 20 days × 80 % × 6 contacts.
  expect(sectors.get('S4')?.capacity.totalMilli).toBe(96_000)
  expect(sectors.get('S4')?.leadMemberId).toBe(alpha.members.rep4.id)
})

test('public holidays of the zone and closed days of the network take their days', async () => {
  const sectors = await capacities({ startsOn: '2026-05-11', endsOn: '2026-05-17' })
  // Thursday 14 is Ascension, Friday 15 closed: three days left.
  expect(sectors.get('S1')?.capacity.totalMilli).toBe(14_400)
  await run(`UPDATE sector SET holiday_zone = 'GUADELOUPE' WHERE lab_id = $1 AND id = $2`, [
    alpha.sectors[3]?.id,
  ])
  const abolition = { startsOn: '2026-05-27', endsOn: '2026-05-27' }
  const there = await capacities(abolition)
  expect([there.get('S3')?.capacity.totalMilli, there.get('S4')?.capacity.totalMilli]).toEqual([4800, 0])
})

test('a second rep at part time adds his own share of his own half-days', async () => {
  const second = alpha.members.rep2.id
  await run(`UPDATE working_time SET half_day_bits = 15 WHERE lab_id = $1 AND member_id = $2`, [second])
  await run(`UPDATE sector_assignment SET share_bps = 6000 WHERE lab_id = $1 AND member_id = $2`, [second])
  await run(
    `INSERT INTO sector_assignment (lab_id, id, member_id, sector_id, kind, share_bps, starts_on)
     VALUES ($1, $2, $3, $4, 'MEMBER', 4000, '2027-01-01')`,
    [randomUUID(), second, alpha.sectors[2]?.id],
  )
  const sectors = await capacities()
  // Monday and Tuesday for four weeks: 8 days × 4.8 contacts, 60 % in one sector and 40 % in the other.
  expect(sectors.get('S2')?.capacity.totalMilli).toBe(23_040)
  expect(sectors.get('S3')?.capacity.totalMilli).toBe(96_000 + 15_360)
})

test('absences are out of capacity, in its raw reading, and counted at the end of each day', async () => {
  await run(
    `INSERT INTO absence (lab_id, id, member_id, kind, starts_on, ends_before, starts_at_noon)
     VALUES ($1, $2, $3, 'LEAVE', '2027-03-03', '2027-03-06', true)`,
    [randomUUID(), alpha.members.rep1.id],
  )
  const capacity = (await capacities()).get('S1')?.capacity
  if (!capacity) throw new Error('no sector')
  // Wednesday afternoon, Thursday, Friday.
  expect([capacity.totalMilli, capacity.rawTotalMilli]).toEqual([84_000, 96_000])
  const gone = (day: string) => goneBy(capacity, capacity.cumulativeMilli, dayNumber(day))
  expect([gone('2027-02-28'), gone('2027-03-02'), gone('2027-03-03'), gone('2027-03-07')]).toEqual([
    0, 9600, 12_000, 12_000,
  ])
})

test('a sector whose lead left is vacant from that day on', async () => {
  await run(
    `UPDATE sector_assignment SET ends_before = '2027-03-15' WHERE lab_id = $1 AND sector_id = $2 AND kind = 'LEAD'`,
    [alpha.sectors[2]?.id],
  )
  const sector = (await capacities()).get('S3')
  expect([sector?.capacity.vacantDays, sector?.capacity.totalMilli]).toEqual([14, 48_000 + 7680])
})

test('the window before a run has as many whole months, and its own working days', async () => {
  expect(memoryWindow({ startsOn: '2026-01-01', endsOn: '2026-06-30' })).toEqual({
    startsOn: '2025-07-01',
    endsOn: '2025-12-31',
  })
  expect(memoryWindow({ startsOn: '2026-08-31', endsOn: '2026-12-18' }).startsOn).toBe('2026-04-30')
  expect(memoryWindow({ startsOn: '2026-03-02', endsOn: '2026-03-08' }).startsOn).toBe('2026-02-02')
  const days = await read(alpha.actors.hq, (tx) =>
    zoneWorkingDays(tx, { startsOn: '2026-05-11', endsOn: '2026-05-17' }, ['METROPOLE']),
  )
  expect(days.get('METROPOLE')).toBe(4)
})
