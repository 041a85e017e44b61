import pg from 'pg'
import { PgBoss } from 'pg-boss'
import { databaseRoles, type DatabaseRoleName } from './local-secrets.ts'
import { migrate } from './migrate.ts'
import { loadReferenceData } from './reference-data.ts'

export type DatabaseUrls = Record<DatabaseRoleName, string>

export type DatabaseSetup = {
  /** A superuser, or an account that may create roles and databases, on any database of the server. */
  superUrl: string
  database: string
  passwords: Readonly<Record<DatabaseRoleName, string>>
  queues: readonly string[]
}

const inDatabase = (url: string, database: string): string => {
  const there = new URL(url)
  there.pathname = `/${database}`
  return there.href
}

const asRole = (url: string, role: string, password: string): string => {
  const there = new URL(url)
  there.username = role
  there.password = encodeURIComponent(password)
  return there.href
}

/** The address of each role in a database. */
export function databaseUrls({ superUrl, database, passwords }: Omit<DatabaseSetup, 'queues'>): DatabaseUrls {
  const entries = databaseRoles.map((role) => [
    role,
    asRole(inDatabase(superUrl, database), role, passwords[role]),
  ])
  return Object.fromEntries(entries) as DatabaseUrls
}

/** What `.env` calls them: the processes of the application read these. */
export const environmentOf = (urls: DatabaseUrls): Record<string, string> => ({
  DATABASE_APP_URL: urls.visee_app,
  DATABASE_AUTH_URL: urls.visee_auth,
  DATABASE_WORKER_URL: urls.visee_worker,
  DATABASE_OWNER_URL: urls.visee_owner,
  DATABASE_RETENTION_URL: urls.visee_retention,
})

/** The database that a DATABASE_URL speaks of: the one it names, unless that is the server's own. */
export function databaseName(superUrl: string): string {
  const named = decodeURIComponent(new URL(superUrl).pathname.slice(1))
  return named === '' || named === 'postgres' || named.startsWith('template') ? 'visee' : named
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

// 57P03 and friends apart, only "it does not exist" (3D000) sends us to the server's own database.
async function withServer<T>(superUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const missing = (error: unknown) => error instanceof pg.DatabaseError && error.code === '3D000'
  const reachable = await withClient(superUrl, async () => true).catch((error: unknown) => {
    if (missing(error)) return false
    throw error
  })
  return withClient(reachable ? superUrl : inDatabase(superUrl, 'postgres'), work)
}

async function createRoles(client: pg.Client, passwords: DatabaseSetup['passwords']): Promise<void> {
  const { rows } = await client.query<{ rolname: string }>(
    'SELECT rolname FROM pg_roles WHERE rolname = ANY ($1)',
    [[...databaseRoles]],
  )
  const known = new Set(rows.map((row) => row.rolname))
  for (const role of databaseRoles) {
    const verb = known.has(role) ? 'ALTER' : 'CREATE'
    await client.query(`${verb} ROLE ${role} LOGIN PASSWORD ${client.escapeLiteral(passwords[role])}`)
  }
  if (!known.has('visee_backup'))
    await client.query('ALTER ROLE visee_backup BYPASSRLS').catch((error: unknown) => {
      // Only who bypasses may hand it on; without it this role reads nothing, and backups are the administrator's.
      if (!(error instanceof pg.DatabaseError) || error.code !== '42501') throw error
      console.warn(
        'visee_backup cannot bypass row-level security: let a superuser run ALTER ROLE visee_backup BYPASSRLS',
      )
    })
}

async function createDatabase(client: pg.Client, database: string): Promise<void> {
  const { rows } = await client.query<{ owner: string; super: boolean; me: string }>(
    `SELECT (SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = $1) AS owner, current_user AS me,
            (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) AS super`,
    [database],
  )
  const [found] = rows
  const name = client.escapeIdentifier(database)
  // Who is not a superuser must be a member of the owner to give it a database.
  if (found && !found.super) await client.query(`GRANT visee_owner TO ${client.escapeIdentifier(found.me)}`)
  if (!found?.owner)
    await client.query(`CREATE DATABASE ${name} OWNER visee_owner TEMPLATE template0 ENCODING 'UTF8'`)
  await grantDatabase(client, database)
}

/** Who may connect and use temporary tables: rights on the database itself, which a copy of it does not inherit. */
export async function grantDatabase(client: pg.Client, database: string): Promise<void> {
  const name = client.escapeIdentifier(database)
  await client.query(`REVOKE ALL ON DATABASE ${name} FROM PUBLIC`)
  await client.query(`GRANT ALL ON DATABASE ${name} TO visee_owner`)
  await client.query(`GRANT CONNECT ON DATABASE ${name} TO ${databaseRoles.join(', ')}`)
  await client.query(`GRANT TEMPORARY ON DATABASE ${name} TO visee_app, visee_worker`)
}

/** pg-boss keeps to a schema of its own, made by the owner; web and worker only use it. */
async function setupQueues(ownerUrl: string, queues: readonly string[]): Promise<void> {
  const boss = new PgBoss({
    connectionString: ownerUrl,
    schema: 'pgboss',
    supervise: false,
    schedule: false,
    max: 2,
  })
  boss.on('error', (error) => console.error('pg-boss:', error.message))
  await boss.start()
  for (const queue of queues) {
    if (!(await boss.getQueue(queue))) await boss.createQueue(queue, { retryLimit: 3, retryBackoff: true })
  }
  await boss.stop({ graceful: false })
  await withClient(ownerUrl, (client) =>
    client.query(`GRANT USAGE ON SCHEMA pgboss TO visee_app, visee_worker;
      GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA pgboss TO visee_app, visee_worker;
      GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA pgboss TO visee_app, visee_worker;
      GRANT USAGE ON SCHEMA pgboss TO visee_backup;
      GRANT SELECT ON ALL TABLES IN SCHEMA pgboss TO visee_backup`),
  )
}

/**
 * Roles, database, migrations, queues, communes, postal codes and public holidays. Idempotent; two at once wait for
 * each other. Answers the migrations it applied and the address of each role.
 */
export async function setupDatabase(
  setup: DatabaseSetup,
): Promise<{ applied: string[]; urls: DatabaseUrls }> {
  const { superUrl, database, passwords, queues } = setup
  const urls = databaseUrls(setup)
  return withServer(superUrl, async (client) => {
    await client.query(`SELECT pg_advisory_lock(hashtext('visee setup'))`)
    await createRoles(client, passwords)
    await createDatabase(client, database)
    await withClient(inDatabase(superUrl, database), (there) =>
      there.query('GRANT USAGE, CREATE ON SCHEMA public TO visee_owner'),
    )
    const applied = await migrate(urls.visee_owner)
    await setupQueues(urls.visee_owner, queues)
    await withClient(urls.visee_owner, loadReferenceData)
    return { applied, urls }
  })
}
