import { afterAll, beforeAll, expect, test } from 'vitest'
import { dayNumber } from '#src/lib/calendar.ts'
import { setClock } from '#src/server/platform/clock.ts'
import { freshDatabase, type TestDatabase } from '../../fixtures/database/test-database.ts'
import { now, seedSmallLab, type LabFixture } from '../../fixtures/small-lab.ts'
import { apply, check } from './run-file.ts'

type HcpFixture = LabFixture['hcps'][number]

let database: TestDatabase
let lab: LabFixture
let one: HcpFixture
let two: HcpFixture

beforeAll(async () => {
  database = await freshDatabase()
  lab = (await seedSmallLab(database.sql, { labs: 1 })).alpha
  const [first, second] = lab.hcps.slice(20)
  if (!first || !second) throw new Error('the small lab has hcps')
  one = first
  two = second
  setClock(now)
})
afterAll(async () => {
  setClock(null)
  await database.drop()
})

const header = 'identifiant;critere;valeur;date_observation'
const options = { kind: 'OBSERVATION', source: 'PANEL' } as const
const { criteria } = { criteria: () => lab.criteria }

const answerOf = async (hcp: HcpFixture, criterionId: string) => {
  const { rows } = await database.sql.query<Record<string, unknown>>(
    `SELECT a.state, a.number, a.option_code, a.text, a.observed_on::text FROM answer a JOIN source s ON s.lab_id = a.lab_id AND s.id = a.source_id
     WHERE a.lab_id = $1 AND a.hcp_id = $2 AND a.criterion_id = $3 AND s.code = 'PANEL'`,
    [lab.id, hcp.id, criterionId],
  )
  return rows
}
const observations = async () =>
  (
    await database.sql.query(
      `SELECT 1 FROM observation o JOIN source s ON s.lab_id = o.lab_id AND s.id = o.source_id WHERE o.lab_id = $1 AND s.code = 'PANEL'`,
      [lab.id],
    )
  ).rowCount

test('every kind of criterion is read, « ne sait pas » and « non applicable » included', async () => {
  const c = criteria()
  const done = await apply(lab.actors.hq, options, [
    header,
    `${one.rpps};${c.potential.code};1 234,5;2026-03-01`,
    `${one.rpps};${c.affinity.code};7;01/03/2026`,
    `${one.rpps};${c.activity.code};mixte;2026-03-01`,
    `${one.rpps};${c.leader.code};oui;2026-03-01`,
    `${one.rpps};${c.since.code};15/09/2010;2026-03-01`,
    `${two.rpps};${c.potential.code};ne sait pas;2026-03-01`,
    `${two.rpps};${c.leader.code};non applicable;2026-03-01`,
  ])
  expect(done.counts).toMatchObject({ rows: 7, new: 7, changed: 0, unchanged: 0, errors: 0 })
  const value = { state: 'VALUE', number: null, option_code: null, text: null, observed_on: '2026-03-01' }
  expect(await answerOf(one, c.potential.id)).toEqual([{ ...value, number: 1234.5 }])
  expect(await answerOf(one, c.affinity.id)).toEqual([{ ...value, number: 7 }])
  expect(await answerOf(one, c.activity.id)).toEqual([{ ...value, option_code: 'MIXTE' }])
  expect(await answerOf(one, c.leader.id)).toEqual([{ ...value, number: 1 }])
  expect(await answerOf(one, c.since.id)).toEqual([{ ...value, number: dayNumber('2010-09-15') }])
  expect(await answerOf(two, c.potential.id)).toEqual([{ ...value, state: 'UNKNOWN' }])
  expect(await answerOf(two, c.leader.id)).toEqual([{ ...value, state: 'NOT_APPLICABLE' }])
})

test('the latest observed day is the answer, whatever the order of the lines', async () => {
  const { potential } = criteria()
  const done = await apply(lab.actors.hq, options, [
    header,
    `${one.rpps};${potential.code};80;2026-05-01`,
    `${one.rpps};${potential.code};10;2026-04-01`,
    `${one.rpps};${potential.code};5;2025-01-01`,
  ])
  expect(done.counts).toMatchObject({ new: 0, changed: 3 })
  expect(await answerOf(one, potential.id)).toMatchObject([{ number: 80, observed_on: '2026-05-01' }])
})

test('what is known is not written again; a correction of the same day is, and can be taken back', async () => {
  const { potential } = criteria()
  const line = (value: number) => [header, `${one.rpps};${potential.code};${value};2026-05-01`]
  const before = (await observations()) ?? 0
  const same = await apply(lab.actors.hq, options, [...line(80), ''])
  expect(same.counts).toMatchObject({ new: 0, changed: 0, unchanged: 1 })
  expect(await observations()).toBe(before)
  setClock('2026-06-10T11:00:00Z')
  await apply(lab.actors.hq, options, line(81))
  expect(await answerOf(one, potential.id)).toMatchObject([{ number: 81 }])
  setClock('2026-06-10T12:00:00Z')
  const back = await apply(lab.actors.hq, options, [...line(80), '', ''])
  expect(back.counts).toMatchObject({ changed: 1 })
  expect(await answerOf(one, potential.id)).toMatchObject([{ number: 80 }])
  expect(await observations()).toBe(before + 2)
})

test('each wrong cell is named with its rule', async () => {
  const c = criteria()
  const { found, rules } = await check(lab.actors.hq, { kind: 'OBSERVATION' }, [
    `${header};source;produit`,
    `00000;${c.potential.code};1;2026-03-01;icomed;`,
    `${one.rpps};inconnu;1;2026-03-01;icomed;`,
    `${one.rpps};${c.potential.code};beaucoup;2026-03-01;icomed;`,
    `${one.rpps};${c.affinity.code};11;2026-03-01;icomed;`,
    `${one.rpps};${c.activity.code};ailleurs;2026-03-01;icomed;`,
    `${one.rpps};${c.leader.code};peut-être;2026-03-01;icomed;`,
    `${one.rpps};${c.since.code};hier;2026-03-01;icomed;`,
    `${one.rpps};${c.potential.code};1;31/02/2026;icomed;`,
    `${one.rpps};${c.potential.code};;2026-03-01;icomed;`,
    `${one.rpps};${c.potential.code};1;2027-03-01;icomed;`,
    `${one.rpps};${c.potential.code};1;2026-03-02;;`,
    `${one.rpps};${c.potential.code};1;2026-03-03;nulle part;`,
    `${one.rpps};${c.potential.code};1;2026-03-04;icomed;P1`,
    `${two.rpps};${c.potential.code};1;2026-03-04;icomed;`,
    `${two.rpps};${c.potential.code};2;2026-03-04;icomed;`,
    `${two.rpps};${c.potential.code};1;2026-03-04;icomed;`,
  ])
  expect(rules).toEqual([
    '2 identifier unknown-hcp',
    '3 criterion unknown-criterion',
    '4 value number',
    '5 value scale',
    '6 value unknown-option',
    '7 value yes-no',
    '8 value day',
    '9 observedOn day',
    '10 value required',
    '11 observedOn future-day',
    '12 source source-needed',
    '13 source unknown-source',
    '14 product product-not-asked',
    '16 value contradicts',
  ])
  expect(found.counts).toMatchObject({ rows: 16, changed: 1, repeated: 1, errors: 14, errorLines: 14 })
})

test('files that come together are all written: of two sources side by side, of one source one after the other', async () => {
  const [who] = lab.hcps.slice(25)
  const { potential } = criteria()
  const file = (source: string, value: number) =>
    apply(lab.actors.hq, { kind: 'OBSERVATION', source }, [
      header,
      `${who?.rpps};${potential.code};${value};2026-03-05`,
    ])
  const done = await Promise.all([file('PANEL', 11), file('ENQUETE', 12), file('PANEL', 13)])
  expect(done.map(({ state }) => state)).toEqual(['APPLIED', 'APPLIED', 'APPLIED'])
  const { rows } = await database.sql.query<{ code: string; number: number; observations: number }>(
    `SELECT s.code, a.number, (SELECT count(*)::int FROM observation o
       WHERE o.lab_id = a.lab_id AND o.hcp_id = a.hcp_id AND o.source_id = a.source_id) AS observations
     FROM answer a JOIN source s ON s.lab_id = a.lab_id AND s.id = a.source_id
     WHERE a.lab_id = $1 AND a.hcp_id = $2 AND a.criterion_id = $3 AND s.code IN ('ENQUETE', 'PANEL') ORDER BY s.code`,
    [lab.id, who?.id, potential.id],
  )
  expect(rows).toEqual([
    { code: 'ENQUETE', number: 12, observations: 1 },
    { code: 'PANEL', number: expect.toBeOneOf([11, 13]), observations: 2 },
  ])
})
