import type { Actor } from '#src/contracts/actor.ts'
import type { Configuration } from '#src/contracts/cycle-configuration.ts'
import type { CycleDto } from '#src/contracts/cycles.ts'
import type { AnswerSource } from '#src/contracts/explanation.ts'
import { valueOf } from '#src/lib/answer-value.ts'
import type { Tx } from '../../../platform/transaction.ts'
import { findEffectiveAnswers } from '../../../repositories/answer-repository.ts'
import { cycleGround, cycleQuestions } from '../../qualification/steps/questions.ts'

/** Where the answers of a few hcps come from; expired and missing ones are left out. Keys per product keep their code. */
export async function answerSources(
  tx: Tx,
  actor: Actor,
  cycle: CycleDto,
  document: Configuration,
  hcpIds: readonly string[],
): Promise<Map<string, AnswerSource[]>> {
  const { labId, memberId } = actor
  const ground = await cycleGround(tx, labId, cycle, document)
  const questions = await cycleQuestions(tx, labId, cycle, document)
  const byKey = new Map(questions.map((question) => [question.key, question]))
  const found = new Map<string, AnswerSource[]>(hcpIds.map((id) => [id, []]))
  for (const answer of await findEffectiveAnswers(tx, labId, ground, questions, hcpIds)) {
    const question = byKey.get(answer.key)
    if (!question || answer.expired || answer.state !== 'VALUE') continue
    found.get(answer.hcpId)?.push({
      criterion: answer.key,
      value: valueOf(question.kind, answer),
      source: question.sources.find(({ id }) => id === answer.sourceId)?.label ?? '',
      author: answer.author,
      mine: answer.memberId === memberId,
      observedOn: answer.observedOn,
    })
  }
  return found
}
