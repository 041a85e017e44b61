import pg from 'pg'
import { openDatabase, type Database } from '#src/cli/database.ts'
import { dropDatabase } from '#src/cli/drop-database.ts'
import { disconnect } from '#src/server/platform/db.ts'
import { resetEnv } from '#src/server/platform/env.ts'
import { stopSender } from '#src/server/platform/queue.ts'
import type { BenchDatabase } from './bench.ts'
import { versions } from './results.ts'

const name = 'visee_bench'

/** What an interrupted run left is dropped first. */
async function openEmpty(): Promise<Database> {
  const database = await openDatabase(name)
  const client = new pg.Client(database.superUrl)
  await client.connect()
  const { rowCount } = await client.query('SELECT FROM lab LIMIT 1')
  await client.end()
  if (rowCount === 0) return database
  await dropDatabase(database.superUrl, name)
  return { ...(await openDatabase(name)), stop: database.stop }
}

/** A migrated database that holds nothing but communes, this process's environment pointed at it; dropped at the end. */
export async function withBenchDatabase<T>(work: (database: BenchDatabase) => Promise<T>): Promise<T> {
  const { superUrl, environment, stop } = await openEmpty()
  Object.assign(process.env, environment, { NEXTAUTH_URL: 'http://localhost', LOG_LEVEL: 'error' })
  resetEnv()
  const sql = new pg.Pool({ connectionString: superUrl, max: 4 })
  try {
    const { rows } = await sql.query<{ version: string }>(
      `SELECT current_setting('server_version') AS version`,
    )
    versions.set('PostgreSQL', rows[0]?.version ?? '')
    return await work({ name, superUrl, environment, sql })
  } finally {
    await stopSender()
    await disconnect()
    await sql.end()
    await dropDatabase(superUrl, name)
    await stop()
  }
}
