import { fromPrisma, PgBoss } from 'pg-boss'
import { env } from './env.ts'
import { logger } from './logger.ts'
import type { Tx } from './transaction.ts'

/** `work`: something a person asked for and waits on; `nightly`: what the clock asks for. */
export const queues = ['work', 'nightly'] as const
export type Queue = (typeof queues)[number]

/** Ids only: the row that they name is the truth, and the handler reads rights again. */
export type JobPayload = { labId: string; memberId: string; kind: string; id: string }

const globals = globalThis as typeof globalThis & { viseeQueue?: Promise<PgBoss> }

// The schema belongs to the owner, and the web only sends: no migration, no supervision, no clock here.
function sender(): Promise<PgBoss> {
  globals.viseeQueue ??= (async () => {
    const boss = new PgBoss({
      connectionString: env().DATABASE_APP_URL,
      schema: 'pgboss',
      migrate: false,
      createSchema: false,
      supervise: false,
      schedule: false,
      max: 2,
    })
    boss.on('error', (error) => logger.error({ error: error.message }, 'queue'))
    return boss.start()
  })()
  return globals.viseeQueue
}

/** Wakes the worker when this transaction commits. If the wake is lost, the worker's sweep finds the row. */
export async function enqueue(tx: Tx, queue: Queue, payload: JobPayload): Promise<void> {
  await (
    await sender()
  ).send(queue, payload, { db: fromPrisma(tx), singletonKey: `${payload.kind}:${payload.id}` })
}

export async function stopSender(): Promise<void> {
  await (await globals.viseeQueue)?.stop({ graceful: false })
  delete globals.viseeQueue
}
