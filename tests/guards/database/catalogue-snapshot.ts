import type { ClientBase, Pool } from 'pg'

const here = `relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname <> '_prisma_migrations'`
const names = (keys: string, table: string) =>
  `(SELECT string_agg(a.attname, ',' ORDER BY u.place) FROM unnest(${keys}) WITH ORDINALITY u(attnum, place)
    JOIN pg_attribute a ON a.attrelid = ${table} AND a.attnum = u.attnum)`

// Only what schema.prisma can say: a generated column's formula, an exclusion, a partial or expression index, NULLS NOT DISTINCT, a CHECK, a policy,
// a collation or a grant of the migrations is no drift.
const parts = [
  `SELECT 'table ' || relname AS line FROM pg_class WHERE ${here}`,
  `SELECT concat_ws(' ', 'column', c.relname || '.' || a.attname, format_type(a.atttypid, a.atttypmod),
          CASE WHEN a.attnotnull THEN 'not null' END, CASE WHEN a.attgenerated = '' THEN 'default ' || pg_get_expr(d.adbin, d.adrelid) END)
   FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
   WHERE a.attnum > 0 AND NOT a.attisdropped AND ${here}`,
  `SELECT concat_ws(' ', 'foreign key', c.relname, ${names('k.conkey', 'k.conrelid')}, '->', r.relname,
          ${names('k.confkey', 'k.confrelid')}, k.confdeltype, k.confupdtype)
   FROM pg_constraint k JOIN pg_class r ON r.oid = k.confrelid JOIN (SELECT oid, relname FROM pg_class WHERE ${here}) c ON c.oid = k.conrelid
   WHERE k.contype = 'f'`,
  `SELECT concat_ws(' ', CASE WHEN i.indisprimary THEN 'primary key' WHEN i.indisunique THEN 'unique' ELSE 'index' END,
          c.relname, ${names('i.indkey::int2[]', 'i.indrelid')})
   FROM pg_index i JOIN (SELECT oid, relname FROM pg_class WHERE ${here}) c ON c.oid = i.indrelid
   WHERE NOT i.indisexclusion AND i.indpred IS NULL AND i.indexprs IS NULL AND NOT i.indnullsnotdistinct`,
]

/** Tables, columns, keys, relations and plain indexes of a database, one line each. */
export async function catalogueSnapshot(sql: Pool | ClientBase): Promise<string[]> {
  const { rows } = await sql.query<{ line: string }>(parts.join(' UNION ALL '))
  return rows.map((row) => row.line).sort()
}

/** Lines that only one of the two has. */
export function drift(migrations: readonly string[], schema: readonly string[]): string[] {
  const one = new Set(migrations)
  const other = new Set(schema)
  return [
    ...migrations.filter((line) => !other.has(line)).map((line) => `only in migrations: ${line}`),
    ...schema.filter((line) => !one.has(line)).map((line) => `only in schema.prisma: ${line}`),
  ]
}
