import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../fixtures/database/test-database.ts'
import { seedSmallLab, type LabFixture } from '../../fixtures/small-lab.ts'

let database: TestDatabase
let alpha: LabFixture
let beta: LabFixture
beforeAll(async () => {
  database = await freshDatabase()
  ;({ alpha, beta } = await seedSmallLab(database.sql))
})
afterAll(() => database.drop())

const code = async (sql: string, parameters: unknown[]): Promise<string | number | null> => {
  const client = await database.sql.connect()
  try {
    await client.query('BEGIN')
    return (await client.query(sql, parameters)).rowCount
  } catch (error) {
    return error instanceof pg.DatabaseError ? (error.code ?? '?') : String(error)
  } finally {
    await client.query('ROLLBACK')
    client.release()
  }
}

describe.each([
  ['sealed', 'running', 'VS001'],
  ['open', 'engagement', 1],
] as const)('a plan version that is %s', (_, cycle, expected) => {
  const line = () => alpha.cycles[cycle].plans[0]?.lines[0]?.id
  const version = () => alpha.cycles[cycle].plans[0]?.versionId

  test.each([
    ['changes', `UPDATE plan_line SET proposed = 1 WHERE lab_id = $1 AND id = $2`],
    ['deletes the products of', `DELETE FROM plan_presentation WHERE lab_id = $1 AND plan_line_id = $2`],
    [
      'changes the products of',
      `UPDATE plan_presentation SET proposed = 1 WHERE lab_id = $1 AND plan_line_id = $2`,
    ],
    [
      'adds a product to',
      `INSERT INTO plan_presentation (lab_id, plan_line_id, product_id, theoretical, proposed, position)
       SELECT $1, $2, id, 0, 1, 2 FROM product WHERE lab_id = $1 AND code = 'P2'`,
    ],
  ])('%s a line: %s', async (_name, sql) => {
    expect(await code(sql, [alpha.id, line()])).toBe(expected)
  })

  test('adds a line', async () => {
    const sql = `INSERT INTO plan_line (lab_id, id, plan_version_id, hcp_id, channel_id, origin, theoretical, proposed)
      VALUES ($1, gen_random_uuid(), $2, $3, $4, 'ADDED', 0, 1)`
    expect(await code(sql, [alpha.id, version(), alpha.ceased.id, alpha.channels.remote.id])).toBe(expected)
  })

  test('moves a line from elsewhere', async () => {
    const sql = `UPDATE plan_line SET plan_version_id = $2 WHERE lab_id = $1 AND id = $3`
    const other = alpha.cycles.engagement.plans[1]?.lines[0]?.id
    expect(await code(sql, [alpha.id, version(), other])).toBe(expected)
  })

  test('changes itself', async () => {
    const sql = `UPDATE plan_version SET state = 'RETURNED' WHERE lab_id = $1 AND id = $2`
    expect(await code(sql, [alpha.id, version()])).toBe(expected)
  })
})

test('a seal whose content was changed is refused', async () => {
  const sql = `UPDATE plan_seal SET content = content || ' ' WHERE lab_id = $1`
  expect(await code(sql, [alpha.id])).toBe('23514')
})

describe('the trail', () => {
  const append = (lab: string, action: string) =>
    database.sql.query(
      `INSERT INTO audit_entry (lab_id, number, action, subject, change, hash) VALUES ($1, 99, $2, '{}', '{"n": 1}', 'forged')`,
      [lab, action],
    )
  const broken = async (lab: string) => {
    const { rows } = await database.sql.query<{ number: number }>(
      `SELECT number FROM (SELECT e.*, audit_hash(e) AS computed, lag(hash, 1, '') OVER (ORDER BY number) AS before,
                row_number() OVER (ORDER BY number) AS place FROM audit_entry e WHERE lab_id = $1) t
       WHERE hash <> computed OR previous_hash <> before OR number <> place ORDER BY number`,
      [lab],
    )
    return rows.map((row) => row.number)
  }

  test('numbers and chains each lab apart, also for writers at the same time', async () => {
    await Promise.all([1, 2, 3, 4].flatMap((n) => [append(alpha.id, `a${n}`), append(beta.id, `b${n}`)]))
    const { rows } = await database.sql.query(
      `SELECT h.number, (SELECT max(number) FROM audit_entry e WHERE e.lab_id = h.lab_id) AS last,
              h.hash = (SELECT hash FROM audit_entry e WHERE e.lab_id = h.lab_id AND e.number = h.number) AS held
       FROM audit_head h ORDER BY lab_id`,
    )
    expect(rows).toEqual([
      { number: 5, last: 5, held: true },
      { number: 5, last: 5, held: true },
    ])
    expect(await broken(alpha.id)).toEqual([])
  })

  test('shows a row that was changed, and one that was taken out', async () => {
    await database.sql.query(`UPDATE audit_entry SET change = '{"n": 2}' WHERE lab_id = $1 AND number = 3`, [
      alpha.id,
    ])
    expect(await broken(alpha.id)).toEqual([3])
    await database.sql.query(`DELETE FROM audit_entry WHERE lab_id = $1 AND number = 2`, [beta.id])
    expect(await broken(beta.id)).toEqual([3, 4, 5])
  })
})

test.each([
  [
    'two leads of a sector',
    `INSERT INTO sector_assignment (lab_id, id, member_id, sector_id, kind, starts_on)
     SELECT $1, gen_random_uuid(), m.id, a.sector_id, 'LEAD', '2026-01-01' FROM member m, sector_assignment a
     WHERE m.lab_id = $1 AND m.role = 'ADMIN' AND a.lab_id = $1 LIMIT 1`,
  ],
  [
    'a brick in two sectors of a network',
    `INSERT INTO sector_brick (lab_id, id, network_id, sector_id, brick_id, starts_on)
     SELECT $1, gen_random_uuid(), network_id, sector_id, brick_id, '2026-01-01' FROM sector_brick WHERE lab_id = $1 LIMIT 1`,
  ],
  [
    'two absences at once',
    `INSERT INTO absence (lab_id, id, member_id, kind, starts_on, ends_before)
     SELECT $1, gen_random_uuid(), member_id, 'OTHER', '2026-03-13', '2026-03-20' FROM absence WHERE lab_id = $1`,
  ],
  [
    'two main sectors of an hcp',
    `INSERT INTO hcp_sector (lab_id, id, hcp_id, network_id, sector_id, main, origin, starts_on)
     SELECT $1, gen_random_uuid(), h.hcp_id, h.network_id, s.id, true, 'HQ', '2026-01-01' FROM hcp_sector h
     JOIN sector s ON s.lab_id = h.lab_id AND s.id <> h.sector_id WHERE h.lab_id = $1 LIMIT 1`,
  ],
  [
    'two runs of a network at once',
    `UPDATE cycle_network SET run_starts_on = '2026-06-30' WHERE lab_id = $1 AND run_starts_on = '2026-07-01'`,
  ],
])('the database refuses %s', async (_, sql) => {
  expect(await code(sql, [alpha.id])).toBe('23P01')
})

test('half-days of one day do not collide', async () => {
  const sql = `INSERT INTO absence (lab_id, id, member_id, kind, starts_on, ends_before, starts_at_noon, ends_at_noon)
    SELECT $1, gen_random_uuid(), id, 'OTHER', '2026-04-01', '2026-04-02', noon, NOT noon FROM member, (VALUES (true), (false)) v(noon)
    WHERE lab_id = $1 AND role = 'ADMIN'`
  expect(await code(sql, [alpha.id])).toBe(2)
})

test.each([
  [
    'two answers of one source',
    '23505',
    `INSERT INTO answer (lab_id, id, criterion_id, source_id, hcp_id, observation_id, state, number, observed_on, entered_at)
     SELECT lab_id, gen_random_uuid(), criterion_id, source_id, hcp_id, observation_id, 'VALUE', 1, '2026-01-01', now() FROM answer
     WHERE lab_id = $1 LIMIT 1`,
  ],
  [
    'two versions of a plan in work',
    '23505',
    `INSERT INTO plan_version (lab_id, id, plan_id, publication_id, number)
     SELECT lab_id, gen_random_uuid(), plan_id, publication_id, 2 FROM plan_version WHERE lab_id = $1 AND state = 'OPEN' LIMIT 1`,
  ],
  [
    'two open alerts on one thing',
    '23505',
    `INSERT INTO alert (lab_id, id, cycle_id, sector_id, kind, dimension, level, probability, at_stake_milli, opened_on)
     SELECT lab_id, gen_random_uuid(), cycle_id, sector_id, kind, dimension, 'RED', .1, 9000, '2026-06-09' FROM alert WHERE lab_id = $1`,
  ],
  ['a word that is not of the list', '23514', `UPDATE hcp SET status = 'GONE' WHERE lab_id = $1`],
  [
    'a period that ends before it starts',
    '23514',
    `UPDATE sector SET ends_before = starts_on WHERE lab_id = $1`,
  ],
  ['a share above the whole', '23514', `UPDATE working_time SET field_share_bps = 10001 WHERE lab_id = $1`],
  [
    'an observation of nobody',
    '23514',
    `INSERT INTO observation (lab_id, id, criterion_id, source_id, state, observed_on)
     SELECT $1, gen_random_uuid(), c.id, s.id, 'UNKNOWN', '2026-01-01' FROM criterion c, source s WHERE c.lab_id = $1 AND s.lab_id = $1 LIMIT 1`,
  ],
])('the database refuses %s', async (_, expected, sql) => {
  expect(await code(sql, [alpha.id])).toBe(expected)
})
