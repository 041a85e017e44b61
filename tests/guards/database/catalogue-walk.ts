import type { Pool } from 'pg'

/** Global tables that have a lab_id or point at a lab, by the model's own rule. */
const linksToLab = ['login_lab']
// Only an owner may ANALYZE: takes names of a list of its own, reads and gives no row.
const asOwner = ['app_refresh_statistics']

/** Tables whose rows belong to a lab. */
const tenant = `
  SELECT c.oid, c.relname AS name, c.relrowsecurity, c.relforcerowsecurity,
         (SELECT a.attnum FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'lab_id') AS lab
  FROM pg_class c
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
    AND EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'lab_id' AND NOT a.attisdropped)
    AND c.relname <> ALL ('{${linksToLab.join()}}')`

const walks = {
  'row-level security is not enabled and forced': `
    SELECT name FROM (${tenant}) t WHERE NOT (relrowsecurity AND relforcerowsecurity)
    UNION ALL SELECT relname FROM pg_class WHERE oid = 'lab'::regclass AND NOT (relrowsecurity AND relforcerowsecurity)`,
  'no policy holds both reading and writing to the lab entered': `
    SELECT name FROM (SELECT oid, name, 'lab_id' AS key FROM (${tenant}) t UNION ALL SELECT 'lab'::regclass, 'lab', 'id') t
    WHERE NOT EXISTS (
      SELECT FROM pg_policy p WHERE p.polrelid = t.oid AND p.polcmd = '*' AND p.polpermissive AND p.polroles = '{0}'
        AND pg_get_expr(p.polqual, t.oid) = format('(%s = (NULLIF(current_setting(''app.lab''::text, true), ''''::text))::uuid)', t.key)
        AND pg_get_expr(p.polwithcheck, t.oid) = pg_get_expr(p.polqual, t.oid))`,
  'a second policy opens the wall': `
    SELECT c.relname || '.' || p.polname AS name FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid
    WHERE c.relnamespace = 'public'::regnamespace AND p.polname <> 'lab_wall' AND (c.relname, p.polname) <> ('lab', 'lab_list')`,
  'a primary key, unique index or exclusion does not start with lab_id': `
    SELECT i.indexrelid::regclass::text AS name FROM pg_index i JOIN (${tenant}) t ON t.oid = i.indrelid
    WHERE (i.indisunique OR i.indisexclusion) AND i.indkey[0] <> t.lab`,
  'a tenant table has no primary key': `
    SELECT name FROM (${tenant}) t WHERE NOT EXISTS (SELECT FROM pg_index i WHERE i.indrelid = t.oid AND i.indisprimary)`,
  'a foreign key between tenant tables does not start with lab_id on both sides': `
    SELECT conname AS name FROM pg_constraint k JOIN (${tenant}) t ON t.oid = k.conrelid JOIN (${tenant}) r ON r.oid = k.confrelid
    WHERE k.contype = 'f' AND (k.conkey[1] <> t.lab OR k.confkey[1] <> r.lab)`,
  'no chain of keys leads from a tenant table to its lab': `
    WITH RECURSIVE held AS (
      SELECT 'lab'::regclass::oid AS oid
      UNION
      SELECT k.conrelid FROM pg_constraint k JOIN held ON k.confrelid = held.oid
      WHERE k.contype = 'f' AND k.convalidated AND k.confmatchtype = 's' AND k.conrelid <> k.confrelid
        AND (SELECT attname FROM pg_attribute WHERE attrelid = k.conrelid AND attnum = k.conkey[1]) = 'lab_id'
        AND NOT EXISTS (SELECT FROM pg_attribute c WHERE c.attrelid = k.conrelid AND c.attnum = ANY (k.conkey) AND NOT c.attnotnull))
    SELECT name FROM (${tenant}) t WHERE oid NOT IN (SELECT oid FROM held)`,
  'a foreign key leaves a global table towards a tenant table': `
    SELECT conname AS name FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
    WHERE k.contype = 'f' AND c.relnamespace = 'public'::regnamespace AND k.conrelid NOT IN (SELECT oid FROM (${tenant}) t)
      AND (k.confrelid IN (SELECT oid FROM (${tenant}) t) OR k.confrelid = 'lab'::regclass AND c.relname <> ALL ('{${linksToLab.join()}}'))`,
  'a foreign key changes other rows by itself': `
    SELECT conname AS name FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace
      AND (confdeltype <> 'r' OR confupdtype <> 'r')`,
  'a trigger works on a whole statement': `
    SELECT tgname AS name FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
    WHERE NOT tgisinternal AND c.relnamespace = 'public'::regnamespace AND tgtype & 1 = 0`,
  'a function runs with the rights of its owner': `
    SELECT proname AS name FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND prosecdef AND proname <> ALL ('{${asOwner.join()}}')`,
  'a column counts for the whole database': `
    SELECT c.relname || '.' || a.attname AS name FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
      AND (a.attidentity <> '' OR pg_get_serial_sequence(quote_ident(c.relname), a.attname) IS NOT NULL)`,
  'the application reads no row of a table that was made for it': `
    SELECT name FROM (${tenant}) t WHERE NOT has_any_column_privilege('visee_app', t.oid, 'SELECT')`,
}
export type Finding = keyof typeof walks

/** What the catalogue holds against the rules of the model, as « rule: object » lines. */
export async function walkCatalogue(sql: Pool): Promise<string[]> {
  const found: string[] = []
  for (const [rule, query] of Object.entries(walks)) {
    const { rows } = await sql.query<{ name: string }>(query)
    found.push(...rows.map(({ name }) => `${rule}: ${name}`))
  }
  return found.sort()
}

/** Tables in which a role may add rows and neither change nor delete them. */
export async function insertOnlyTables(sql: Pool, role: string): Promise<string[]> {
  const { rows } = await sql.query<{ name: string }>(
    `SELECT name FROM (${tenant}) t
     WHERE has_any_column_privilege($1, oid, 'INSERT') AND NOT has_any_column_privilege($1, oid, 'UPDATE')
       AND NOT has_table_privilege($1, oid, 'DELETE') ORDER BY name`,
    [role],
  )
  return rows.map((row) => row.name)
}

export async function tenantTables(sql: Pool): Promise<string[]> {
  const { rows } = await sql.query<{ name: string }>(`SELECT name FROM (${tenant}) t ORDER BY name`)
  return rows.map((row) => row.name)
}
