import { canonicalJson } from '../../lib/canonical-json.ts'
import { isField, isScalar } from '../configuration/condition-kinds.ts'
import type { Condition, Formula } from '../configuration/conditions.ts'
import {
  betweenMask,
  compareMask,
  compareNumbersMask,
  complement,
  intersection,
  memberMask,
  missingMask,
  union,
} from './comparisons.ts'
import { readsAxes } from './condition-fields.ts'
import { arithmetic, binary, choice, joined, mapped, unary, type Numbers } from './numbers.ts'
import { absentField, type FieldColumn, type FieldReader } from './field-reader.ts'

/** 1 where the condition holds, 0 elsewhere, one byte a row. Not to be written to: it may be remembered. */
export type Predicate = (reader: FieldReader) => Uint8Array

/**
 * A condition as a closure over columns. A comparison on a missing value is false and so is one between kinds that do
 * not compare (a text with a number); `missing` alone sees missing values; `not` is the plain contrary. Order: numbers
 * and days by size, options by their place in the form, classes by merit (A > B); other codes have none. Two days
 * compare as days, a day and a number as months before the reference day.
 */
export function compileCondition(condition: Condition): Predicate {
  const predicate = compileNode(condition)
  if (readsAxes(condition)) return predicate
  const key = canonicalJson(condition)
  return (reader) => reader.remember(key, () => predicate(reader))
}

function compileNode(condition: Condition): Predicate {
  switch (condition.op) {
    case 'and':
    case 'or': {
      const terms = condition.terms.map(compileCondition)
      const join = condition.op === 'and' ? intersection : union
      return (reader) => terms.map((term) => term(reader)).reduce(join)
    }
    case 'not': {
      const term = compileCondition(condition.term)
      return (reader) => complement(term(reader))
    }
    case 'compare': {
      const { comparison, value } = condition
      const left = columnOf(condition.field)
      if (isScalar(value)) return (reader) => compareMask(reader.rows, left(reader), comparison, value)
      const right = columnOf(value)
      return (reader) => compareNumbersMask(reader.rows, left(reader), comparison, right(reader))
    }
    case 'in': {
      const { values } = condition
      const column = columnOf(condition.field)
      return (reader) => memberMask(reader.rows, column(reader), values)
    }
    case 'between': {
      const column = columnOf(condition.field)
      const low = boundOf(condition.low)
      const high = boundOf(condition.high)
      return (reader) => betweenMask(reader.rows, column(reader), low(reader), high(reader))
    }
    case 'missing': {
      const column = columnOf(condition.field)
      return (reader) => missingMask(reader.rows, column(reader))
    }
  }
}

/** A field with all that it can be compared by; anything else is a number. */
function columnOf(formula: Formula): (reader: FieldReader) => FieldColumn {
  if (isField(formula)) return (reader) => reader.read(formula)
  const numbers = compileFormula(formula)
  return (reader) => {
    const found = numbers(reader)
    const column = typeof found === 'number' ? new Float64Array(reader.rows).fill(found) : found
    return { ...absentField, numbers: column }
  }
}

function boundOf(bound: Formula | string): (reader: FieldReader) => number | string | Float64Array {
  return typeof bound === 'string' ? () => bound : compileFormula(bound)
}

/**
 * A formula as a closure over columns. Criteria are read in the unit of their answer, as conditions read them: points
 * for options, 0/100 for BOOLEAN, whole months before the reference day for DATE. A missing part makes the whole
 * missing, except under `coalesce` (the first that is present) and `if`, which reads its branch alone. Division by zero
 * and a result beyond the largest number are missing, −0 is 0, halves round up. + − × ÷ only.
 */
export function compileFormula(formula: Formula): (reader: FieldReader) => Numbers {
  if (typeof formula === 'number') return () => formula + 0
  if ('kind' in formula) return (reader) => reader.read(formula).numbers ?? NaN
  switch (formula.op) {
    case '+':
    case '-':
    case '*':
    case '/': {
      const left = compileFormula(formula.left)
      const right = compileFormula(formula.right)
      return (reader) => arithmetic(formula.op, left(reader), right(reader), reader.rows)
    }
    case 'negate':
    case 'abs':
    case 'round': {
      const term = compileFormula(formula.term)
      const change = unary[formula.op]
      return (reader) => mapped(term(reader), change)
    }
    case 'min':
    case 'max':
    case 'coalesce': {
      const terms = formula.terms.map(compileFormula)
      const choose = binary[formula.op]
      return (reader) =>
        terms.map((term) => term(reader)).reduce((left, right) => joined(left, right, reader.rows, choose))
    }
    case 'if': {
      const holds = compileCondition(formula.condition)
      const value = compileFormula(formula.value)
      const otherwise = formula.otherwise === null ? () => NaN : compileFormula(formula.otherwise)
      return (reader) => choice(holds(reader), value(reader), otherwise(reader))
    }
  }
}
