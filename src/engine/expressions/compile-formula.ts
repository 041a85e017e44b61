import type { Arithmetic, Formula } from '../configuration/conditions.ts'
import { compileCondition } from './compile-condition.ts'
import type { FieldReader } from './field-reader.ts'

/** One number per hcp, NaN = missing; a number alone is everybody's. Not to be written to. */
export type Numbers = Float64Array | number

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

const unary = {
  negate: (value: number) => 0 - value,
  abs: (value: number) => (value < 0 ? 0 - value : value),
  round: (value: number) => Math.round(value) + 0,
}

const binary = {
  min: (left: number, right: number) => (Number.isNaN(left) || left <= right ? left : right),
  max: (left: number, right: number) => (Number.isNaN(left) || left >= right ? left : right),
  coalesce: (left: number, right: number) => (Number.isNaN(left) ? right : left),
}

export function numberAt(numbers: Numbers, row: number): number {
  return typeof numbers === 'number' ? numbers : (numbers[row] ?? NaN)
}

function mapped(numbers: Numbers, change: (value: number) => number): Numbers {
  return typeof numbers === 'number' ? change(numbers) : numbers.map(change)
}

function joined(
  left: Numbers,
  right: Numbers,
  rows: number,
  choose: (left: number, right: number) => number,
): Numbers {
  if (typeof left === 'number' && typeof right === 'number') return choose(left, right)
  const values = new Float64Array(rows)
  for (let row = 0; row < rows; row += 1) values[row] = choose(numberAt(left, row), numberAt(right, row))
  return values
}

const operations: Record<Arithmetic, (left: number, right: number) => number> = {
  '+': (left, right) => finite(left + right),
  '-': (left, right) => finite(left - right),
  '*': (left, right) => finite(left * right),
  '/': (left, right) => finite(left / right),
}

/** An overflow or a division by zero is missing; −0 is 0. */
function finite(value: number): number {
  return Number.isFinite(value) ? value + 0 : NaN
}

function arithmetic(op: Arithmetic, left: Numbers, right: Numbers, rows: number): Numbers {
  return joined(left, right, rows, operations[op])
}

function choice(holds: Uint8Array, value: Numbers, otherwise: Numbers): Float64Array {
  const values = new Float64Array(holds.length)
  for (let row = 0; row < values.length; row += 1)
    values[row] = numberAt(holds[row] === 1 ? value : otherwise, row)
  return values
}
