import { afterAll, beforeAll, expect, test } from 'vitest'
import { setClock } from '#src/server/platform/clock.ts'
import { freshDatabase, type TestDatabase } from '../../fixtures/database/test-database.ts'
import { now, seedSmallLab, type LabFixture } from '../../fixtures/small-lab.ts'
import { apply, check } from './run-file.ts'

let database: TestDatabase
let lab: LabFixture

beforeAll(async () => {
  database = await freshDatabase()
  lab = (await seedSmallLab(database.sql, { labs: 1 })).alpha
  setClock(now)
})
afterAll(async () => {
  setClock(null)
  await database.drop()
})

const header = 'reseau;nom_reseau;region;secteur;nom_secteur;code_insee'
const gironde = [
  header,
  'VILLE;Médecine de ville;SO;33A;Bordeaux;33063',
  'VILLE;;SO;33A;;33281',
  'VILLE;;SO;33B;Libourne;33243',
  'VILLE;;NO;35A;Rennes;35238',
]

const held = async (day: string) => {
  const { rows } = await database.sql.query<{ insee: string; sector: string }>(
    `SELECT a.insee_code AS insee, s.code AS sector FROM sector_brick sb JOIN brick_area a ON a.lab_id = sb.lab_id AND a.brick_id = sb.brick_id
     JOIN sector s ON s.lab_id = sb.lab_id AND s.id = sb.sector_id JOIN network n ON n.lab_id = s.lab_id AND n.id = s.network_id
     WHERE sb.lab_id = $1 AND n.code = 'VILLE' AND sb.starts_on <= $2 AND (sb.ends_before IS NULL OR sb.ends_before > $2) ORDER BY 1`,
    [lab.id, day],
  )
  return rows.map(({ insee, sector }) => `${insee} ${sector}`)
}

test('a file of communes makes networks, regions and sectors, each commune a brick from the first day on', async () => {
  const done = await apply(lab.actors.hq, { kind: 'TERRITORY', startsOn: '2026-01-01' }, gironde)
  expect(done.state).toBe('APPLIED')
  expect(done.counts).toMatchObject({ rows: 4, new: 4, changed: 0, unchanged: 0, errors: 0 })
  expect(done.counts?.details).toMatchObject({ networks: 1, regions: 2, sectors: 3 })
  expect(await held('2026-01-01')).toEqual(['33063 33A', '33243 33B', '33281 33A', '35238 35A'])
  expect(await held('2025-12-31')).toEqual([])
})

test('the same communes again change nothing', async () => {
  const done = await apply(lab.actors.admin, { kind: 'TERRITORY', startsOn: '2026-02-01' }, [...gironde, ''])
  expect(done.counts).toMatchObject({ new: 0, changed: 0, unchanged: 4 })
})

test('the same file is not applied twice', async () => {
  const { found } = await check(lab.actors.hq, { kind: 'TERRITORY' }, gironde)
  expect(found.appliedBefore).not.toBeNull()
  await expect(apply(lab.actors.hq, { kind: 'TERRITORY' }, gironde)).rejects.toMatchObject({
    data: { reason: 'import-applied-before' },
  })
})

test('a commune that moves keeps its past in the old sector', async () => {
  const done = await apply(lab.actors.hq, { kind: 'TERRITORY', startsOn: '2026-07-01' }, [
    'network,region,sector,insee_code',
    'VILLE,SO,33B,33281',
  ])
  expect(done.counts).toMatchObject({ new: 0, changed: 1, unchanged: 0 })
  expect(await held('2026-06-30')).toContain('33281 33A')
  expect(await held('2026-07-01')).toContain('33281 33B')
})

test('each line says what is wrong with it', async () => {
  const { found, rules } = await check(lab.actors.hq, { kind: 'TERRITORY' }, [
    header,
    'VILLE;;SO;33A;;99999',
    'VILLE;;;33A;;33063',
    'VILLE;;SO;33C;;33318',
    'VILLE;;SO;33D;;33318',
    'VILLE;;NO;33C;;33069',
    `${lab.network.code};;${lab.regions[0]?.code};NEUF;;${lab.sectors[0]?.communes[0]}`,
  ])
  expect(rules).toEqual([
    '2 inseeCode unknown-commune',
    '3 region required',
    '5 inseeCode commune-twice',
    '6 region two-regions',
    '7 inseeCode commune-in-brick',
  ])
  expect(found.counts).toMatchObject({ errors: 5, errorLines: 5 })
})

test('a line without commune makes the sector alone', async () => {
  const done = await apply(lab.actors.hq, { kind: 'TERRITORY' }, [
    'reseau;region;secteur;code_insee',
    'HOPITAL;1;1;',
  ])
  expect(done.counts).toMatchObject({ rows: 1, new: 0 })
  expect(done.counts?.details).toMatchObject({ networks: 1, regions: 1, sectors: 1 })
})

test('leading zeros lost by a spreadsheet come back', async () => {
  const done = await apply(lab.actors.hq, { kind: 'TERRITORY' }, [
    'reseau;region;secteur;code_insee',
    'VILLE;AIN;01A;1053',
  ])
  expect(done.counts).toMatchObject({ new: 1 })
})
