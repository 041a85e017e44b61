import { dayNumber, dayText } from '../../lib/calendar.ts'
import { codeAt, takeRows } from '../../lib/columns/build-columns.ts'
import { missingDay, type Column } from '../../lib/columns/column-types.ts'
import type { Scalar } from '../configuration/conditions.ts'

/** The answer of a row as it was given, null when missing. */
export function answerAt(column: Column | undefined, row: number): Scalar | null {
  switch (column?.kind) {
    case 'number': {
      const value = column.values[row] ?? NaN
      return Number.isNaN(value) ? null : value
    }
    case 'code': {
      const code = codeAt(column, row)
      return isBoolean(column.dictionary) && code !== null ? code === 'true' : code
    }
    case 'day': {
      const day = column.values[row] ?? missingDay
      return day === missingDay ? null : dayText(day)
    }
    case 'integer':
    case 'text':
    case undefined:
      return null
  }
}

export function isBoolean(dictionary: readonly string[]): boolean {
  return dictionary.length === 2 && dictionary[0] === 'false' && dictionary[1] === 'true'
}

/** A column of the same kind that holds these answers. */
export function columnOf(like: Column, answers: readonly Scalar[]): Column {
  switch (like.kind) {
    case 'number':
      return { kind: 'number', values: Float64Array.from(answers, Number) }
    case 'day':
      return { kind: 'day', values: Int32Array.from(answers, (answer) => dayNumber(String(answer))) }
    case 'code': {
      const dictionary = [...new Set([...like.dictionary, ...answers.map(String)])]
      return {
        kind: 'code',
        dictionary,
        values: Int32Array.from(answers, (one) => dictionary.indexOf(String(one))),
      }
    }
    case 'integer':
    case 'text':
      return like
  }
}

/** The answer of one row, as many times as asked. */
export function repeatRow(column: Column, row: number, times: number): Column {
  return takeRows(column, new Int32Array(times).fill(row))
}
