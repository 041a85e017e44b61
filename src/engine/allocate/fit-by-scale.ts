import type { AllocationInput, AllocationLines } from './allocation-types.ts'
import type { GridTable } from './grid-lines.ts'
import { rowsBySector, sectorLoad, sectorStarts } from './sector-rows.ts'

/** A line of a sector that is over capacity. */
type ScaledLine = {
  readonly line: number
  readonly row: number
  readonly goal: number
  readonly load: number
  /** The row's minimum, one at least; the goal where that is smaller. */
  readonly minimum: number
  served: number
}

/**
 * Contacts per line when every goal of a sector that is over capacity shrinks by the same share, by largest remainder
 * (Hamilton), so that the sum is what the capacity holds. No line goes under its minimum (one contact at least) while
 * capacity allows: lines whose share is smaller take the minimum, the others share what is left. When not even the
 * minimums fit, the larger goal has its own first, and what is left goes to those by largest remainder. Ties: larger
 * axis (missing last), then hcp id, then channel. A channel without load keeps its goals.
 */
export function fitByScale(
  input: AllocationInput,
  table: GridTable,
  contacts: AllocationLines['contacts'],
): Int16Array {
  const served = contacts.slice()
  const starts = sectorStarts(input)
  const bySector = rowsBySector(input, starts)
  input.sectors.forEach((sector, index) => {
    const rows = bySector.subarray(starts[index] ?? 0, starts[index + 1] ?? 0)
    if (sectorLoad(input, rows, contacts) <= sector.capacityMilli) return
    const lines = linesOf(input, table, contacts, rows)
    share(lines, sector.capacityMilli, tieOrder(input.hcps.axis))
    for (const one of lines) served[one.line] = one.served
  })
  return served
}

function linesOf(
  input: AllocationInput,
  table: GridTable,
  contacts: Int16Array,
  rows: Int32Array,
): ScaledLine[] {
  const width = input.channels.length
  return [...rows].flatMap((row) =>
    input.channels.flatMap(({ loadMilli: load }, channel) => {
      const line = row * width + channel
      const goal = contacts[line] ?? 0
      if (goal === 0 || load === 0) return []
      const asked = table.minimum[(input.hcps.segments[row] ?? 0) * width + channel] ?? 0
      return { line, row, goal, load, minimum: Math.min(Math.max(asked, 1), goal), served: 0 }
    }),
  )
}

type Order = (left: ScaledLine, right: ScaledLine) => number

function tieOrder(axis: Float64Array): Order {
  const at = (row: number) => {
    const value = axis[row] ?? NaN
    return Number.isNaN(value) ? -Infinity : value
  }
  return (left, right) => {
    const [one, other] = [at(left.row), at(right.row)]
    return one === other ? left.line - right.line : other - one
  }
}

function share(lines: readonly ScaledLine[], capacityMilli: number, ties: Order): void {
  const step = lines.reduce((common, { load }) => greatestCommonDivisor(common, load), 0)
  const capacity = capacityMilli - (capacityMilli % step)
  const needed = lines.reduce((sum, { minimum, load }) => sum + minimum * load, 0)
  if (needed > capacity) {
    let left = capacity
    for (const one of lines.toSorted((a, b) => b.goal - a.goal || ties(a, b))) {
      one.served = one.minimum * one.load <= left ? one.minimum : 0
      left -= one.served * one.load
    }
    topUp(
      lines.filter(({ served }) => served > 0),
      capacity,
      left,
      ties,
    )
    return
  }
  let free = [...lines]
  let left = capacity
  for (;;) {
    const whole = free.reduce((sum, { goal, load }) => sum + goal * load, 0)
    const under = free.filter(({ goal, minimum }) => goal * left < minimum * whole)
    if (under.length === 0) break
    for (const one of under) {
      one.served = one.minimum
      left -= one.minimum * one.load
    }
    free = free.filter(({ served }) => served === 0)
  }
  const whole = free.reduce((sum, { goal, load }) => sum + goal * load, 0)
  let over = left
  for (const one of free) {
    one.served = Math.floor((one.goal * left) / whole)
    over -= one.served * one.load
  }
  topUp(free, left, over, ties)
}

/** One more contact each, by largest remainder of goal × capacity ÷ Σ goal × load, until what is over is spent. */
function topUp(lines: readonly ScaledLine[], capacity: number, over: number, ties: Order): void {
  const whole = lines.reduce((sum, { goal, load }) => sum + goal * load, 0)
  const remainder = ({ goal, served }: ScaledLine) => goal * capacity - served * whole
  let left = over
  let spent = true
  while (spent && left > 0) {
    spent = false
    for (const one of lines.toSorted((a, b) => remainder(b) - remainder(a) || ties(a, b))) {
      if (one.load > left || one.served >= one.goal) continue
      one.served += 1
      left -= one.load
      spent = true
    }
  }
}

function greatestCommonDivisor(left: number, right: number): number {
  return right === 0 ? left : greatestCommonDivisor(right, left % right)
}
