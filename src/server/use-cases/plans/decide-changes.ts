import type { Actor } from '#src/contracts/actor.ts'
import type { DecideInput, PlanStateResult } from '#src/contracts/plan-commands.ts'
import { decideChanges as decide } from '#src/engine/index.ts'
import { clock } from '../../platform/clock.ts'
import { command } from '../../platform/transaction.ts'
import { uuid7 } from '../../platform/uuid7.ts'
import { insertPlanEvents } from '../../repositories/plan-event-repository.ts'
import { writePlanLines } from '../../repositories/plan-line-repository.ts'
import { bumpPlanVersion } from '../../repositories/plan-repository.ts'
import { assertNotOwn } from './steps/approve.ts'
import { loadPlan } from './steps/load-plan.ts'
import { assertRevision, openPlan } from './steps/open-plan.ts'
import { notReady } from './steps/submit.ts'

/** The manager accepts or refuses the changes of some hcps; a refusal says why. */
export function decideChanges(actor: Actor, input: DecideInput): Promise<PlanStateResult> {
  const { labId, memberId } = actor
  return command(
    actor,
    async (tx) => {
      const head = await openPlan(tx, actor, input.id, 'plans.decide', { lock: true })
      await assertRevision(tx, labId, head, input.revision)
      await assertNotOwn(tx, actor, head)
      const loaded = await loadPlan(tx, labId, head)
      const { hcpIds, decision, comment } = input
      const { checks, lines } = decide(loaded.plan, { hcpIds, decision, comment })
      if (checks.length > 0) throw notReady(checks)

      const at = clock.now()
      const ids = new Map(loaded.lines.map((line) => [`${line.hcpId}:${line.channel}`, line]))
      const writes = lines.flatMap((line) => {
        const stored = ids.get(`${line.hcpId}:${line.channel}`)
        return stored ? [{ ...stored, decision, decisionComment: comment }] : []
      })
      await writePlanLines(tx, labId, head.versionId, null, writes, { memberId, at })
      await bumpPlanVersion(tx, labId, head.versionId)
      await insertPlanEvents(
        tx,
        labId,
        writes.map((line) => ({
          id: uuid7(at.getTime()),
          planId: head.id,
          planVersionId: head.versionId,
          planLineId: line.id,
          memberId,
          kind: 'DECIDE' as const,
          before: { decision: ids.get(`${line.hcpId}:${line.channel}`)?.decision ?? 'NONE' },
          after: { decision },
          comment,
          at,
        })),
      )
      return {
        value: { id: head.id, state: head.state, revision: head.revision + 1, sha256: null },
        audit: {
          action: 'plan.decide',
          subject: { kind: 'plan', id: head.id },
          change: { version: head.versionId, decision, hcps: hcpIds.length, lines: writes.length },
        },
      }
    },
    { commandId: input.commandId, request: input },
  )
}
