import type { Actor } from '#src/contracts/actor.ts'
import type { SaveChangesInput, SaveResult } from '#src/contracts/plan-commands.ts'
import { refused } from '#src/lib/app-error.ts'
import { clock } from '../../platform/clock.ts'
import { command, type Tx } from '../../platform/transaction.ts'
import { uuid7 } from '../../platform/uuid7.ts'
import { insertPlanEvents, listLineTouches } from '../../repositories/plan-event-repository.ts'
import { keepThoseInSector } from '../../repositories/plan-hcp-repository.ts'
import { listPlanLines, writePlanLines } from '../../repositories/plan-line-repository.ts'
import { bumpPlanVersion, type PlanHead } from '../../repositories/plan-repository.ts'
import { listPlanReasons } from '../../repositories/plan-reason-repository.ts'
import { answerSaved, type Answered } from './steps/answer-saved.ts'
import { loadPlan } from './steps/load-plan.ts'
import { openPlan } from './steps/open-plan.ts'

/** Who may be added: those of the sector. What the plan holds already is edited where it is. */
async function newcomers(tx: Tx, labId: string, head: PlanHead, input: SaveChangesInput): Promise<string[]> {
  const held = new Set((await listPlanLines(tx, labId, [head.versionId])).map(({ hcpId }) => hcpId))
  const asked = [...new Set(input.changes.map(({ hcpId }) => hcpId))].filter((id) => !held.has(id))
  if (asked.length === 0) return []
  const inSector = await keepThoseInSector(tx, labId, { sectorId: head.sectorId, day: head.today }, asked)
  if (inSector.size < asked.length) throw refused('plan-hcp-outside-sector')
  return asked
}

async function conflictsOf(
  tx: Tx,
  labId: string,
  { conflicts, before }: Answered,
): Promise<SaveResult['conflicts']> {
  const idsOf = (hcpId: string) =>
    [...before.values()].filter((line) => line.hcpId === hcpId).map(({ id }) => id)
  const touches = await listLineTouches(
    tx,
    labId,
    conflicts.flatMap(({ hcpId }) => idsOf(hcpId)),
  )
  return conflicts.map((conflict) => {
    const ids = new Set(idsOf(conflict.hcpId))
    const last = touches
      .filter(({ lineId }) => ids.has(lineId))
      .toSorted((left, right) => right.at.getTime() - left.at.getTime())[0]
    return { ...conflict, by: last?.by ?? null, at: last?.at.toISOString() ?? null }
  })
}

/**
 * Keeps a batch of changes of a plan, each answered by the engine on what is saved, under the plan's lock. A change that
 * meets lines which somebody else moved is told apart, with who moved them; it never stops the others.
 */
export function saveChanges(actor: Actor, input: SaveChangesInput): Promise<SaveResult> {
  const { labId, memberId } = actor
  return command(
    actor,
    async (tx) => {
      const head = await openPlan(tx, actor, input.id, 'plans.edit', { lock: true })
      const reasons = new Set((await listPlanReasons(tx, labId)).map(({ code }) => code))
      const unknown = input.changes.find(({ reason }) => reason && !reasons.has(reason))
      if (unknown) throw refused('plan-unknown-reason', { reason: unknown.reason ?? '' })
      const loaded = await loadPlan(tx, labId, head, await newcomers(tx, labId, head, input))
      const at = clock.now()
      const answered = answerSaved(loaded, input.changes, () => uuid7(at.getTime()))
      const { saved, writes, before } = answered

      await writePlanLines(tx, labId, head.versionId, memberId, writes)
      if (writes.length > 0) await bumpPlanVersion(tx, labId, head.versionId)
      await insertPlanEvents(
        tx,
        labId,
        writes.map((line) => {
          const old = before.get(`${line.hcpId}:${line.channel}`)
          return {
            id: uuid7(at.getTime()),
            planId: head.id,
            planVersionId: head.versionId,
            planLineId: line.id,
            memberId,
            kind: 'EDIT' as const,
            before: { proposed: old?.proposed ?? null, reason: old?.reason ?? null },
            after: { proposed: line.proposed, reason: line.reason, decision: line.decision },
            at,
          }
        }),
      )
      const conflicts = answered.conflicts.length > 0 ? await conflictsOf(tx, labId, answered) : []
      const value: SaveResult = {
        saved,
        conflicts,
        revisionBefore: head.revision,
        revision: head.revision + (writes.length > 0 ? 1 : 0),
        savedAt: at.toISOString(),
      }
      if (writes.length === 0) return { value, audit: null }
      return {
        value,
        audit: {
          action: 'plan.edit',
          subject: { kind: 'plan', id: head.id },
          change: {
            version: head.versionId,
            lines: writes.length,
            hcps: new Set(writes.map(({ hcpId }) => hcpId)).size,
            refused: saved.filter(({ outcome }) => outcome === 'refused').length,
            conflicts: conflicts.length,
          },
        },
      }
    },
    { commandId: input.commandId, request: input },
  )
}
