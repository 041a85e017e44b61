// The worker process: takes jobs from the queue, and looks by itself every minute for what was not woken.
import { PgBoss } from 'pg-boss'
import type { Actor } from '#src/contracts/actor.ts'
import { handlers } from '#src/server/jobs/handlers.ts'
import { dueWork } from '#src/server/jobs/due-work.ts'
import { clock } from '#src/server/platform/clock.ts'
import { disconnect, runAs } from '#src/server/platform/db.ts'
import { env } from '#src/server/platform/env.ts'
import { logger } from '#src/server/platform/logger.ts'
import { queues, type JobPayload } from '#src/server/platform/queue.ts'
import { loadActor } from '#src/server/platform/session/load-actor.ts'
import { actorless } from '#src/server/platform/transaction.ts'

runAs('worker')

const boss = new PgBoss({
  connectionString: env().DATABASE_WORKER_URL ?? '',
  schema: 'pgboss',
  migrate: false,
  createSchema: false,
  supervise: true,
  schedule: true,
  max: 4,
})
boss.on('error', (error) => logger.error({ error: error.message }, 'queue'))

/** The same person as when the work was asked, with the rights of now. */
const actorFor = ({ labId, memberId }: JobPayload): Promise<Actor | null> =>
  actorless({ labId, memberId }, async (tx) => ({
    value: await loadActor(tx, labId, memberId, ''),
    audit: null,
  }))

async function perform(payload: JobPayload): Promise<void> {
  const handler = handlers[payload.kind]
  const actor = await actorFor(payload)
  if (!handler || !actor) {
    logger.warn(
      { kind: payload.kind, id: payload.id },
      handler ? 'the person is no longer a member' : 'unknown job',
    )
    return
  }
  const started = performance.now()
  await handler(actor, payload.id)
  logger.info({ kind: payload.kind, id: payload.id, ms: Math.round(performance.now() - started) }, 'job done')
}

async function sweep(): Promise<void> {
  for (const payload of await dueWork()) await perform(payload)
}

await boss.start()
for (const queue of queues)
  await boss.work<JobPayload>(queue, { pollingIntervalSeconds: 0.5 }, async ([job]) => {
    if (job) await perform(job.data)
  })

let sweeping: Promise<void> = Promise.resolve()
const report = (error: unknown) => logger.error({ error: String(error) }, 'sweep failed')
// A minute by either clock: the one that a file holds jumps, and stands still between.
const minute = 60_000
let seen = { clock: clock.now().getTime(), machine: performance.now() }
const timer = setInterval(() => {
  const now = { clock: clock.now().getTime(), machine: performance.now() }
  if (Math.abs(now.clock - seen.clock) < minute && now.machine - seen.machine < minute) return
  seen = now
  sweeping = sweeping.then(sweep).catch(report)
}, 1000)
sweeping = sweep().catch(report)
logger.info('worker ready')

async function stop(): Promise<void> {
  clearInterval(timer)
  await boss.stop({ timeout: 10_000 })
  await sweeping
  await disconnect()
  process.exit(0)
}
process.once('SIGTERM', () => void stop())
process.once('SIGINT', () => void stop())
