import type { Arithmetic } from '../configuration/conditions.ts'

/** One number per hcp, NaN = missing; a number alone is everybody's. Not to be written to. */
export type Numbers = Float64Array | number

export const unary = {
  negate: (value: number) => 0 - value,
  abs: (value: number) => (value < 0 ? 0 - value : value),
  round: (value: number) => Math.round(value) + 0,
}

export const binary = {
  min: (left: number, right: number) => (Number.isNaN(left) || left <= right ? left : right),
  max: (left: number, right: number) => (Number.isNaN(left) || left >= right ? left : right),
  coalesce: (left: number, right: number) => (Number.isNaN(left) ? right : left),
}

export function numberAt(numbers: Numbers, row: number): number {
  return typeof numbers === 'number' ? numbers : (numbers[row] ?? NaN)
}

export function mapped(numbers: Numbers, change: (value: number) => number): Numbers {
  return typeof numbers === 'number' ? change(numbers) : numbers.map(change)
}

export function joined(
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

export function arithmetic(op: Arithmetic, left: Numbers, right: Numbers, rows: number): Numbers {
  return joined(left, right, rows, operations[op])
}

export function choice(holds: Uint8Array, value: Numbers, otherwise: Numbers): Float64Array {
  const values = new Float64Array(holds.length)
  for (let row = 0; row < values.length; row += 1)
    values[row] = numberAt(holds[row] === 1 ? value : otherwise, row)
  return values
}
