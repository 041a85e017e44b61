import type { JobPayload } from '../platform/queue.ts'
import { findDueWork } from '../use-cases/work/find-due-work.ts'

/** What waits in the tables of every lab: the rows are the truth, the queue only wakes. */
export const dueWork = (): Promise<JobPayload[]> => findDueWork()
