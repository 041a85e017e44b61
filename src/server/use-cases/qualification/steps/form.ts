import type { Actor } from '#src/contracts/actor.ts'
import type { FormAnswer, FormQuestion } from '#src/contracts/qualification.ts'
import { valueOf } from '#src/lib/answer-value.ts'
import { addMonths } from '#src/lib/calendar.ts'
import type { EffectiveAnswer } from '../../../repositories/answer-repository.ts'
import { fieldSource, type Question } from './questions.ts'

/** An answer as the person who reads the form sees it. */
export function formAnswer(actor: Actor, question: Question, answer: EffectiveAnswer): FormAnswer {
  const { validityMonths } = question.asked
  return {
    state: answer.state,
    value: answer.state === 'VALUE' ? valueOf(question.kind, answer) : null,
    observedOn: answer.observedOn,
    enteredAt: answer.enteredAt,
    expired: answer.expired,
    expiresOn: validityMonths === null ? null : addMonths(answer.observedOn, validityMonths),
    source: question.sources.find(({ id }) => id === answer.sourceId)?.label ?? '',
    mine: answer.memberId === actor.memberId,
    author: answer.author,
    inheritedFrom: answer.inheritedFrom,
  }
}

/** The question without anything that would lead the answer: no points, no order of sources. */
export function formQuestion(
  actor: Actor,
  question: Question,
  answer: EffectiveAnswer | undefined,
): FormQuestion {
  const { key, kind, labels, asked, criterion } = question
  const codes = asked.options.map(({ code }) => code)
  return {
    key,
    kind,
    labels,
    help: asked.help,
    unit: criterion.unit,
    required: asked.required,
    minimum: asked.minimum,
    maximum: asked.maximum,
    options: codes.flatMap((code) => criterion.options.find((option) => option.code === code) ?? []),
    locked: fieldSource(question) === null,
    answer: answer ? formAnswer(actor, question, answer) : null,
  }
}
