import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { prisma } from '#src/server/platform/db.ts'
import type { DatabaseRoleName } from '#src/cli/local-secrets.ts'
import { freshDatabase, type TestDatabase } from '../../fixtures/database/test-database.ts'
import { seedSmallLab, type LabFixture } from '../../fixtures/small-lab.ts'
import { tenantTables } from './catalogue-walk.ts'

let database: TestDatabase
let alpha: LabFixture
let beta: LabFixture
let tables: string[]
beforeAll(async () => {
  database = await freshDatabase()
  ;({ alpha, beta } = await seedSmallLab(database.sql))
  // Nothing writes it yet, and an empty table would prove nothing.
  tables = (await tenantTables(database.sql)).filter((table) => table !== 'follow_snapshot')
})
afterAll(() => database.drop())

/** A transaction of a role, entered or not, that leaves nothing behind. */
async function as<T>(
  role: DatabaseRoleName,
  lab: string | null,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client(database.urls[role])
  await client.connect()
  try {
    await client.query('BEGIN')
    if (lab) await client.query('SELECT app_enter($1, NULL, NULL)', [lab])
    return await work(client)
  } finally {
    await client.query('ROLLBACK')
    await client.end()
  }
}

/** The SQLSTATE of a refusal, or the number of rows. */
async function outcome(
  client: pg.Client,
  sql: string,
  parameters: unknown[] = [],
): Promise<string | number | null> {
  await client.query('SAVEPOINT one')
  try {
    return (await client.query(sql, parameters)).rowCount
  } catch (error) {
    await client.query('ROLLBACK TO one')
    return error instanceof pg.DatabaseError ? (error.code ?? '?') : String(error)
  }
}

const countOf = async (client: pg.Client, table: string, lab: string) =>
  outcome(client, `SELECT FROM ${table} WHERE lab_id = $1`, [lab])

describe('a lab entered by the application', () => {
  test('reads all of its own rows and none of another lab', async () => {
    await as('visee_app', alpha.id, async (client) => {
      for (const table of tables) {
        expect([table, await countOf(client, table, beta.id)]).toEqual([table, 0])
        expect([table, Number(await countOf(client, table, alpha.id)) > 0]).toEqual([table, true])
      }
      expect(await outcome(client, 'SELECT FROM lab')).toBe(1)
    })
  })

  test('would read them if the wall were down', async () => {
    await database.sql.query('ALTER TABLE hcp DISABLE ROW LEVEL SECURITY')
    const seen = await as('visee_app', alpha.id, (client) => countOf(client, 'hcp', beta.id))
    await database.sql.query('ALTER TABLE hcp ENABLE ROW LEVEL SECURITY')
    expect(seen).toBe(beta.hcps.length)
  })

  test('changes and deletes no row of another lab', async () => {
    await as('visee_app', alpha.id, async (client) => {
      for (const table of tables) {
        const column = table === 'audit_head' ? 'number' : 'created_by'
        const changed = await outcome(client, `UPDATE ${table} SET ${column} = NULL WHERE lab_id = $1`, [
          beta.id,
        ])
        const deleted = await outcome(client, `DELETE FROM ${table} WHERE lab_id = $1`, [beta.id])
        expect([table, [0, '42501', '42703']]).toEqual([table, expect.arrayContaining([changed])])
        expect([table, [0, '42501']]).toEqual([table, expect.arrayContaining([deleted])])
      }
    })
  })

  test('writes no row into another lab, and moves none there', async () => {
    await as('visee_app', alpha.id, async (client) => {
      const { rows } = await database.sql.query<{ name: string; columns: string }>(
        `SELECT table_name AS name, string_agg(column_name, ', ') AS columns FROM information_schema.columns
         WHERE table_schema = 'public' AND column_name <> 'lab_id' AND is_generated = 'NEVER' GROUP BY table_name`,
      )
      const columns = new Map(rows.map((row) => [row.name, row.columns]))
      for (const table of tables) {
        const copied = columns.get(table)
        const sql = `INSERT INTO ${table} (lab_id, ${copied}) SELECT $1, ${copied} FROM ${table} LIMIT 1`
        expect([table, await outcome(client, sql, [beta.id])]).toEqual([table, '42501'])
      }
      expect(await outcome(client, 'UPDATE hcp SET lab_id = $1', [beta.id])).toBe('42501')
    })
  })

  test('points at no row of another lab', async () => {
    await as('visee_app', alpha.id, async (client) => {
      const sql = `INSERT INTO hcp_identifier (lab_id, scheme, value, hcp_id) VALUES ($1, 'CRM', '1', $2)`
      expect(await outcome(client, sql, [alpha.id, beta.hcps[0]?.id])).toBe('23503')
      expect(await outcome(client, sql, [alpha.id, alpha.hcps[0]?.id])).toBe(1)
    })
  })

  test('is left with the transaction', async () => {
    await as('visee_app', alpha.id, async (client) => {
      await client.query('COMMIT')
      expect(await outcomeOutside(client)).toBe(0)
      await client.query('BEGIN')
    })
  })
  const outcomeOutside = async (client: pg.Client) => (await client.query('SELECT FROM hcp')).rowCount

  test('reads no login', async () => {
    await as('visee_app', alpha.id, async (client) => {
      expect(await outcome(client, 'SELECT FROM login')).toBe('42501')
      expect(await outcome(client, 'SELECT FROM login_lab')).toBe('42501')
    })
  })

  test('refuses COPY into its tables, and takes it through a temporary one', async () => {
    await as('visee_app', alpha.id, async (client) => {
      expect(await outcome(client, 'COPY network FROM STDIN')).toBe('0A000')
      expect(await outcome(client, 'CREATE TEMP TABLE incoming (x int) ON COMMIT DROP')).toBeNull()
    })
  })
})

describe('without a lab', () => {
  test.each(['visee_app', 'visee_worker', 'visee_owner', 'visee_auth'] as const)(
    '%s reads no row',
    async (role) => {
      await as(role, null, async (client) => {
        for (const table of tables) {
          const seen = await outcome(client, `SELECT FROM ${table}`)
          expect([table, ['42501', 0]]).toEqual([table, expect.arrayContaining([seen])])
        }
      })
    },
  )

  test.each([
    ['visee_worker', 2],
    ['visee_owner', 2],
    ['visee_app', 0],
    ['visee_auth', 0],
  ] as const)('%s lists %i labs', async (role, labs) => {
    expect(await as(role, null, (client) => outcome(client, 'SELECT FROM lab'))).toBe(labs)
  })
})

test('the backup role reads both labs and writes nothing', async () => {
  await as('visee_backup', null, async (client) => {
    for (const table of [...tables, 'login']) {
      expect([table, Number(await outcome(client, `SELECT FROM ${table}`)) > 1]).toEqual([table, true])
      expect([table, await outcome(client, `DELETE FROM ${table}`)]).toEqual([table, '42501'])
    }
  })
})

test('the retention role deletes what is insert-only, in the lab entered', async () => {
  await as('visee_retention', alpha.id, async (client) => {
    const kept = await database.sql.query('SELECT FROM run_column WHERE lab_id = $1', [alpha.id])
    expect(await outcome(client, 'DELETE FROM run_column')).toBe(kept.rowCount)
    expect(await outcome(client, 'UPDATE run_column SET name = name')).toBe('42501')
    expect(await outcome(client, 'DELETE FROM plan')).toBe('42501')
  })
})

describe('through Prisma, as the application', () => {
  const member = (labId: string) => ({
    labId,
    displayName: 'Nouveau',
    email: 'nouveau@alpha.example',
    role: 'REP',
    startsOn: new Date('2026-06-01'),
  })
  const enter = <T>(
    work: (tx: Parameters<Parameters<ReturnType<typeof prisma>['$transaction']>[0]>[0]) => Promise<T>,
  ) =>
    prisma('app').$transaction(async (tx) => {
      await tx.$executeRaw`SELECT app_enter(${alpha.id}::uuid, NULL, NULL)`
      return work(tx)
    })

  test('a member is invited, and attached to a login by sign-in alone', async () => {
    const created = await enter((tx) => tx.member.create({ data: member(alpha.id) }))
    expect(created.loginId).toBeNull()
    const link = {
      labId: alpha.id,
      memberId: created.id,
      purpose: 'INVITE',
      tokenHash: 'x',
      expires: new Date('2026-07-01'),
    }
    await enter((tx) => tx.oneTimeLink.create({ data: link, select: { id: true } }))
    const loginId = alpha.members.admin.loginId
    const update = { where: { labId_id: { labId: alpha.id, id: created.id } }, data: { loginId } }
    await expect(enter((tx) => tx.member.update(update))).rejects.toThrow(/42501|permission denied/)
  })

  test('a row for another lab is refused', async () => {
    await expect(enter((tx) => tx.member.create({ data: member(beta.id) }))).rejects.toThrow(
      /42501|row-level security/,
    )
  })
})
