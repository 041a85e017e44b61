import type pg from 'pg'

/**
 * `twin_<table>`: the same columns, defaults, checks and indexes as a table, none of its rows and no row-level security,
 * which COPY refuses; its references too where asked.
 */
export async function twinOf(
  client: pg.PoolClient,
  table: string,
  { references }: { references: boolean },
): Promise<void> {
  const twin = `twin_${table}`
  await client.query(`DROP TABLE IF EXISTS ${twin}`)
  await client.query(`CREATE TABLE ${twin} (LIKE ${table} INCLUDING ALL)`)
  const { rows: own } = await client.query<{ name: string; definition: string; kind: string }>(
    `SELECT conname AS name, pg_get_constraintdef(oid) AS definition, contype AS kind FROM pg_constraint
     WHERE conrelid = $1::regclass AND contype IN ('f', 'x')`,
    [table],
  )
  for (const { name, definition, kind } of own)
    if (kind === 'f' && references)
      await client.query(`ALTER TABLE ${twin} ADD CONSTRAINT twin_${name} ${definition}`)
}
