import type { Actor } from '#src/contracts/actor.ts'
import type { AnswerInput, FormAnswer } from '#src/contracts/qualification.ts'
import { storedValue, type StoredValue } from '#src/lib/answer-value.ts'
import { addDays } from '#src/lib/calendar.ts'
import { notFound, refused } from '#src/lib/app-error.ts'
import { assertCan } from '#src/policy/assert-can.ts'
import { clock } from '../../platform/clock.ts'
import { command } from '../../platform/transaction.ts'
import { findEffectiveAnswers } from '../../repositories/answer-repository.ts'
import { findCycle } from '../../repositories/cycle-repository.ts'
import { findLab } from '../../repositories/lab-repository.ts'
import { findFormHcp, insertObservation, settleAnswer } from '../../repositories/observation-repository.ts'
import { configurationInForce } from '../cycles/steps/configuration.ts'
import { formAnswer } from './steps/form.ts'
import { cycleGround, cycleQuestions, fieldSource, type Question } from './steps/questions.ts'

const nothing: StoredValue = { number: null, optionCode: null, text: null }

/** The value in its columns, inside the bounds of the cycle; nothing for « does not know » and « not applicable ». */
function checkedValue(question: Question, input: AnswerInput): StoredValue {
  if (input.state !== 'VALUE') return nothing
  const stored = input.value === null ? null : storedValue(question.kind, input.value)
  if (!stored) throw refused('answer-not-of-kind', { kind: question.kind })
  const { minimum, maximum, options } = question.asked
  if (stored.optionCode !== null && !options.some(({ code }) => code === stored.optionCode))
    throw refused('answer-unknown-option', { option: stored.optionCode })
  const percent = question.kind === 'PERCENT'
  const low = minimum ?? (percent ? 0 : null)
  const high = maximum ?? (percent ? 100 : null)
  const { number } = stored
  const isMeasured = question.kind !== 'DATE' && question.kind !== 'BOOLEAN'
  if (!isMeasured || number === null) return stored
  if (low !== null && number < low) throw refused('answer-below-minimum', { minimum: low, value: number })
  if (high !== null && number > high) throw refused('answer-above-maximum', { maximum: high, value: number })
  return stored
}

/**
 * Keeps one answer of the field as an observation, and settles what the source says now. Sent twice under one client
 * id it is kept once. An answer given on the last evening and sent later still counts: only a draft or closed cycle
 * refuses.
 */
export function answerQuestion(
  actor: Actor,
  input: AnswerInput,
): Promise<{ key: string; answer: FormAnswer | null }> {
  const { labId, memberId } = actor
  return command(actor, async (tx) => {
    const lab = await findLab(tx, labId)
    const today = clock.today(lab?.timeZone ?? 'Europe/Paris')
    const hcp = await findFormHcp(tx, labId, input.hcpId, today)
    if (!hcp) throw notFound()
    assertCan(actor, 'qualification.answer', { labId, sectorIds: hcp.sectorIds })
    const cycle = await findCycle(tx, labId, input.cycleId)
    if (!cycle) throw notFound()
    if (cycle.state === 'DRAFT' || cycle.state === 'CLOSED')
      throw refused('qualification-not-open', { cycle: cycle.name })
    const { document } = await configurationInForce(tx, labId, cycle)
    const question = (await cycleQuestions(tx, labId, cycle, document)).find(({ key }) => key === input.key)
    if (!question) throw notFound()
    const source = fieldSource(question)
    if (!source) throw refused('answer-not-from-field')
    const observedOn = input.observedOn ?? today
    // A device one time zone ahead may already be tomorrow.
    if (observedOn > addDays(today, 1)) throw refused('answer-in-the-future', { day: observedOn })
    const ofPractice = question.level === 'PRACTICE'
    if (ofPractice && !hcp.practiceId) throw refused('answer-without-practice')
    const same = {
      criterionId: question.criterionId,
      productId: question.productId,
      sourceId: source.id,
      hcpId: ofPractice ? null : hcp.id,
      practiceId: ofPractice ? hcp.practiceId : null,
    }
    const isNew = await insertObservation(tx, labId, {
      ...same,
      ...checkedValue(question, input),
      memberId,
      state: input.state,
      observedOn,
      enteredAt: clock.now(),
      clientId: input.clientId,
    })
    if (isNew) await settleAnswer(tx, labId, same)
    const ground = await cycleGround(tx, labId, cycle, document)
    const [effective] = await findEffectiveAnswers(tx, labId, ground, [question], [hcp.id])
    return {
      value: { key: input.key, answer: effective ? formAnswer(actor, question, effective) : null },
      audit: isNew
        ? {
            action: 'qualification.answer',
            subject: { kind: 'hcp', id: hcp.id },
            change: { cycle: cycle.id, question: input.key, state: input.state },
          }
        : null,
    }
  })
}
