import path from 'node:path'
import { queues } from '#src/server/platform/queue.ts'
import { localSecrets } from './local-secrets.ts'
import { startPostgres } from './postgres.ts'
import { databaseName, environmentOf, setupDatabase } from './setup-database.ts'

export const dataDir = path.resolve(process.env['VISEE_DATA'] ?? '.data')

export type Database = {
  /** What the web, the worker and the command line tools connect with. */
  environment: Record<string, string>
  /** A superuser's address: set-up, seeds, checks. */
  superUrl: string
  stop: () => Promise<void>
}

// Enough memory for a laboratory of a hundred thousand doctors, few checkpoints while files come in.
const settings = {
  shared_buffers: '256MB',
  work_mem: '32MB',
  maintenance_work_mem: '128MB',
  max_wal_size: '2GB',
  checkpoint_timeout: '15min',
}

/** Where roles are made and migrations run: DATABASE_URL, or the embedded server, started if it does not run. */
async function server(): Promise<{ superUrl: string; stop: () => Promise<void> }> {
  const external = process.env['DATABASE_URL']
  if (external) return { superUrl: external, stop: async () => {} }
  const { superuser } = localSecrets(dataDir)
  const port = Number(process.env['PGPORT'] ?? 41432)
  const postgres = await startPostgres(path.join(dataDir, 'pg'), port, superuser, settings)
  return { superUrl: postgres.url('postgres', superuser, 'postgres'), stop: postgres.stop }
}

/** A database of this name that is ready: roles, tables up to date, queue, geography. Safe to call at each start. */
export async function openDatabase(name?: string): Promise<Database> {
  const { superUrl, stop } = await server()
  const secrets = localSecrets(dataDir)
  const database = name ?? databaseName(superUrl)
  const { urls } = await setupDatabase({ superUrl, database, passwords: secrets.roles, queues })
  const there = new URL(superUrl)
  there.pathname = `/${database}`
  return {
    environment: {
      ...environmentOf(urls),
      NEXTAUTH_SECRET: process.env['NEXTAUTH_SECRET'] ?? secrets.NEXTAUTH_SECRET,
    },
    superUrl: there.href,
    stop,
  }
}
