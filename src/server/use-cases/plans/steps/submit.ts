import type { Actor } from '#src/contracts/actor.ts'
import type { PlanStateResult, StateChangeInput } from '#src/contracts/plan-commands.ts'
import { planSynthesis, submitChecks, type PlanCheck } from '#src/engine/index.ts'
import { refused } from '#src/lib/app-error.ts'
import { clock } from '../../../platform/clock.ts'
import type { Outcome, Tx } from '../../../platform/transaction.ts'
import { uuid7 } from '../../../platform/uuid7.ts'
import {
  findSubmissions,
  insertPlanEvents,
  insertPlanSignature,
} from '../../../repositories/plan-event-repository.ts'
import { bumpPlanVersion } from '../../../repositories/plan-repository.ts'
import { loadPlan } from './load-plan.ts'
import { assertRevision, openPlan } from './open-plan.ts'
import { contentHeader, planContent } from './plan-content.ts'

export const notReady = (checks: readonly PlanCheck[]) =>
  refused(
    'plan-not-ready',
    { count: checks.length },
    checks.map(({ code, params }) => ({ code: `plan-check-${code}`, params: { ...params } })),
  )

/** Sends a plan: every limit is looked at again, the content is signed by the lead. */
export async function submitSigned(
  tx: Tx,
  actor: Actor,
  input: StateChangeInput,
): Promise<Outcome<PlanStateResult>> {
  const { labId, memberId } = actor
  const head = await openPlan(tx, actor, input.id, 'plans.submit', { lock: true })
  await assertRevision(tx, labId, head, input.revision)
  const loaded = await loadPlan(tx, labId, head)
  const { limits } = loaded.document
  const checks = submitChecks(loaded.plan, limits, loaded.context)
  if (checks.length > 0) throw notReady(checks)

  const at = clock.now()
  const moment = at.getTime()
  const { count } = await findSubmissions(tx, labId, head.versionId)
  const submission = count + 1
  // A plan given back may be sent again as it was: each submission is a content of its own.
  const { hash } = planContent(loaded.plan.lines, {
    ...contentHeader(labId, loaded),
    submission,
    signedBy: memberId,
  })
  await insertPlanSignature(tx, labId, {
    id: uuid7(moment),
    memberId,
    subjectId: head.versionId,
    contentHash: hash,
    capacity: 'REP',
    meaning: 'plan-submission',
    comment: input.comment,
    signedAt: at,
  })
  await bumpPlanVersion(tx, labId, head.versionId, 'SUBMITTED')
  await insertPlanEvents(tx, labId, [
    {
      id: uuid7(moment),
      planId: head.id,
      planVersionId: head.versionId,
      memberId,
      kind: 'SUBMIT',
      fromState: head.state,
      toState: 'SUBMITTED',
      after: { sha256: hash, submission },
      comment: input.comment,
      at,
    },
  ])
  const { proposed, changes, toDecide } = planSynthesis(loaded.plan, limits, loaded.context)
  return {
    value: { id: head.id, state: 'SUBMITTED', revision: head.revision + 1, sha256: hash },
    audit: {
      action: 'plan.submit',
      subject: { kind: 'plan', id: head.id },
      change: {
        version: head.versionId,
        submission,
        sha256: hash,
        hcps: proposed.hcps,
        contacts: proposed.contacts,
        changes,
        toDecide: toDecide.length,
      },
    },
  }
}
