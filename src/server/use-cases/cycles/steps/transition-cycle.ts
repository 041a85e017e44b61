import type { CycleDto, CycleState } from '#src/contracts/cycles.ts'
import { notFound, refused } from '#src/lib/app-error.ts'
import { clock } from '../../../platform/clock.ts'
import type { AuditEntry } from '../../../platform/audit.ts'
import type { Tx } from '../../../platform/transaction.ts'
import { lockCycle, markPublished, setCycleState } from '../../../repositories/cycle-repository.ts'
import { insertTransition } from '../../../repositories/cycle-transition-repository.ts'
import { checklistItems, nextState, previousState } from './checklist.ts'
import { configurationInForce } from './configuration.ts'
import { readCycleLine } from './read-lines.ts'

/** Who moves the cycle: a person, or nobody when its day has come. */
export type By = { labId: string; memberId: string | null }

export type Transition = { from: CycleState; to: CycleState; cycle: CycleDto; audit: AuditEntry }

/**
 * Moves a cycle one state on, or one back while nothing is published, under its lock. The same checklist that screens
 * show is run here and refuses with every item that is missing; it is kept with the transition, as are the figures of
 * the ribbon. Publication passes the hash of what it publishes; other callers may pass the hash that they froze.
 * The caller checks the right and writes `audit`.
 */
export async function transitionCycle(
  tx: Tx,
  by: By,
  cycleId: string,
  to: CycleState,
  configurationHash: string | null,
): Promise<Transition> {
  const { labId, memberId } = by
  const cycle = await lockCycle(tx, labId, cycleId)
  if (!cycle) throw notFound()
  const from = cycle.state
  const back = previousState(from) === to
  if (!back && nextState(from) !== to) throw refused('cycle-transition-unknown', { from, to })

  const { document } = await configurationInForce(tx, labId, cycle)
  const items = back ? [] : await checklistItems(tx, labId, cycle, document)
  const missing = items.filter(({ done }) => !done)
  if (missing.length > 0)
    throw refused(
      'cycle-checklist',
      { count: missing.length },
      missing.map(({ code, params }) => ({ code, params })),
    )

  const line = await readCycleLine(tx, labId, null, cycleId)
  const figures = Object.fromEntries(line.steps.map(({ key, figure }) => [key, figure]))
  await insertTransition(tx, labId, {
    cycleId,
    from,
    to,
    at: clock.now(),
    memberId,
    configurationHash,
    checklist: { items, figures },
  })
  if (to === 'ENGAGEMENT') await markPublished(tx, labId, cycleId)
  await setCycleState(tx, labId, cycleId, to)
  return {
    from,
    to,
    cycle: { ...cycle, state: to, version: cycle.version + 1 },
    audit: {
      action: back ? 'cycle.step-back' : 'cycle.transition',
      subject: { kind: 'cycle', id: cycleId },
      change: { from, to, ...(configurationHash && { configuration: configurationHash }) },
    },
  }
}
