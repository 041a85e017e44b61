import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { PrismaClient } from '#src/generated/prisma/client.ts'
import { env } from './env.ts'

/** The database account a piece of code works under; each may do only what its grants say. */
export type DatabaseRole = 'app' | 'auth' | 'worker'

type Pools = {
  clients: Map<DatabaseRole, PrismaClient>
  bulk: Map<DatabaseRole, pg.Pool>
  role: DatabaseRole
}

// Next reloads modules while developing; the connections stay.
const globals = globalThis as typeof globalThis & { visee?: Pools }
const pools = (globals.visee ??= { clients: new Map(), bulk: new Map(), role: 'app' })

/** The worker process calls this once, before anything else: its use cases then run under its own account. */
export function runAs(role: 'app' | 'worker'): void {
  pools.role = role
}

function urlOf(role: DatabaseRole): string {
  const { DATABASE_APP_URL, DATABASE_AUTH_URL, DATABASE_WORKER_URL } = env()
  const url = { app: DATABASE_APP_URL, auth: DATABASE_AUTH_URL, worker: DATABASE_WORKER_URL }[role]
  if (!url) throw new Error('DATABASE_WORKER_URL is not set')
  return url
}

// Limits live in PostgreSQL: Prisma's own timeout gives up without ending the transaction.
const limits = { statement_timeout: 30_000, lock_timeout: 5_000, idle_in_transaction_session_timeout: 60_000 }

export function prisma(role: DatabaseRole = pools.role): PrismaClient {
  const known = pools.clients.get(role)
  if (known) return known
  const adapter = new PrismaPg({
    connectionString: urlOf(role),
    max: 10,
    application_name: `visee-${role}`,
    ...limits,
  })
  const client = new PrismaClient({ adapter, transactionOptions: { maxWait: 10_000, timeout: 3_600_000 } })
  pools.clients.set(role, client)
  return client
}

/** Connections for COPY, which Prisma's transactions cannot give. */
export function bulkPool(): pg.Pool {
  const role = pools.role
  const known = pools.bulk.get(role)
  if (known) return known
  const pool = new pg.Pool({
    connectionString: urlOf(role),
    max: 4,
    application_name: `visee-bulk-${role}`,
    ...limits,
    statement_timeout: 300_000,
  })
  pools.bulk.set(role, pool)
  return pool
}

export async function disconnect(): Promise<void> {
  await Promise.all([
    ...[...pools.clients.values()].map((client) => client.$disconnect()),
    ...[...pools.bulk.values()].map((pool) => pool.end()),
  ])
  pools.clients.clear()
  pools.bulk.clear()
}
