import type { PlanLine } from '#src/engine/index.ts'
import { clock } from '../../../platform/clock.ts'
import type { Tx } from '../../../platform/transaction.ts'
import { uuid7 } from '../../../platform/uuid7.ts'
import {
  insertPlanEvents,
  insertPlanSeal,
  insertPlanSignature,
} from '../../../repositories/plan-event-repository.ts'
import {
  listPlanPresentations,
  writePlanLines,
  writePlanPresentations,
} from '../../../repositories/plan-line-repository.ts'
import { bumpPlanVersion } from '../../../repositories/plan-repository.ts'
import type { LoadedPlan, StoredLine } from './load-plan.ts'
import { approvedPresentations, contentHeader, planContent } from './plan-content.ts'

type Approval = {
  /** Null: the deadline's rule seals, nobody signs. */
  memberId: string | null
  meaning: 'plan-approval' | 'theory-at-deadline'
  comment: string | null
}

/**
 * Seals a version: approved contacts and the presentations that follow them, canonical content with its SHA-256,
 * signature, events; from then on the database refuses every change. `approved` are the engine's lines, in the order of
 * the plan. Answers the hash.
 */
export async function sealPlan(
  tx: Tx,
  labId: string,
  loaded: LoadedPlan,
  approved: readonly PlanLine[],
  { memberId, meaning, comment }: Approval,
): Promise<string> {
  const { head, document } = loaded
  const at = clock.now()
  const moment = at.getTime()
  const lines = loaded.lines.map((line, index): StoredLine => {
    const engine = approved[index]
    return engine ? { ...line, approved: engine.approved, maxCredited: engine.maxCredited } : line
  })
  const stored = await listPlanPresentations(tx, labId, head.versionId)
  const presentations = approvedPresentations({ document, lines }, stored)
  const withPresentations = lines.map((line) => ({
    ...line,
    presentations: presentations.get(line.id) ?? [],
  }))
  const header = {
    ...contentHeader(labId, loaded),
    signedBy: memberId,
    sealedAt: at.toISOString(),
    meaning,
  }
  const { content, hash } = planContent(withPresentations, header)

  await writePlanLines(tx, labId, head.versionId, memberId, lines)
  await writePlanPresentations(
    tx,
    labId,
    memberId,
    [...presentations].flatMap(([lineId, own]) => own.map((one) => ({ lineId, ...one }))),
  )
  const signatureId = memberId ? uuid7(moment) : null
  if (memberId && signatureId)
    await insertPlanSignature(tx, labId, {
      id: signatureId,
      memberId,
      subjectId: head.versionId,
      contentHash: hash,
      capacity: 'MANAGER',
      meaning,
      comment,
      signedAt: at,
    })
  await bumpPlanVersion(tx, labId, head.versionId, 'SEALED', head.runStartsOn)
  await insertPlanSeal(tx, labId, {
    planVersionId: head.versionId,
    content,
    sha256: hash,
    sealedAt: at,
    signatureId,
    memberId,
  })
  const event = { planId: head.id, planVersionId: head.versionId, memberId, at }
  await insertPlanEvents(tx, labId, [
    ...(memberId
      ? [
          {
            ...event,
            id: uuid7(moment),
            kind: 'APPROVE' as const,
            fromState: head.state,
            toState: 'APPROVED',
            comment,
          },
        ]
      : []),
    {
      ...event,
      id: uuid7(moment),
      kind: 'SEAL',
      fromState: memberId ? 'APPROVED' : head.state,
      toState: 'SEALED',
      after: { sha256: hash, meaning },
    },
  ])
  return hash
}
