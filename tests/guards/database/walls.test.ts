import { inject, afterAll, beforeAll, describe, expect, test } from 'vitest'
import { emptyDatabase } from '../../fixtures/database/test-database.ts'
import { insertOnlyTables, tenantTables, walkCatalogue, type Finding } from './catalogue-walk.ts'

type Database = Awaited<ReturnType<typeof emptyDatabase>>

// The † of the data model, and the keeper of the trail's head apart.
const insertOnly = [
  'audit_entry',
  'configuration',
  'contact_permission',
  'cycle_transition',
  'dataset',
  'dataset_column',
  'observation',
  'plan_event',
  'plan_seal',
  'publication',
  'published_sector',
  'run_column',
  'segment_assignment',
  'signature',
  'target',
  'target_goal',
  'target_presentation',
]

let migrated: Database
beforeAll(async () => {
  migrated = await emptyDatabase(inject('template'))
})
afterAll(() => migrated.drop())

test('the catalogue keeps every rule of the model', async () => {
  expect((await tenantTables(migrated.sql)).length).toBeGreaterThanOrEqual(63)
  expect(await walkCatalogue(migrated.sql)).toEqual([])
})

test('what must never change is insert-only for web and worker', async () => {
  expect(await insertOnlyTables(migrated.sql, 'visee_app')).toEqual(insertOnly)
  expect(await insertOnlyTables(migrated.sql, 'visee_worker')).toEqual(insertOnly)
})

test('no role of the application owns a table, bypasses the walls or makes roles', async () => {
  const { rows } = await migrated.sql.query(
    `SELECT rolname FROM pg_roles WHERE rolname LIKE 'visee\\_%' AND (rolsuper OR rolcreaterole OR rolcreatedb OR rolbypassrls)`,
  )
  expect(rows).toEqual([{ rolname: 'visee_backup' }])
  const owners = await migrated.sql.query(
    `SELECT DISTINCT tableowner FROM pg_tables WHERE schemaname IN ('public', 'pgboss')`,
  )
  expect(owners.rows).toEqual([{ tableowner: 'visee_owner' }])
})

const granted = async (role: string, table: string, privilege: string): Promise<boolean> => {
  const check = privilege === 'DELETE' ? 'has_table_privilege' : 'has_any_column_privilege'
  const { rows } = await migrated.sql.query<{ yes: boolean }>(`SELECT ${check}($1, $2, $3) AS yes`, [
    role,
    table,
    privilege,
  ])
  return rows[0]?.yes ?? false
}

test.each([
  ['login', ''],
  ['login_lab', ''],
  ['throttle', ''],
  ['session', 'SELECT UPDATE'],
  ['one_time_link', 'SELECT INSERT UPDATE'],
  ['lab', 'SELECT UPDATE'],
  ['audit_head', 'SELECT INSERT UPDATE'],
  ['_prisma_migrations', ''],
])('of %s the application has: %s', async (table, expected) => {
  for (const privilege of ['SELECT', 'INSERT', 'UPDATE', 'DELETE'])
    expect([privilege, await granted('visee_app', table, privilege)]).toEqual([
      privilege,
      expected.includes(privilege),
    ])
})

test('sign-in reads no health professional', async () => {
  const readable: string[] = []
  for (const table of await tenantTables(migrated.sql))
    if (await granted('visee_auth', table, 'SELECT')) readable.push(table)
  expect(readable).toEqual(['audit_entry', 'audit_head', 'member', 'one_time_link', 'session'])
})

describe('each rule is seen broken', () => {
  let broken: Database
  let findings: string[]
  beforeAll(async () => {
    broken = await emptyDatabase(inject('template'))
    await broken.sql.query(`
      CREATE TABLE no_wall (lab_id uuid, id uuid, PRIMARY KEY (lab_id, id));
      CREATE TABLE half_wall (lab_id uuid, id uuid, PRIMARY KEY (lab_id, id));
      ALTER TABLE half_wall ENABLE ROW LEVEL SECURITY;
      ALTER TABLE half_wall FORCE ROW LEVEL SECURITY;
      CREATE POLICY lab_wall ON half_wall USING (lab_id = nullif(current_setting('app.lab', true), '')::uuid) WITH CHECK (true);
      CREATE POLICY everybody ON hcp USING (true);
      ALTER TABLE hcp ADD CONSTRAINT bad_unique UNIQUE (last_name);
      ALTER TABLE absence ADD CONSTRAINT bad_exclusion EXCLUDE USING gist (member_id WITH =, daterange(starts_on, ends_before) WITH &&);
      CREATE TABLE no_key (lab_id uuid);
      ALTER TABLE hcp_identifier DROP CONSTRAINT hcp_identifier_lab_id_hcp_id_fkey;
      ALTER TABLE hcp ADD CONSTRAINT two_ids UNIQUE (lab_id, id);
      CREATE UNIQUE INDEX hcp_id_first ON hcp (id, lab_id);
      ALTER TABLE call ADD CONSTRAINT bad_foreign FOREIGN KEY (hcp_id, lab_id) REFERENCES hcp (id, lab_id) ON DELETE RESTRICT ON UPDATE RESTRICT;
      ALTER TABLE commune ADD lab uuid, ADD CONSTRAINT bad_direction FOREIGN KEY (lab) REFERENCES lab (id) ON DELETE RESTRICT ON UPDATE RESTRICT;
      ALTER TABLE call ADD CONSTRAINT bad_cascade FOREIGN KEY (lab_id, hcp_id) REFERENCES hcp (lab_id, id) ON DELETE CASCADE ON UPDATE RESTRICT;
      ALTER TABLE call ADD CONSTRAINT bad_null FOREIGN KEY (lab_id, reason_id) REFERENCES reason (lab_id, id) ON DELETE SET NULL ON UPDATE RESTRICT;
      CREATE TRIGGER bad_trigger AFTER INSERT ON hcp FOR EACH STATEMENT EXECUTE FUNCTION plan_line_sealed();
      CREATE FUNCTION bad_function() RETURNS int LANGUAGE sql SECURITY DEFINER AS 'SELECT 1';
      ALTER TABLE hcp ADD serial int GENERATED ALWAYS AS IDENTITY;
      GRANT UPDATE ON plan_seal TO visee_app`)
    findings = await walkCatalogue(broken.sql)
  })
  afterAll(() => broken.drop())

  const cases: [Finding, string[]][] = [
    ['row-level security is not enabled and forced', ['no_key', 'no_wall']],
    ['no policy holds both reading and writing to the lab entered', ['half_wall', 'no_key', 'no_wall']],
    ['a second policy opens the wall', ['hcp.everybody']],
    [
      'a primary key, unique index or exclusion does not start with lab_id',
      ['bad_exclusion', 'bad_unique', 'hcp_id_first'],
    ],
    ['a tenant table has no primary key', ['no_key']],
    ['a foreign key between tenant tables does not start with lab_id on both sides', ['bad_foreign']],
    [
      'no chain of keys leads from a tenant table to its lab',
      ['half_wall', 'hcp_identifier', 'no_key', 'no_wall'],
    ],
    ['a foreign key leaves a global table towards a tenant table', ['bad_direction']],
    ['a foreign key changes other rows by itself', ['bad_cascade', 'bad_null']],
    ['a trigger works on a whole statement', ['bad_trigger']],
    ['a function runs with the rights of its owner', ['bad_function']],
    ['a column counts for the whole database', ['hcp.serial']],
    ['the application reads no row of a table that was made for it', ['half_wall', 'no_key', 'no_wall']],
  ]
  test.each(cases)('%s', (rule, names) => {
    const seen = findings
      .filter((line) => line.startsWith(`${rule}: `))
      .map((line) => line.slice(rule.length + 2))
    expect(seen).toEqual(names)
  })

  test('nothing else is said', () => {
    expect(findings).toHaveLength(cases.flatMap(([, names]) => names).length)
  })

  test('a sealed plan that may be updated is no longer insert-only', async () => {
    expect(await insertOnlyTables(broken.sql, 'visee_app')).not.toContain('plan_seal')
  })
})
