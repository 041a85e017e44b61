import type { Actor } from '#src/contracts/actor.ts'
import type { PlanStateResult, StateChangeInput } from '#src/contracts/plan-commands.ts'
import { approvalChecks, approvedLines } from '#src/engine/index.ts'
import { refused } from '#src/lib/app-error.ts'
import type { Outcome, Tx } from '../../../platform/transaction.ts'
import { findSubmissions } from '../../../repositories/plan-event-repository.ts'
import { worksInSector, type PlanHead } from '../../../repositories/plan-repository.ts'
import { loadPlan } from './load-plan.ts'
import { assertRevision, openPlan } from './open-plan.ts'
import { sealPlan } from './seal-plan.ts'
import { notReady } from './submit.ts'

/** Nobody decides on what they sent, nor on the sector they work in. */
export async function assertNotOwn(tx: Tx, actor: Actor, head: PlanHead): Promise<void> {
  const { labId, memberId } = actor
  const { lastBy } = await findSubmissions(tx, labId, head.versionId)
  if (lastBy === memberId || (await worksInSector(tx, labId, memberId, head.sectorId, head.today)))
    throw refused('plan-own')
}

/** Approves a plan, and seals it in the same transaction. */
export async function approveSigned(
  tx: Tx,
  actor: Actor,
  input: StateChangeInput,
): Promise<Outcome<PlanStateResult>> {
  const { labId, memberId } = actor
  const head = await openPlan(tx, actor, input.id, 'plans.decide', { lock: true })
  await assertRevision(tx, labId, head, input.revision)
  await assertNotOwn(tx, actor, head)
  const loaded = await loadPlan(tx, labId, head)
  const checks = approvalChecks(loaded.plan)
  if (checks.length > 0) throw notReady(checks)
  const lines = approvedLines(loaded.plan)
  const sha256 = await sealPlan(tx, labId, loaded, lines, {
    memberId,
    meaning: 'plan-approval',
    comment: input.comment,
  })
  return {
    value: { id: head.id, state: 'SEALED', revision: head.revision + 1, sha256 },
    audit: {
      action: 'plan.approve',
      subject: { kind: 'plan', id: head.id },
      change: {
        version: head.versionId,
        sha256,
        lines: lines.length,
        contacts: lines.reduce((sum, line) => sum + (line.approved ?? 0), 0),
      },
    },
  }
}
