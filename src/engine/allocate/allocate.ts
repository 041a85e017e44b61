import { allocationTotals } from './allocation-totals.ts'
import type { Allocation, AllocationInput, AllocationLines, TargetGoal } from './allocation-types.ts'
import { constrainedLines } from './constrain.ts'
import { causeCode, causeOf } from './constraint-causes.ts'
import { feasibilityGate } from './feasibility.ts'
import { fitByOptimum } from './fit-by-optimum.ts'
import { fitByPriority } from './fit-by-priority.ts'
import { fitByScale } from './fit-by-scale.ts'
import { type GridTable, gridTable, rowPresentations } from './grid-lines.ts'

/**
 * Theoretical targeting: lines hcp × channel from the grid on segments, hard constraints (one cause a line, the first
 * of `constraintCauses` that applies), then the fit to the capacity of sectors: `warn` leaves every line, `priority`
 * and `scale` cut (see `fitByPriority`, `fitByScale`), `optimise` sets frequencies for the network (`fitByOptimum`), then
 * cuts by priority. Contacts are integers over the cycle, loads thousandths of a working contact, costs
 * cents. Nothing here depends on the order of `grid.rows`. Linear in hcps, but for a sort within sectors that are over
 * capacity. Throws a RangeError beyond 32 channels.
 */
export function allocate(input: AllocationInput): Allocation {
  if (input.channels.length > 32) throw new RangeError('at most 32 channels')
  const table = gridTable(input.grid, input.hcps.segmentCodes, input.channels)
  const constrained = constrainedLines(input, table)
  const served = servedContacts(input, table, constrained.contacts)
  const lines = input.fit.method === 'warn' ? constrained : cutLines(constrained, served)
  return {
    lines,
    totals: allocationTotals(input, lines.contacts),
    feasibility: feasibilityGate(input, constrained, served),
  }
}

/**
 * Reads the lines of one hcp (row) that the grid asks for, in the order of the channels, with their products at that
 * frequency. Make it once for all rows.
 */
export function targetGoalReader(
  input: AllocationInput,
  lines: AllocationLines,
): (row: number) => TargetGoal[] {
  const table = gridTable(input.grid, input.hcps.segmentCodes, input.channels)
  const width = input.channels.length
  return (row) =>
    input.channels.flatMap((channel, index) => {
      const line = row * width + index
      const wanted = lines.wanted[line] ?? 0
      const gridRow = table.rows[(input.hcps.segments[row] ?? -1) * width + index]
      if (wanted === 0 || !gridRow) return []
      const contacts = lines.contacts[line] ?? 0
      return {
        channel: channel.code,
        wanted,
        contacts,
        infeasible: lines.infeasible[line] ?? 0,
        cause: causeOf(lines.causes[line] ?? 0),
        maxCredited: gridRow.maxCredited,
        minimum: gridRow.minimum,
        priority: gridRow.priority,
        presentations: rowPresentations(gridRow, input.grid.combine, contacts),
      }
    })
}

/** What capacity can serve, by the fit; under `warn` it is what `priority` would serve. */
function servedContacts(
  input: AllocationInput,
  table: GridTable,
  contacts: AllocationLines['contacts'],
): Int16Array {
  switch (input.fit.method) {
    case 'warn':
    case 'priority':
      return fitByPriority(input, table, contacts)
    case 'scale':
      return fitByScale(input, table, contacts)
    case 'optimise':
      return fitByPriority(input, table, fitByOptimum(input, table, contacts, input.fit.curves))
  }
}

/** Positions (row × channels + channel) of the lines that the capacity leaves nothing: what a fit removes. */
export function removedLines(lines: AllocationLines): Int32Array {
  const capacity = causeCode('capacity')
  const removed: number[] = []
  lines.causes.forEach((cause, line) => {
    if (cause === capacity && lines.contacts[line] === 0) removed.push(line)
  })
  return Int32Array.from(removed)
}

function cutLines(lines: AllocationLines, served: Int16Array): AllocationLines {
  const capacity = causeCode('capacity')
  return {
    wanted: lines.wanted,
    contacts: served,
    infeasible: lines.wanted.map((wanted, line) => wanted - (served[line] ?? 0)),
    causes: lines.causes.map((cause, line) =>
      cause === 0 && (served[line] ?? 0) < (lines.wanted[line] ?? 0) ? capacity : cause,
    ),
  }
}
