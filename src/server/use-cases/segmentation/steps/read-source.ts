import type { Configuration } from '#src/contracts/cycle-configuration.ts'
import type { CycleDto } from '#src/contracts/cycles.ts'
import type { DatasetInput } from '#src/engine/index.ts'
import { codeColumn } from '#src/lib/columns/build-columns.ts'
import { clock } from '../../../platform/clock.ts'
import type { Tx } from '../../../platform/transaction.ts'
import { readAnswerColumns } from '../../../repositories/answer-columns-repository.ts'
import {
  findPreviousCycle,
  readCandidates,
  readRunSegments,
  readSourceStamp,
} from '../../../repositories/dataset-source-repository.ts'
import { readPlaceColumns, readPlaceStamp } from '../../../repositories/place-columns-repository.ts'
import { findLab } from '../../../repositories/lab-repository.ts'
import { cycleGround, cycleQuestions } from '../../qualification/steps/questions.ts'

/** What a dataset is made from, read at one instant. */
export type DatasetSource = {
  input: DatasetInput
  asOf: string
  /** Another stamp later = answers or hcps moved since. */
  stamp: string
  /** Which questions, sources and days the columns come from. */
  specification: {
    networkIds: string[]
    referenceDay: string
    previousRunId: string | null
    questions: { key: string; sources: string[]; cutoff: string | null }[]
  }
}

type Facts = Pick<CycleDto, 'id' | 'referenceDay' | 'qualification' | 'networkIds' | 'run'>

export async function sourceStamp(
  tx: Tx,
  labId: string,
  cycle: Facts,
  document: Pick<Configuration, 'universe' | 'criteria'>,
): Promise<string> {
  const ground = await cycleGround(tx, labId, cycle, document)
  const questions = await cycleQuestions(tx, labId, cycle, document)
  const places = await readPlaceStamp(tx, labId, ground)
  const answers = await readSourceStamp(
    tx,
    labId,
    ground,
    questions.map(({ criterionId }) => criterionId),
  )
  return `${answers} ${places}`
}

/** Reads everything that a dataset holds; give it a transaction that sees one instant. */
export async function readSource(
  tx: Tx,
  labId: string,
  cycle: Facts,
  document: Pick<Configuration, 'universe' | 'criteria'>,
): Promise<DatasetSource> {
  const ground = await cycleGround(tx, labId, cycle, document)
  const questions = await cycleQuestions(tx, labId, cycle, document)
  const lab = await findLab(tx, labId)
  const previous = await findPreviousCycle(tx, labId, { ...cycle, runStartsOn: cycle.run?.startsOn ?? null })
  const before = previous
    ? await readRunSegments(tx, labId, previous.runId, 'general')
    : new Map<string, string>()
  const people = await readCandidates(tx, labId, ground)
  const { hcpIds } = people
  const places = await readPlaceColumns(tx, labId, ground, hcpIds)
  return {
    input: {
      hcpIds,
      referenceDay: ground.day,
      criteria: await readAnswerColumns(tx, labId, ground, questions, hcpIds),
      attributes: {
        profession: codeColumn(people.professions),
        specialty: codeColumn(people.specialties),
        region: codeColumn(people.regions),
        sector: codeColumn(people.sectors),
        practice: codeColumn(places.practices),
        commune: codeColumn(places.communes),
        brick: codeColumn(places.bricks),
      },
      previousSegment: codeColumn(hcpIds.map((id) => before.get(id) ?? null)),
      previousCalls: Float64Array.from(places.calls),
    },
    asOf: clock.today(lab?.timeZone ?? 'Europe/Paris'),
    stamp: await sourceStamp(tx, labId, cycle, document),
    specification: {
      networkIds: [...cycle.networkIds],
      referenceDay: ground.day,
      previousRunId: previous?.runId ?? null,
      questions: questions.map(({ key, asked, cutoff }) => ({ key, sources: asked.sources, cutoff })),
    },
  }
}
