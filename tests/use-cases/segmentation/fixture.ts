import { randomUUID } from 'node:crypto'
import type { Pool } from 'pg'
import type { Configuration } from '#src/contracts/cycle-configuration.ts'
import type { SegmentationRun } from '#src/contracts/segmentation.ts'
import { getConfiguration } from '#src/server/use-cases/cycles/get-configuration.ts'
import { saveSection } from '#src/server/use-cases/cycles/save-section.ts'
import { getRun } from '#src/server/use-cases/segmentation/get-run.ts'
import { runOfficial } from '#src/server/use-cases/segmentation/run-official.ts'
import { saveSegmentation } from '#src/server/use-cases/segmentation/save-segmentation.ts'
import { startOfficialRun } from '#src/server/use-cases/segmentation/start-official-run.ts'
import type { LabFixture } from '../../fixtures/small-lab.ts'
import { smallConfiguration } from '../../fixtures/small-lab/configuration.ts'
import { actorOf, newCycle } from '../cycles/fixture.ts'

type Segmentations = Configuration['segmentations']

/** Rules beside the matrix: leaders go first, and those who never qualified stay out. */
export const withRules = (): Segmentations => {
  const [general] = smallConfiguration().segmentations
  if (!general) throw new Error('the small configuration has a segmentation')
  return [
    {
      ...general,
      rules: [
        {
          id: 'R1',
          condition: {
            op: 'compare',
            field: { kind: 'criterion', code: 'leader' },
            comparison: '=',
            value: true,
          },
          outcome: { kind: 'segment', segment: 'A1' },
        },
        {
          id: 'R2',
          condition: { op: 'missing', field: { kind: 'criterion', code: 'potentiel' } },
          outcome: { kind: 'exclude' },
        },
      ],
    },
  ]
}

/** A cycle in its segmentation step, with the criteria of the small lab. */
export async function cycleToSegment(
  sql: Pool,
  lab: LabFixture,
  name: string,
  segmentations: Segmentations = withRules(),
): Promise<string> {
  const hq = actorOf(lab, 'hq')
  const { id } = await newCycle(lab, name, { referenceDay: '2026-06-01' })
  const { version } = await getConfiguration(hq, id)
  const { criteria } = smallConfiguration()
  await saveSection(hq, {
    id,
    commandId: randomUUID(),
    version,
    change: { section: 'criteria', value: criteria },
  })
  await sql.query(`UPDATE cycle SET state = 'SEGMENTATION' WHERE id = $1`, [id])
  await save(lab, id, segmentations)
  return id
}

export async function save(lab: LabFixture, id: string, segmentations: Segmentations) {
  const hq = actorOf(lab, 'hq')
  const { version } = await getConfiguration(hq, id)
  return saveSegmentation(hq, { id, commandId: randomUUID(), version, segmentations })
}

export async function start(lab: LabFixture, id: string): Promise<SegmentationRun> {
  const hq = actorOf(lab, 'hq')
  const { version } = await getConfiguration(hq, id)
  return startOfficialRun(hq, { id, commandId: randomUUID(), version })
}

/** Asks, then does what the worker does. */
export async function compute(lab: LabFixture, id: string): Promise<SegmentationRun> {
  const hq = actorOf(lab, 'hq')
  const asked = await start(lab, id)
  await runOfficial(hq, asked.id)
  const { run } = await getRun(hq, id)
  if (!run) throw new Error('the run is gone')
  return run
}
