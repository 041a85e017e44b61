import type { JobPayload } from '../platform/queue.ts'
import { askDueFollowUps } from '../use-cases/follow-up/ask-due-follow-ups.ts'
import { findDueWork } from '../use-cases/work/find-due-work.ts'

/** What waits in the tables of every lab: the rows are the truth, the queue only wakes. */
export async function dueWork(): Promise<JobPayload[]> {
  await askDueFollowUps()
  return findDueWork()
}
