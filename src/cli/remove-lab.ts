import type pg from 'pg'

/**
 * Takes a lab out of the database with everything that is its own: rows, jobs in the queue, accounts that sign in nowhere
 * else. `client` is a superuser's. For a lab that was never finished: nothing here knows of retention or seals.
 */
export async function removeLab(client: pg.Client, labId: string): Promise<void> {
  await client.query('BEGIN')
  try {
    // Everything goes at once: keys and triggers would only ask, row by row, whether it may.
    await client.query('SET LOCAL session_replication_role = replica')
    await client.query(`SELECT set_config('app.lab', $1, true)`, [labId])
    const { rows: logins } = await client.query<{ id: string }>(
      `SELECT login_id AS id FROM login_lab GROUP BY login_id HAVING bool_and(lab_id = $1)`,
      [labId],
    )
    const { rows: tables } = await client.query<{ name: string }>(
      `SELECT c.table_name AS name FROM information_schema.columns c
       JOIN information_schema.tables t USING (table_schema, table_name)
       WHERE c.table_schema = 'public' AND c.column_name = 'lab_id' AND t.table_type = 'BASE TABLE'`,
    )
    for (const { name } of tables)
      await client.query(`DELETE FROM ${client.escapeIdentifier(name)} WHERE lab_id = $1`, [labId])
    await client.query('DELETE FROM login WHERE id = ANY ($1::uuid[])', [logins.map(({ id }) => id)])
    await client.query(`DELETE FROM pgboss.job WHERE data ->> 'labId' = $1`, [labId])
    await client.query('DELETE FROM lab WHERE id = $1', [labId])
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  }
}
