import type { Actor } from '#src/contracts/actor.ts'
import type { StudioDto } from '#src/contracts/segmentation.ts'
import { notFound } from '#src/lib/app-error.ts'
import { assertCan } from '#src/policy/assert-can.ts'
import { read } from '../../platform/transaction.ts'
import { listCycleProducts } from '../../repositories/criterion-repository.ts'
import { findCycle } from '../../repositories/cycle-repository.ts'
import { listAttributeNames } from '../../repositories/dataset-hcp-repository.ts'
import { findPreviousCycle } from '../../repositories/dataset-source-repository.ts'
import { findLatestRun, segmentationRunDto } from '../../repositories/run-repository.ts'
import { listSegments } from '../../repositories/segment-assignment-repository.ts'
import { describeConfiguration } from '../cycles/steps/configuration.ts'
import { referenceDayOf } from '../qualification/steps/questions.ts'
import { officialSegmentation, savedSegmentation } from './steps/describe-studio.ts'
import { criterionWords } from './steps/words.ts'

/** Everything the studio needs but the columns. */
export function getStudio(actor: Actor, cycleId: string): Promise<StudioDto> {
  const { labId } = actor
  return read(actor, async (tx) => {
    const cycle = await findCycle(tx, labId, cycleId)
    if (!cycle) throw notFound()
    assertCan(actor, 'configuration.read', { labId })
    const working = await describeConfiguration(tx, labId, cycle)
    const { document } = working
    const day = await referenceDayOf(tx, labId, cycle)
    const runStartsOn = cycle.run?.startsOn ?? null
    const previous = await findPreviousCycle(tx, labId, { ...cycle, runStartsOn })
    const run = await findLatestRun(tx, labId, cycleId)
    return {
      ...savedSegmentation(working),
      cycleId,
      name: cycle.name,
      state: cycle.state,
      editable: working.editable.includes('segmentations'),
      criteria: document.criteria,
      grid: document.grid,
      words: await criterionWords(tx, labId, document),
      attributes: await listAttributeNames(tx, labId, cycle.networkIds, day),
      products: (await listCycleProducts(tx, labId, cycleId)).map(({ code, name }) => ({ code, name })),
      previous: previous && {
        cycleId: previous.cycleId,
        name: previous.name,
        segments: await listSegments(tx, labId, previous.cycleId, 'general'),
      },
      official: await officialSegmentation(tx, labId, cycleId, document),
      run: run && segmentationRunDto(run),
    }
  })
}
