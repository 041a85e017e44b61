import { dayNumber } from '../calendar.ts'
import { compareText } from '../stable-sort.ts'
import {
  missingDay,
  type CodeColumn,
  type Column,
  type DayColumn,
  type NumberColumn,
} from './column-types.ts'

/** null, NaN and infinities become missing (NaN); −0 becomes 0. */
export function numberColumn(values: Iterable<number | null>): NumberColumn {
  return {
    kind: 'number',
    values: Float64Array.from(values, (value) => (Number.isFinite(value) ? Number(value) + 0 : NaN)),
  }
}

export function dayColumn(days: Iterable<string | null>): DayColumn {
  return { kind: 'day', values: Int32Array.from(days, (day) => (day === null ? missingDay : dayNumber(day))) }
}

/** The dictionary holds the codes that occur, in code-unit order: the same answers give the same bytes. */
export function codeColumn(codes: readonly (string | null)[]): CodeColumn {
  const dictionary = [...new Set(codes)].filter((code) => code !== null).sort(compareText)
  const indexes = new Map<string | null, number>(dictionary.map((code, index) => [code, index]))
  return { kind: 'code', values: Int32Array.from(codes, (code) => indexes.get(code) ?? -1), dictionary }
}

/** BOOLEAN answers are codes of this dictionary. */
export function booleanColumn(values: Iterable<boolean | null>): CodeColumn {
  const indexes = Int32Array.from(values, (value) => (value === null ? -1 : Number(value)))
  return { kind: 'code', values: indexes, dictionary: ['false', 'true'] }
}

/** The code of a row, null when missing. */
export function codeAt(column: CodeColumn, row: number): string | null {
  return column.dictionary[column.values[row] ?? -1] ?? null
}

/** The rows of a column in another order, or a part of them. */
export function takeRows(column: Column, rows: Int32Array): Column {
  switch (column.kind) {
    case 'number':
      return { kind: 'number', values: Float64Array.from(rows, (row) => column.values[row] ?? NaN) }
    case 'text':
      return { kind: 'text', values: Array.from(rows, (row) => column.values[row] ?? '') }
    case 'code':
      return { ...column, values: takeIntegers(column.values, rows) }
    case 'integer':
    case 'day':
      return { kind: column.kind, values: takeIntegers(column.values, rows) }
  }
}

function takeIntegers(values: Int32Array, rows: Int32Array): Int32Array {
  return Int32Array.from(rows, (row) => values[row] ?? 0)
}
