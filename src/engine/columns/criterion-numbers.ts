import { dayNumber, wholeMonths } from '../../lib/calendar.ts'
import { missingDay, type CodeColumn, type Column, type DayColumn } from '../../lib/columns/column-types.ts'
import type { CycleCriterion } from '../configuration/criteria.ts'

/**
 * Answers of one criterion as numbers, NaN = missing: NUMBER, INTEGER, PERCENT as they are, SCALE × 10, BOOLEAN 0/100,
 * CHOICE points of the option (an option that the cycle does not know is missing), DATE whole months before the
 * reference day. TEXT, or a column of another shape than the kind's, is missing everywhere.
 */
export function criterionNumbers(
  criterion: CycleCriterion,
  column: Column | undefined,
  referenceDay: string,
  rows: number,
): Float64Array {
  switch (criterion.kind) {
    case 'NUMBER':
    case 'INTEGER':
    case 'PERCENT':
      if (column?.kind === 'number') return column.values
      break
    case 'SCALE':
      if (column?.kind === 'number') return column.values.map((value) => value * 10)
      break
    case 'BOOLEAN':
      if (column?.kind === 'code') return byCode(column, (code) => (code === 'true' ? 100 : 0))
      break
    case 'CHOICE':
      if (column?.kind === 'code') {
        const points = new Map(criterion.options.map((option) => [option.code, option.points + 0]))
        return byCode(column, (code) => points.get(code) ?? NaN)
      }
      break
    case 'DATE':
      if (column?.kind === 'day') return monthsBefore(column, dayNumber(referenceDay))
      break
    case 'TEXT':
      break
  }
  return new Float64Array(rows).fill(NaN)
}

function byCode(column: CodeColumn, numberOf: (code: string) => number): Float64Array {
  const numbers = column.dictionary.map(numberOf)
  return Float64Array.from(column.values, (value) => numbers[value] ?? NaN)
}

function monthsBefore(column: DayColumn, reference: number): Float64Array {
  return Float64Array.from(column.values, (day) =>
    day === missingDay ? NaN : wholeMonths(day, reference) + 0,
  )
}
