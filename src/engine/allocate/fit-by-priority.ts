import type { AllocationInput, AllocationLines } from './allocation-types.ts'
import type { GridTable } from './grid-lines.ts'

/**
 * Contacts per line that the capacity of each sector can serve: segments by priority of their grid row, then larger
 * axis (missing last), then hcp id, then channel, until capacity is spent. A line that does not fit whole is served in
 * part where that is at least the row's minimum (and one contact), else skipped; smaller later ones may still fit. A
 * channel without load always fits.
 */
export function fitByPriority(
  input: AllocationInput,
  table: GridTable,
  contacts: AllocationLines['contacts'],
): Int16Array {
  const served = contacts.slice()
  const starts = sectorStarts(input)
  const bySector = rowsBySector(input, starts)
  input.sectors.forEach((sector, index) => {
    const rows = bySector.subarray(starts[index] ?? 0, starts[index + 1] ?? 0)
    if (sectorLoad(input, rows, contacts) > sector.capacityMilli) {
      serve(input, table, sortedByAxis(rows, input.hcps.axis), served, sector.capacityMilli)
    }
  })
  return served
}

function serve(
  input: AllocationInput,
  table: GridTable,
  rows: Int32Array,
  served: Int16Array,
  capacityMilli: number,
): void {
  const width = input.channels.length
  const loads = Int32Array.from(input.channels, (channel) => channel.loadMilli)
  let left = capacityMilli
  for (const priority of table.priorities) {
    for (const row of rows) {
      const segment = input.hcps.segments[row] ?? -1
      if (segment < 0) continue
      for (let channel = 0; channel < width; channel += 1) {
        const cell = segment * width + channel
        if (table.priority[cell] !== priority) continue
        const line = row * width + channel
        const wanted = served[line] ?? 0
        const load = loads[channel] ?? 0
        if (wanted === 0 || load === 0) continue
        const fits = Math.min(Math.floor(left / load), wanted)
        const kept = fits === wanted || fits >= Math.max(table.minimum[cell] ?? 0, 1) ? fits : 0
        served[line] = kept
        left -= kept * load
      }
    }
  }
}

function sectorLoad(input: AllocationInput, rows: Int32Array, contacts: Int16Array): number {
  const width = input.channels.length
  let load = 0
  for (const row of rows) {
    for (let channel = 0; channel < width; channel += 1) {
      load += (contacts[row * width + channel] ?? 0) * (input.channels[channel]?.loadMilli ?? 0)
    }
  }
  return load
}

/** Where each sector begins in `rowsBySector`, and where the last one ends. */
function sectorStarts({ hcps, sectors }: AllocationInput): Int32Array {
  const starts = new Int32Array(sectors.length + 1)
  for (let row = 0; row < hcps.rows; row += 1) {
    const sector = hcps.sectors[row] ?? -1
    if (sector >= 0) starts[sector + 1] = (starts[sector + 1] ?? 0) + 1
  }
  for (let index = 1; index <= sectors.length; index += 1)
    starts[index] = (starts[index] ?? 0) + (starts[index - 1] ?? 0)
  return starts
}

function rowsBySector({ hcps, sectors }: AllocationInput, starts: Int32Array): Int32Array {
  const next = starts.slice()
  const rows = new Int32Array(starts[sectors.length] ?? 0)
  for (let row = 0; row < hcps.rows; row += 1) {
    const sector = hcps.sectors[row] ?? -1
    if (sector < 0) continue
    const at = next[sector] ?? 0
    rows[at] = row
    next[sector] = at + 1
  }
  return rows
}

function sortedByAxis(rows: Int32Array, axis: Float64Array): Int32Array {
  const rank = (row: number) => {
    const value = axis[row] ?? NaN
    return Number.isNaN(value) ? -Infinity : value
  }
  return rows.slice().sort((left, right) => {
    const leftRank = rank(left)
    const rightRank = rank(right)
    return leftRank > rightRank ? -1 : leftRank < rightRank ? 1 : left - right
  })
}
