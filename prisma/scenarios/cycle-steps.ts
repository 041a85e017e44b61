import type { Actor } from '#src/contracts/actor.ts'
import type { CycleDto, CycleSettings, CycleState } from '#src/contracts/cycles.ts'
import type { CriterionDto } from '#src/contracts/qualification.ts'
import type { StrategyChanges } from '#src/contracts/strategy.ts'
import type { Segmentation } from '#src/engine/index.ts'
import { AppError } from '#src/lib/app-error.ts'
import { createCycle } from '#src/server/use-cases/cycles/create-cycle.ts'
import { getCycle } from '#src/server/use-cases/cycles/get-cycle.ts'
import { moveCycle } from '#src/server/use-cases/cycles/move-cycle.ts'
import { getCriteria } from '#src/server/use-cases/qualification/get-criteria.ts'
import { saveCriterion } from '#src/server/use-cases/qualification/save-criterion.ts'
import { getStudio } from '#src/server/use-cases/segmentation/get-studio.ts'
import { getRun } from '#src/server/use-cases/segmentation/get-run.ts'
import { runOfficial } from '#src/server/use-cases/segmentation/run-official.ts'
import { saveSegmentation } from '#src/server/use-cases/segmentation/save-segmentation.ts'
import { startOfficialRun } from '#src/server/use-cases/segmentation/start-official-run.ts'
import { getStrategy } from '#src/server/use-cases/strategy/get-strategy.ts'
import { saveStrategy } from '#src/server/use-cases/strategy/save-strategy.ts'
import { getPublicationRun } from '#src/server/use-cases/targeting/get-publication-run.ts'
import { publishTargeting } from '#src/server/use-cases/targeting/publish-targeting.ts'
import { runPublication } from '#src/server/use-cases/targeting/run-publication.ts'

const commandId = () => crypto.randomUUID()

export const newCycle = (
  hq: Actor,
  settings: CycleSettings,
  copyFromId: string | null = null,
): Promise<CycleDto> => createCycle(hq, { commandId: commandId(), settings, copyFromId })

/** One state on; what is missing stops the scenario, named. */
export async function advance(hq: Actor, id: string, to: CycleState): Promise<void> {
  const { version } = await getCycle(hq, id)
  try {
    await moveCycle(hq, { id, commandId: commandId(), version, to })
  } catch (cause) {
    const missing = cause instanceof AppError ? JSON.stringify(cause.data) : ''
    throw new Error(`the cycle cannot pass to ${to} ${missing}`, { cause })
  }
}

export async function askCriteria(hq: Actor, id: string, criteria: readonly CriterionDto[]): Promise<void> {
  let { version } = await getCriteria(hq, id)
  for (const criterion of criteria)
    ({ version } = await saveCriterion(hq, { id, commandId: commandId(), version, criterion }))
}

/** Saves the segmentation and makes the official run, here and now. */
export async function segmentCycle(hq: Actor, id: string, segmentation: Segmentation): Promise<void> {
  const { version } = await getStudio(hq, id)
  const saved = await saveSegmentation(hq, {
    id,
    commandId: commandId(),
    version,
    segmentations: [segmentation],
  })
  const run = await startOfficialRun(hq, { id, commandId: commandId(), version: saved.version })
  await runOfficial(hq, run.id)
  const ended = (await getRun(hq, id)).run
  if (ended?.state !== 'DONE') throw new Error(`the official run ended as ${JSON.stringify(ended)}`)
}

export async function setStrategy(hq: Actor, id: string, changes: StrategyChanges): Promise<void> {
  const { version } = await getStrategy(hq, id)
  await saveStrategy(hq, { id, commandId: commandId(), version, changes })
}

/** Publishes the theoretical targeting, here and now: plans open. */
export async function publish(hq: Actor, id: string): Promise<void> {
  const { version } = await getCycle(hq, id)
  const { version: configurationVersion } = await getStrategy(hq, id)
  const official = (await getRun(hq, id)).run
  if (!official) throw new Error('nothing to publish: no official run')
  const run = await publishTargeting(hq, {
    id,
    commandId: commandId(),
    version,
    configurationVersion,
    runId: official.id,
  })
  await runPublication(hq, run.id)
  const ended = (await getPublicationRun(hq, id)).run
  if (ended?.state !== 'DONE') throw new Error(`the publication ended as ${JSON.stringify(ended)}`)
}
