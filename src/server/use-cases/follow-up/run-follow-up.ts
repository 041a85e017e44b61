import { notFound } from '#src/lib/app-error.ts'
import { clock } from '../../platform/clock.ts'
import { logger } from '../../platform/logger.ts'
import { actorless } from '../../platform/transaction.ts'
import { findFollowRun, updateFollowRun } from '../../repositories/follow-run-repository.ts'
import { computeFollowUp } from './steps/compute-follow-up.ts'

type By = { labId: string; memberId: string }

// Progress is seen by others at once: each in a transaction of its own, and nothing for the trail.
const mark = ({ labId, memberId }: By, id: string, change: Parameters<typeof updateFollowRun>[3]) =>
  actorless({ labId, memberId }, async (tx) => {
    await updateFollowRun(tx, labId, id, change)
    return { value: undefined, audit: null }
  })

/** Takes the run; null when it has ended. One that was left half done by a worker that died is taken again. */
const take = ({ labId, memberId }: By, id: string) =>
  actorless({ labId, memberId }, async (tx) => {
    const run = await findFollowRun(tx, labId, id, { lock: true })
    if (!run) throw notFound()
    if (run.state !== 'QUEUED' && run.state !== 'RUNNING') return { value: null, audit: null }
    await updateFollowRun(tx, labId, id, { state: 'RUNNING', startedAt: clock.now(), done: 0 })
    return { value: run, audit: null }
  })

/** The figures of a cycle, as asked. Safe to call again: a day computed twice comes to the same. */
export async function runFollowUp(by: By, runId: string): Promise<void> {
  const run = await take(by, runId)
  if (!run) return
  try {
    const { networks } = await computeFollowUp(by, run.cycleId, undefined, (done, total) =>
      mark(by, runId, { done, total }),
    )
    await mark(by, runId, { state: 'DONE', endedAt: clock.now(), summary: { networks } })
  } catch (error) {
    logger.error({ error: String(error), run: runId }, 'follow-up failed')
    await mark(by, runId, { state: 'FAILED', endedAt: clock.now(), error: 'follow-up-failed' })
  }
}
