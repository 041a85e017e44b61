import type { Actor } from '#src/contracts/actor.ts'
import { cyclesStartDue } from './cycles-start-due.ts'
import { followAsked } from './follow-up.ts'
import { runImport } from './import.ts'
import { plansApplyDeadline } from './plans-apply-deadline.ts'
import { publishAsked } from './publication.ts'
import { computeAsked } from './segmentation.ts'

/** Does one piece of long work for the person who asked; called again after a crash, it does only what is left. */
export type JobHandler = (actor: Actor, id: string) => Promise<void>

/** By the `kind` of the job's payload. */
export const handlers: Readonly<Record<string, JobHandler>> = {
  FOLLOW: followAsked,
  OFFICIAL: computeAsked,
  PUBLICATION: publishAsked,
  'cycles.start-due': cyclesStartDue,
  import: runImport,
  'plans.apply-deadline': plansApplyDeadline,
}
