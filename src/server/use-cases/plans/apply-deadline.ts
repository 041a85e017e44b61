import { theoryApprovedLines } from '#src/engine/index.ts'
import { severalAtATime } from '../../platform/several-at-a-time.ts'
import { clock } from '../../platform/clock.ts'
import { actorless } from '../../platform/transaction.ts'
import { findPlan, listOverduePlans } from '../../repositories/plan-repository.ts'
import { loadPlan } from './steps/load-plan.ts'
import { sealPlan } from './steps/seal-plan.ts'

/**
 * The day after the deadline, in each sector's own time zone, plans that were not sent follow the rule of their cycle:
 * theory applies and is sealed as such, or they stay open. One transaction a plan; safe to call at any time and by several
 * at once. Answers how many were sealed.
 */
export async function applyDeadline(labId: string): Promise<{ sealed: number }> {
  const overdue = () =>
    actorless({ labId }, async (tx) => ({
      value: await listOverduePlans(tx, labId, clock.now()),
      audit: null,
    }))
  let sealed = 0
  await severalAtATime(2, await overdue(), async ({ id }) => {
    const done = await actorless({ labId }, async (tx) => {
      const head = await findPlan(tx, labId, id, clock.now(), { lock: true })
      const unsent = head?.state === 'OPEN' || head?.state === 'RETURNED'
      // Somebody may have sent it, or given it more days, since the list was read.
      if (!head || !unsent || head.closesOn === null || head.closesOn >= head.today)
        return { value: false, audit: null }
      const loaded = await loadPlan(tx, labId, head)
      if (loaded.document.limits.atDeadline !== 'theory') return { value: false, audit: null }
      const lines = theoryApprovedLines(loaded.plan)
      const sha256 = await sealPlan(tx, labId, loaded, lines, {
        memberId: null,
        meaning: 'theory-at-deadline',
        comment: null,
      })
      return {
        value: true,
        audit: {
          action: 'plan.seal-theory',
          subject: { kind: 'plan', id },
          change: { version: head.versionId, sha256, closesOn: head.closesOn, lines: lines.length },
        },
      }
    })
    if (done) sealed += 1
  })
  return { sealed }
}
