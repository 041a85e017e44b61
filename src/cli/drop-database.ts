import pg from 'pg'

/** Drops a database of the server behind a superuser's address, whoever is connected to it. */
export async function dropDatabase(superUrl: string, name: string): Promise<void> {
  const maintenance = new URL(superUrl)
  maintenance.pathname = '/postgres'
  const client = new pg.Client(maintenance.href)
  await client.connect()
  try {
    await client.query(`DROP DATABASE IF EXISTS ${client.escapeIdentifier(name)} WITH (FORCE)`)
  } finally {
    await client.end()
  }
}
