import { dayText, parseDay } from './calendar.ts'

export type AnswerKind = 'NUMBER' | 'INTEGER' | 'PERCENT' | 'CHOICE' | 'SCALE' | 'BOOLEAN' | 'DATE' | 'TEXT'

/** A number, the code of an option, yes or no, a day `YYYY-MM-DD`, a text. */
export type AnswerValue = number | string | boolean

/** How a value stands in the columns of an observation: exactly one of the three is set. */
export type StoredValue = { number: number | null; optionCode: string | null; text: string | null }

const none: StoredValue = { number: null, optionCode: null, text: null }

/** Numbers as they are, BOOLEAN as 0 or 1, DATE as days since 1970, CHOICE as its option, TEXT as text; null when the value is not of the kind. */
export function storedValue(kind: AnswerKind, value: AnswerValue): StoredValue | null {
  switch (kind) {
    case 'NUMBER':
    case 'PERCENT':
      return typeof value === 'number' && Number.isFinite(value) ? { ...none, number: value + 0 } : null
    case 'INTEGER':
      return typeof value === 'number' && Number.isSafeInteger(value) ? { ...none, number: value + 0 } : null
    case 'SCALE':
      return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 10
        ? { ...none, number: value + 0 }
        : null
    case 'BOOLEAN':
      return typeof value === 'boolean' ? { ...none, number: Number(value) } : null
    case 'CHOICE':
      return typeof value === 'string' && value !== '' ? { ...none, optionCode: value } : null
    case 'DATE': {
      const day = typeof value === 'string' ? parseDay(value) : null
      return day === null ? null : { ...none, number: day }
    }
    case 'TEXT':
      return typeof value === 'string' && value !== '' ? { ...none, text: value } : null
  }
}

/** The value of what `storedValue` stored. */
export function valueOf(kind: AnswerKind, stored: StoredValue): AnswerValue | null {
  if (kind === 'BOOLEAN') return stored.number === null ? null : stored.number === 1
  if (kind === 'DATE') return stored.number === null ? null : dayText(stored.number)
  return stored.number ?? stored.optionCode ?? stored.text
}
