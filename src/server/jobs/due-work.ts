import type { JobPayload } from '../platform/queue.ts'
import { startDueCycles } from '../use-cases/cycles/start-due-cycles.ts'
import { askDueFollowUps } from '../use-cases/follow-up/ask-due-follow-ups.ts'
import { applyDeadline } from '../use-cases/plans/apply-deadline.ts'
import { findDueWork } from '../use-cases/work/find-due-work.ts'
import { listLabIds } from '../use-cases/work/list-lab-ids.ts'

/**
 * What the clock asks for in every lab: plans whose deadline has passed, then runs that begin or end, then figures of a
 * new day. Answers the long work that waits in the tables: the rows are the truth, the queue only wakes.
 */
export async function dueWork(): Promise<JobPayload[]> {
  for (const labId of await listLabIds()) {
    await applyDeadline(labId)
    await startDueCycles(labId)
  }
  await askDueFollowUps()
  return findDueWork()
}
