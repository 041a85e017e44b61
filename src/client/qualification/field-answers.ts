import type {
  AnswerInput,
  FormAnswer,
  FormDto,
  FormQuestion,
  Worklist,
} from '#src/contracts/qualification.ts'
import type { QueueEntry } from '../offline/queue.ts'

/** What a question shows: an answer known to the server, or one that this device still holds. */
export type ShownAnswer = Pick<FormAnswer, 'state' | 'value'> & {
  expired: boolean
  /** Entered here and now: not yet sent, or just acknowledged. */
  waitingSince: string | null
  savedAt: string | null
}

const inputOf = (entry: QueueEntry) => entry.input as AnswerInput

/** The latest entry of the device about one question of one hcp, not yet sent. */
export function waitingEntry(
  waiting: readonly QueueEntry[],
  form: Pick<FormDto, 'cycleId'>,
  hcpId: string,
  key: string,
): QueueEntry | null {
  const found = waiting.filter((entry) => {
    if (entry.kind !== 'answer') return false
    const input = inputOf(entry)
    return input.cycleId === form.cycleId && input.hcpId === hcpId && input.key === key
  })
  return found.at(-1) ?? null
}

/** The question's answer as the reader should see it; null = to be answered. */
export function shownAnswer(
  question: FormQuestion,
  before: FormAnswer | null,
  entry: QueueEntry | null,
): ShownAnswer | null {
  if (entry) {
    const input = inputOf(entry)
    if (input.state === 'WITHDRAWN') return before && { ...before, waitingSince: entry.at, savedAt: null }
    return { state: input.state, value: input.value, expired: false, waitingSince: entry.at, savedAt: null }
  }
  const { answer } = question
  if (!answer) return null
  const isNew = answer.enteredAt !== before?.enteredAt
  const { state, value, expired } = answer
  return { state, value, expired, waitingSince: null, savedAt: isNew ? answer.enteredAt : null }
}

/** The form with an answer that the server just settled. */
export const withAnswer = (form: FormDto, key: string, answer: FormAnswer | null): FormDto => ({
  ...form,
  questions: form.questions.map((one) => (one.key === key ? { ...one, answer } : one)),
})

export const isAnswered = (shown: ShownAnswer | null): boolean => shown !== null && !shown.expired

/** The next hcp whose form is not finished, after this one, then from the top. */
export function nextUnfinished(worklist: Worklist, hcpId: string): Worklist['hcps'][number] | null {
  const at = worklist.hcps.findIndex(({ id }) => id === hcpId)
  const order = [...worklist.hcps.slice(at + 1), ...worklist.hcps.slice(0, Math.max(at, 0))]
  return order.find(({ finished }) => !finished) ?? null
}
