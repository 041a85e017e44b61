import { setTimeout } from 'node:timers/promises'
import { Children } from './children.ts'
import { dataDir, openDatabase, type Database } from './database.ts'
import { freePort } from './free-port.ts'

export type Stack = { address: string; database: Database; stop: () => Promise<void> }

export type StackOptions = {
  web: 'start' | 'dev'
  port: number
  database?: string
  /** Further environment of web and worker. */
  environment?: Record<string, string>
  /** Fills the database before anything serves. */
  prepare?: (database: Database) => Promise<void>
}

async function answers(address: string): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    const ready = await fetch(`${address}/readyz`).then(
      (answer) => answer.ok,
      () => false,
    )
    if (ready) return
    await setTimeout(200)
  }
  throw new Error(`${address} does not answer: the lines above say why`)
}

/** PostgreSQL, web and worker together; SIGINT and SIGTERM end them in the reverse order. */
export async function startStack(options: StackOptions): Promise<Stack> {
  const children = new Children(dataDir)
  const leftovers = await children.endLeftovers()
  if (leftovers.length > 0) console.log(`Ended what an earlier run left behind: ${leftovers.join(', ')}.`)
  const database = await openDatabase(options.database)
  const stop = async () => {
    await children.stop()
    await database.stop()
  }
  const leave = (code: number) => {
    console.log('Stopping…')
    void stop().then(
      () => process.exit(code),
      () => process.exit(1),
    )
  }
  process.once('SIGINT', () => leave(0))
  process.once('SIGTERM', () => leave(0))
  children.onUnexpectedEnd = (label, code) => {
    console.error(`${label} ended by itself (${code ?? 'killed'}).`)
    leave(1)
  }
  try {
    await options.prepare?.(database)
    const port = await freePort(options.port)
    // This machine only, unless the person who starts it says otherwise.
    const host = process.env['HOST'] ?? '127.0.0.1'
    const address = `http://localhost:${port}`
    const environment = {
      ...database.environment,
      NEXTAUTH_URL: address,
      NEXT_TELEMETRY_DISABLED: '1',
      ...options.environment,
    }
    children.start(
      'web',
      ['node_modules/next/dist/bin/next', options.web, '-p', String(port), '-H', host],
      environment,
    )
    children.start('worker', ['src/cli/worker.ts'], environment)
    await answers(address)
    return { address, database, stop }
  } catch (error) {
    await stop()
    throw error
  }
}
