import type { Configuration } from '#src/contracts/cycle-configuration.ts'
import type { CycleDto } from '#src/contracts/cycles.ts'
import type { Tx } from '../../../platform/transaction.ts'
import { readCompleteness } from '../../../repositories/answer-completeness-repository.ts'
import { cycleGround, cycleQuestions } from './questions.ts'

/** Answers present of answers required, over the cycle's hcps and required questions, and how many hcps those are. */
export async function readQualified(
  tx: Tx,
  labId: string,
  cycle: CycleDto,
  document: Configuration,
): Promise<{ hcps: number; required: number; present: number }> {
  const ground = await cycleGround(tx, labId, cycle, document)
  const questions = (await cycleQuestions(tx, labId, cycle, document)).filter(({ asked }) => asked.required)
  const sectors = await readCompleteness(tx, labId, ground, questions)
  const hcps = sectors.reduce((sum, sector) => sum + sector.hcps, 0)
  const present = sectors.reduce((sum, sector) => sum + sector.present.reduce((all, one) => all + one, 0), 0)
  return { hcps, required: hcps * questions.length, present }
}
