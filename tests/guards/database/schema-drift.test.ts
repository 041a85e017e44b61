import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { schemaAsSql, schemaFile } from '#src/cli/migrate.ts'
import { emptyDatabase } from '../../fixtures/database/test-database.ts'
import { catalogueSnapshot, drift } from './catalogue-snapshot.ts'

type Database = Awaited<ReturnType<typeof emptyDatabase>>

let fromSchema: Database
let schema: string[]
beforeAll(async () => {
  fromSchema = await emptyDatabase(null)
  await fromSchema.sql.query(await schemaAsSql(inject('superUrl')))
  schema = await catalogueSnapshot(fromSchema.sql)
})
afterAll(() => fromSchema.drop())

describe('schema.prisma and the migrations', () => {
  let migrated: Database
  beforeAll(async () => {
    migrated = await emptyDatabase(inject('template'))
  })
  afterAll(() => migrated.drop())

  async function driftAfter(statement: string): Promise<string[]> {
    const client = await migrated.sql.connect()
    try {
      await client.query('BEGIN')
      await client.query(statement)
      return drift(await catalogueSnapshot(client), schema)
    } finally {
      await client.query('ROLLBACK')
      client.release()
    }
  }

  test('say the same', async () => {
    expect(schema.filter((line) => line.startsWith('table ')).length).toBeGreaterThanOrEqual(70)
    expect(drift(await catalogueSnapshot(migrated.sql), schema)).toEqual([])
  })

  test.each([
    `ALTER TABLE absence ADD CONSTRAINT more EXCLUDE USING gist (lab_id WITH =, member_id WITH =, daterange(starts_on, ends_before) WITH &&)`,
    `CREATE UNIQUE INDEX more ON answer (lab_id, hcp_id) NULLS NOT DISTINCT`,
    `CREATE UNIQUE INDEX more ON alert (lab_id, sector_id) WHERE closed_on IS NULL`,
    `CREATE POLICY more ON hcp FOR SELECT USING (true)`,
    `ALTER TABLE hcp ADD CONSTRAINT more CHECK (length(last_name) > 0)`,
    `ALTER TABLE hcp ALTER decision_role TYPE text COLLATE "fr-x-icu"`,
  ])('differ rightly by what Prisma cannot say: %s', async (statement) => {
    expect(await driftAfter(statement)).toEqual([])
  })

  test.each([
    [`ALTER TABLE hcp DROP decision_role`, 'only in schema.prisma: column hcp.decision_role text'],
    [`ALTER TABLE hcp ADD surprise text`, 'only in migrations: column hcp.surprise text'],
    [
      `ALTER TABLE hcp ALTER decision_role TYPE varchar(9)`,
      'only in schema.prisma: column hcp.decision_role text',
    ],
    [
      `ALTER TABLE hcp ALTER decision_role SET NOT NULL`,
      'only in migrations: column hcp.decision_role text not null',
    ],
    [
      `ALTER TABLE hcp ALTER status SET DEFAULT 'CEASED'`,
      `only in migrations: column hcp.status text not null default 'CEASED'::text`,
    ],
    [`CREATE TABLE surprise (id uuid PRIMARY KEY)`, 'only in migrations: primary key surprise id'],
    [`DROP INDEX call_lab_id_hcp_id_day_idx`, 'only in schema.prisma: index call lab_id,hcp_id,day'],
    [`CREATE INDEX more ON hcp (lab_id, profession)`, 'only in migrations: index hcp lab_id,profession'],
    [
      `ALTER TABLE call DROP CONSTRAINT call_lab_id_hcp_id_fkey`,
      'only in schema.prisma: foreign key call lab_id,hcp_id -> hcp lab_id,id r r',
    ],
  ])('are caught apart: %s', async (statement, expected) => {
    expect(await driftAfter(statement)).toContain(expected)
  })
})

/** « one of: A, B » above a field, by table and column. */
function enumerations(text: string): string[] {
  return text.split(/^model /m).flatMap((model) => {
    const table = /@@map\("(\w+)"\)/.exec(model)?.[1] ?? ''
    const fields = [...model.matchAll(/\/\/\/ one of: (.+)\n\s+(\w+)\s+\S+(.*)/g)]
    return fields.map(([, values, field = '', rest = '']) => {
      const column = /@map\("(\w+)"\)/.exec(rest)?.[1] ?? field
      return `${table}.${column}: ${values}`
    })
  })
}

test('enumerations of schema.prisma are the checks of the migrations', async () => {
  const migrated = await emptyDatabase(inject('template'))
  const { rows } = await migrated.sql.query<{ line: string }>(
    `SELECT c.relname || '.' || a.attname || ': ' ||
       replace(substring(pg_get_constraintdef(k.oid) FROM '\\{(.*)\\}'), ',', ', ') AS line
     FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.conkey[1]
     WHERE k.contype = 'c' AND k.conname LIKE '%\\_known' AND a.atttypid = 'text'::regtype`,
  )
  await migrated.drop()
  const declared = enumerations(readFileSync(schemaFile, 'utf8'))
  expect(declared.length).toBeGreaterThan(40)
  expect(rows.map((row) => row.line).sort()).toEqual(declared.sort())
})

/** Relations that would let the database change or null other rows. */
const loose = (text: string): string[] =>
  [...text.matchAll(/@relation\(([^)]*fields:[^)]*)\)/g)]
    .map(([, inside = '']) => inside)
    .filter((inside) => !/onDelete: Restrict, onUpdate: Restrict/.test(inside))

test('every relation of schema.prisma restricts', () => {
  const text = readFileSync(schemaFile, 'utf8')
  expect(text.match(/@relation\([^)]*fields:/g)?.length).toBeGreaterThan(165)
  expect(loose(text)).toEqual([])
  expect(loose('hcp Hcp @relation(fields: [labId, hcpId], references: [labId, id])')).toHaveLength(1)
  expect(
    loose('hcp Hcp @relation(fields: [labId, hcpId], references: [labId, id], onDelete: Cascade)'),
  ).toHaveLength(1)
})
