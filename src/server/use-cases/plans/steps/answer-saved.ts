import type { LineConflict, PlanChangeInput, SaveResult } from '#src/contracts/plan-commands.ts'
import { answerChange, applyAnswer, type PlanLine } from '#src/engine/index.ts'
import type { LoadedPlan, StoredLine } from './load-plan.ts'

export type Answered = {
  saved: SaveResult['saved']
  conflicts: Omit<LineConflict, 'by' | 'at'>[]
  /** Lines to write: changed ones as they become, new ones under the ids given. */
  writes: StoredLine[]
  before: ReadonlyMap<string, StoredLine>
}

const cellOf = (line: Pick<PlanLine, 'hcpId' | 'channel'>) => `${line.hcpId}:${line.channel}`

const isDifferent = (before: StoredLine | undefined, after: PlanLine) =>
  before === undefined ||
  before.proposed !== after.proposed ||
  before.origin !== after.origin ||
  before.reason !== after.reason ||
  before.comment !== after.comment ||
  before.decision !== after.decision ||
  before.decisionComment !== (after.decisionComment ?? null)

/**
 * Answers a batch on the plan as it is saved, by the engine that answered it on the screen. A change whose lines moved
 * since the screen read them is a conflict of its own: nothing of it is kept, the others are.
 */
export function answerSaved(
  loaded: LoadedPlan,
  changes: readonly PlanChangeInput[],
  newId: () => string,
): Answered {
  const { limits } = loaded.document
  const stored = new Map(loaded.lines.map((line) => [cellOf(line), line]))
  const before = new Map(stored)
  const people = new Map(loaded.hcps.map((hcp) => [hcp.hcpId, hcp]))
  const saved: Answered['saved'] = []
  const conflicts: Answered['conflicts'] = []
  const touched = new Set<string>()
  let plan = loaded.plan

  for (const { hcpId, known, ...asked } of changes) {
    const own = [...stored.values()].filter((line) => line.hcpId === hcpId)
    // A later change of the same batch was made on the lines that an earlier one has just moved.
    const moved = own.some((line) => !touched.has(cellOf(line)) && known[line.channel] !== line.version)
    const gone = Object.keys(known).some((channel) => !stored.has(`${hcpId}:${channel}`))
    if (moved || gone) {
      conflicts.push({ hcpId, lines: own })
      continue
    }
    const person = people.get(hcpId)
    const caps = Object.fromEntries(person?.creditCaps.map((cap) => [cap.channel, cap.maxCredited]) ?? [])
    const answer = answerChange(
      plan,
      { hcpId, ...definedOnly(asked), segment: person?.segment ?? null, maxCredited: caps },
      limits,
      loaded.context,
    )
    plan = applyAnswer(plan, answer)
    if (answer.outcome !== 'refused')
      for (const line of answer.lines) {
        const old = stored.get(cellOf(line))
        if (!isDifferent(old, line)) continue
        const first = touched.has(cellOf(line))
        touched.add(cellOf(line))
        stored.set(cellOf(line), {
          ...line,
          id: old?.id ?? newId(),
          decisionComment: line.decisionComment ?? null,
          done: line.done ?? 0,
          version: old ? old.version + (first ? 0 : 1) : 1,
        })
      }
    const { outcome, kind, breaches } = answer
    saved.push({
      hcpId,
      outcome,
      kind,
      breaches: breaches.map((one) => ({ ...one, params: { ...one.params } })),
      lines: [...stored.values()].filter((line) => line.hcpId === hcpId),
    })
  }
  const writes = [...touched].flatMap((cell) => stored.get(cell) ?? [])
  return { saved, conflicts, writes, before }
}

/** « Absent = as it was » is an absent key for the engine. */
const definedOnly = ({ contacts, reason, comment }: Omit<PlanChangeInput, 'hcpId' | 'known'>) => ({
  contacts,
  ...(reason !== undefined && { reason }),
  ...(comment !== undefined && { comment }),
})
