import { parseDay } from '../../lib/calendar.ts'
import { missingDay } from '../../lib/columns/column-types.ts'
import type { Comparison, Scalar } from '../configuration/conditions.ts'
import type { CodedField, FieldColumn } from './field-reader.ts'

/** Rows where the comparison holds; on a missing value, or between kinds that do not compare, it does not. */
export function compareMask(
  rows: number,
  column: FieldColumn,
  comparison: Comparison,
  value: Scalar,
): Uint8Array {
  if (typeof value === 'number')
    return column.numbers ? numberMask(column.numbers, comparison, value) : none(rows)
  const code = String(value)
  if (column.codes) return codeMask(column.codes, codeTest(column.codes, comparison, code))
  const day = parseDay(code)
  return column.days && day !== null ? dayMask(column.days, comparison, day) : none(rows)
}

export function memberMask(rows: number, column: FieldColumn, values: readonly Scalar[]): Uint8Array {
  const masks = values
    .filter((value) => typeof value === 'number' || !column.codes)
    .map((value) => compareMask(rows, column, '=', value))
  if (column.codes) {
    const codes = new Set(values.filter((value) => typeof value !== 'number').map(String))
    masks.push(codeMask(column.codes, (code) => codes.has(code)))
  }
  return masks.reduce(union, none(rows))
}

/** Rows where two numbers, or two days, compare so. */
export function compareNumbersMask(
  rows: number,
  left: FieldColumn,
  comparison: Comparison,
  right: FieldColumn,
): Uint8Array {
  const mask = none(rows)
  const accept = Uint8Array.from(accepted[comparison])
  const areDays = left.days !== null && right.days !== null
  const [one, other] = areDays ? [left.days, right.days] : [left.numbers, right.numbers]
  if (!one || !other) return mask
  for (let row = 0; row < rows; row += 1) {
    const isMissing = areDays && (one[row] === missingDay || other[row] === missingDay)
    if (!isMissing) mask[row] = accept[order(one[row] ?? NaN, other[row] ?? NaN)] ?? 0
  }
  return mask
}

type Bound = number | string | Float64Array

/** low ≤ x ≤ high: days where the bounds are days, else numbers. */
export function betweenMask(rows: number, column: FieldColumn, low: Bound, high: Bound): Uint8Array {
  const mask = none(rows)
  const values = typeof low === 'string' && typeof high === 'string' ? column.days : column.numbers
  if (!values) return mask
  const [from, to] = [boundNumber(low), boundNumber(high)]
  for (let row = 0; row < rows; row += 1) {
    const value = values[row] ?? NaN
    const least = typeof from === 'number' ? from : (from[row] ?? NaN)
    const most = typeof to === 'number' ? to : (to[row] ?? NaN)
    if (value >= least && value <= most) mask[row] = 1
  }
  return mask
}

function boundNumber(bound: Bound): number | Float64Array {
  return typeof bound === 'string' ? (parseDay(bound) ?? NaN) : bound
}

export function missingMask(rows: number, column: FieldColumn): Uint8Array {
  const mask = none(rows)
  const { codes, days, numbers } = column
  for (let row = 0; row < rows; row += 1) {
    const missing = codes
      ? (codes.values[row] ?? -1) < 0
      : days
        ? days[row] === missingDay
        : Number.isNaN(numbers?.[row] ?? NaN)
    if (missing) mask[row] = 1
  }
  return mask
}

export function intersection(left: Uint8Array, right: Uint8Array): Uint8Array {
  const mask = left.slice()
  for (let row = 0; row < mask.length; row += 1) mask[row] = (mask[row] ?? 0) & (right[row] ?? 0)
  return mask
}

export function union(left: Uint8Array, right: Uint8Array): Uint8Array {
  const mask = left.slice()
  for (let row = 0; row < mask.length; row += 1) mask[row] = (mask[row] ?? 0) | (right[row] ?? 0)
  return mask
}

export function complement(one: Uint8Array): Uint8Array {
  const mask = one.slice()
  for (let row = 0; row < mask.length; row += 1) mask[row] = 1 - (mask[row] ?? 0)
  return mask
}

function none(rows: number): Uint8Array {
  return new Uint8Array(rows)
}

/** Whether the comparison accepts [less, equal, greater, missing]. */
const accepted: Record<Comparison, readonly [number, number, number, number]> = {
  '<': [1, 0, 0, 0],
  '<=': [1, 1, 0, 0],
  '=': [0, 1, 0, 0],
  '!=': [1, 0, 1, 0],
  '>=': [0, 1, 1, 0],
  '>': [0, 0, 1, 0],
}

function order(left: number, right: number): 0 | 1 | 2 | 3 {
  return left < right ? 0 : left > right ? 2 : left === right ? 1 : 3
}

function numberMask(numbers: Float64Array, comparison: Comparison, value: number): Uint8Array {
  const mask = none(numbers.length)
  const accept = Uint8Array.from(accepted[comparison])
  for (let row = 0; row < mask.length; row += 1) mask[row] = accept[order(numbers[row] ?? NaN, value)] ?? 0
  return mask
}

function dayMask(days: Int32Array, comparison: Comparison, value: number): Uint8Array {
  const mask = none(days.length)
  const accept = Uint8Array.from(accepted[comparison])
  for (let row = 0; row < mask.length; row += 1) {
    const day = days[row] ?? missingDay
    if (day !== missingDay) mask[row] = accept[order(day, value)] ?? 0
  }
  return mask
}

function codeTest(field: CodedField, comparison: Comparison, value: string): (code: string) => boolean {
  if (comparison === '=') return (code) => code === value
  if (comparison === '!=') return (code) => code !== value
  const right = field.rankOf?.(value) ?? null
  return (code) => {
    const left = field.rankOf?.(code) ?? null
    return left !== null && right !== null && accepted[comparison][order(left, right)] === 1
  }
}

function codeMask(field: CodedField, accept: (code: string) => boolean): Uint8Array {
  // One place more, in front, for −1: no read falls outside the table.
  const table = new Uint8Array(field.dictionary.length + 1)
  field.dictionary.forEach((code, index) => {
    table[index + 1] = Number(accept(code))
  })
  const mask = none(field.values.length)
  for (let row = 0; row < mask.length; row += 1) mask[row] = table[(field.values[row] ?? -1) + 1] ?? 0
  return mask
}
