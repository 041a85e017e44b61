import { afterAll, beforeAll, expect, test } from 'vitest'
import { setClock } from '#src/server/platform/clock.ts'
import { askDueFollowUps } from '#src/server/use-cases/follow-up/ask-due-follow-ups.ts'
import { runFollowUp } from '#src/server/use-cases/follow-up/run-follow-up.ts'
import { freshDatabase, type TestDatabase } from '../../fixtures/database/test-database.ts'
import { now, seedSmallLab, type LabFixture } from '../../fixtures/small-lab.ts'
import { apply, check } from './run-file.ts'

type HcpFixture = LabFixture['hcps'][number]

let database: TestDatabase
let lab: LabFixture
let placed: HcpFixture
let zoneBlanche: HcpFixture

beforeAll(async () => {
  database = await freshDatabase()
  lab = (await seedSmallLab(database.sql, { labs: 1 })).alpha
  const [first] = lab.hcps.filter(({ sector }) => sector === 0)
  const [none] = lab.hcps.filter(({ sector }) => sector === null)
  if (!first || !none) throw new Error('the small lab has placed and unplaced hcps')
  placed = first
  zoneBlanche = none
  setClock(now)
})
afterAll(async () => {
  setClock(null)
  await database.drop()
})

const header = 'identifiant_externe;identifiant;date;canal;produits;resultat;email_delegue'
const options = { kind: 'CALL', source: 'CRM2', completeThrough: '2026-06-08' } as const

const callOf = async (externalId: string) => {
  const { rows } = await database.sql.query<Record<string, unknown>>(
    `SELECT c.outcome, c.day::text, c.version, s.code AS sector, m.email, (SELECT string_agg(p.code, '|' ORDER BY cp.position) FROM call_product cp
       JOIN product p ON p.lab_id = cp.lab_id AND p.id = cp.product_id WHERE cp.lab_id = c.lab_id AND cp.call_id = c.id) AS products
     FROM call c JOIN sector s ON s.lab_id = c.lab_id AND s.id = c.sector_id LEFT JOIN member m ON m.lab_id = c.lab_id AND m.id = c.member_id
     WHERE c.lab_id = $1 AND c.external_id = $2`,
    [lab.id, externalId],
  )
  return rows
}
const file = () => [
  header,
  `V1;${placed.rpps};2026-06-02;visite;P2|P1;réalisé;${lab.members.rep1.email.toUpperCase()}`,
  `V2;${placed.rpps};03/06/2026;visite;;absent;`,
  `V3;${placed.rpps};2026-06-20;email;P1;prévu;`,
]

test('calls find their hcp, their sector of that day, their products in order, and how far they are complete', async () => {
  const done = await apply(lab.actors.hq, options, file())
  expect(done.counts).toMatchObject({ rows: 3, new: 3, changed: 0, unchanged: 0 })
  const sector = lab.sectors[0]?.code
  expect(await callOf('V1')).toEqual([
    {
      outcome: 'DONE',
      day: '2026-06-02',
      version: 1,
      sector,
      email: lab.members.rep1.email,
      products: 'P2|P1',
    },
  ])
  expect(await callOf('V2')).toMatchObject([{ outcome: 'ABSENT', day: '2026-06-03', sector, products: null }])
  const { rows } = await database.sql.query<{ day: string }>(
    `SELECT w.complete_through::text AS day FROM data_watermark w JOIN source s ON s.lab_id = w.lab_id AND s.id = w.source_id WHERE s.code = 'CRM2'`,
  )
  expect(rows).toEqual([{ day: '2026-06-08' }])
})

test('the same calls again change nothing, a corrected one is corrected', async () => {
  const again = await apply(lab.actors.hq, options, [...file(), ''])
  expect(again.counts).toMatchObject({ new: 0, changed: 0, unchanged: 3 })
  const [head = '', first = '', ...rest] = file()
  const done = await apply(lab.actors.hq, options, [
    head,
    first.replace('P2|P1', 'P1').replace('2026-06-02', '2026-06-01'),
    ...rest,
  ])
  expect(done.counts).toMatchObject({ new: 0, changed: 1, unchanged: 2 })
  expect(await callOf('V1')).toMatchObject([
    { day: '2026-06-01', version: 2, products: 'P1', email: lab.members.rep1.email },
  ])
})

test('the same number from another source is another call', async () => {
  const done = await apply(lab.actors.hq, { kind: 'CALL', source: 'AUTRE' }, [
    header,
    `V1;${placed.rpps};2026-06-02;visite;;;`,
  ])
  expect(done.counts).toMatchObject({ new: 1 })
})

test('calls of a closed cycle no longer move once its days of grace are over', async () => {
  const { id } = lab.cycles.running
  await database.sql.query(`UPDATE cycle SET state = 'CLOSED' WHERE lab_id = $1 AND id = $2`, [lab.id, id])
  const late = [header, `V9;${placed.rpps};2026-05-05;visite;;;`]
  expect((await check(lab.actors.hq, options, late)).rules).toEqual([])
  setClock('2026-08-01T10:00:00Z')
  expect((await check(lab.actors.hq, options, late)).rules).toEqual(['2 day period-closed'])
  setClock(now)
})

test('each wrong cell is named with its rule', async () => {
  const { found, rules } = await check(lab.actors.hq, options, [
    `${header};secteur`,
    `W1;0000;2026-06-02;visite;;;;`,
    `W2;${placed.rpps};2026-06-02;pigeon;;;;`,
    `W3;${placed.rpps};2026-06-02;visite;P1|P9;;;`,
    `W4;${placed.rpps};2026-06-02;visite;P1|P1;;;`,
    `W5;${placed.rpps};2026-07-02;visite;;;;`,
    `W6;${placed.rpps};2026-06-02;visite;;;inconnu@alpha.example;`,
    `W7;${placed.rpps};2026-06-02;visite;;;;ZZ`,
    `W8;${zoneBlanche.rpps};2026-06-02;visite;;;;`,
    `W9;${placed.rpps};2026-06-02;visite;;peut-être;;`,
    `WA;${placed.rpps};2026-06-02;visite;;;;`,
    `WA;${placed.rpps};2026-06-03;visite;;;;`,
    `WB;${placed.rpps};2026-06-02;visite;;;;`,
    `WB;${placed.rpps};2026-06-02;visite;;;;`,
    `;${placed.rpps};2026-06-02;visite;;;;`,
  ])
  expect(rules).toEqual([
    '2 identifier unknown-hcp',
    '3 channel unknown-channel',
    '4 products unknown-product',
    '5 products product-twice',
    '6 day future-day',
    '7 repEmail unknown-member',
    '8 sector unknown-sector',
    '9 sector no-sector',
    '10 outcome choice',
    '12 externalId contradicts',
    '15 externalId required',
  ])
  expect(found.counts).toMatchObject({ rows: 14, new: 2, repeated: 1, errors: 11 })
})

test('calls of days that figures know already make them due again', async () => {
  const settle = async () => {
    await askDueFollowUps()
    const { rows } = await database.sql.query<{ id: string }>(
      `SELECT id FROM run WHERE lab_id = $1 AND kind = 'FOLLOW' AND state = 'QUEUED'`,
      [lab.id],
    )
    for (const { id } of rows) await runFollowUp(lab.actors.hq, id)
  }
  await settle()
  setClock('2026-06-10T13:00:00Z')
  await settle()
  expect(await askDueFollowUps()).toBe(0)
  setClock('2026-06-10T14:00:00Z')
  await apply(lab.actors.hq, options, [header, `V9;${placed.rpps};2026-06-01;visite;;réalisé;`])
  expect(await askDueFollowUps()).toBe(1)
  expect(await askDueFollowUps()).toBe(0)
})
