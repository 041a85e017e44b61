import type { Actor } from '#src/contracts/actor.ts'
import type { HcpExplanation } from '#src/contracts/explanation.ts'
import { explain, rowOfHcp } from '#src/engine/index.ts'
import { notFound } from '#src/lib/app-error.ts'
import { assertCan } from '#src/policy/assert-can.ts'
import { scope } from '#src/policy/can.ts'
import { read } from '../../platform/transaction.ts'
import { findCycle } from '../../repositories/cycle-repository.ts'
import { findHcpSectorIds } from '../../repositories/dataset-hcp-repository.ts'
import { findLatestRun, findPublishedRun } from '../../repositories/run-repository.ts'
import { findAssignment } from '../../repositories/segment-assignment-repository.ts'
import { labToday } from '../directory/steps/lab-today.ts'
import { answerSources } from './steps/answer-sources.ts'
import { rememberRun, type RememberedRun } from './steps/run-memory.ts'
import { criterionWords, explanationWords } from './steps/words.ts'

type Terms = HcpExplanation['explanation']

function termsOf({ document, computed }: RememberedRun, code: string, hcpId: string): Terms {
  const own = computed?.find((one) => one.code === code)
  const row = own ? rowOfHcp(own.dataset, hcpId) : -1
  if (!own || row < 0) return null
  // The contract's arrays are mutable, the engine's are not: the same JSON.
  return structuredClone(explain(own.dataset, document, own.result, row, own.cache)) as NonNullable<Terms>
}

/**
 * Why an hcp is in its segment. Head office reads the last official run; who reaches sectors reads the published one,
 * for the hcps of those sectors, and nothing before publication.
 */
export function explainHcp(
  actor: Actor,
  cycleId: string,
  hcpId: string,
  segmentation = 'general',
): Promise<HcpExplanation> {
  const { labId } = actor
  return read(actor, async (tx) => {
    const cycle = await findCycle(tx, labId, cycleId)
    if (!cycle) throw notFound()
    const sectorIds = await findHcpSectorIds(tx, labId, cycleId, hcpId, await labToday(tx, labId))
    assertCan(actor, 'targeting.read', { labId, sectorIds })
    const run =
      scope(actor, 'targeting.read').kind === 'lab'
        ? await findLatestRun(tx, labId, cycleId, { done: true })
        : await findPublishedRun(tx, labId, cycleId)
    if (!run) throw notFound()
    const remembered = await rememberRun(tx, labId, run)
    const { document } = remembered
    const explanation = termsOf(remembered, segmentation, hcpId)
    const assigned = await findAssignment(tx, labId, run.id, segmentation, hcpId)
    if (!explanation && !assigned) throw notFound()
    const sources = await answerSources(tx, actor, cycle, document, [hcpId])
    return {
      hcpId,
      cycleId,
      segmentation,
      explanation,
      assigned,
      words: explanationWords(document, segmentation, await criterionWords(tx, labId, document)),
      sources: sources.get(hcpId) ?? [],
    }
  })
}
