import type { Actor } from '#src/contracts/actor.ts'
import type { AnswerDto } from '#src/contracts/directory-hcp.ts'
import { addMonths } from '#src/lib/calendar.ts'
import type { Tx } from '../../../platform/transaction.ts'
import { findEffectiveAnswers, type EffectiveAnswer } from '../../../repositories/answer-repository.ts'
import { findCycle } from '../../../repositories/cycle-repository.ts'
import { configurationInForce } from '../../cycles/steps/configuration.ts'
import { cycleGround, cycleQuestions, type Question } from '../../qualification/steps/questions.ts'

function answerOf(question: Question, answer: EffectiveAnswer | undefined, memberId: string): AnswerDto {
  const { asked, criterion, labels, kind, level, sources, product } = question
  const option = answer?.optionCode
    ? (criterion.options.find(({ code }) => code === answer.optionCode)?.labels ?? {
        fr: answer.optionCode,
        en: answer.optionCode,
      })
    : null
  const inherited = level === 'PRACTICE' || level === 'BRICK' ? level : null
  return {
    criterion: question.key,
    label: labels,
    kind,
    unit: criterion.unit,
    product: product?.name ?? null,
    required: asked.required,
    state: answer?.state ?? 'ABSENT',
    number: answer?.number ?? null,
    option,
    text: answer?.text ?? null,
    source: sources.find(({ id }) => id === answer?.sourceId)?.label ?? null,
    author: answer?.author ?? null,
    mine: answer !== undefined && answer.memberId === memberId,
    observedOn: answer?.observedOn ?? null,
    expiresOn:
      answer && asked.validityMonths !== null ? addMonths(answer.observedOn, asked.validityMonths) : null,
    expired: answer?.expired ?? false,
    inheritedFrom: answer ? inherited : null,
  }
}

/** Every question of the cycle with the answer that counts for this hcp, in the order of the form. */
export async function hcpAnswers(tx: Tx, actor: Actor, cycleId: string, hcpId: string): Promise<AnswerDto[]> {
  const { labId, memberId } = actor
  const cycle = await findCycle(tx, labId, cycleId)
  if (!cycle) return []
  const { document } = await configurationInForce(tx, labId, cycle)
  const questions = await cycleQuestions(tx, labId, cycle, document)
  const ground = await cycleGround(tx, labId, cycle, document)
  const answers = await findEffectiveAnswers(tx, labId, ground, questions, [hcpId])
  const byKey = new Map(answers.map((answer) => [answer.key, answer]))
  return questions.map((question) => answerOf(question, byKey.get(question.key), memberId))
}

/** What « qualified » means in this cycle: its required questions, and where and when it looks. */
export async function requiredQuestions(tx: Tx, labId: string, cycleId: string) {
  const cycle = await findCycle(tx, labId, cycleId)
  if (!cycle) return null
  const { document } = await configurationInForce(tx, labId, cycle)
  const questions = (await cycleQuestions(tx, labId, cycle, document)).filter(({ asked }) => asked.required)
  return { questions, ground: await cycleGround(tx, labId, cycle, document) }
}
