import { descendingOrder } from '../../lib/stable-sort.ts'
import type { AllocationInput, AllocationLines } from './allocation-types.ts'
import type { GridTable } from './grid-lines.ts'
import { rowsBySector, sectorLoad, sectorStarts } from './sector-rows.ts'

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
  // Infinities of one sign differ by NaN, which falls through to the order of ids.
  const axis = input.hcps.axis.map((value) => (Number.isNaN(value) ? -Infinity : value))
  const masks = priorityMasks(table, input.channels.length)
  const bySector = rowsBySector(input, starts)
  input.sectors.forEach((sector, index) => {
    const rows = bySector.subarray(starts[index] ?? 0, starts[index + 1] ?? 0)
    if (sectorLoad(input, rows, contacts) > sector.capacityMilli) {
      serve(input, table, masks, descendingOrder(axis, rows), served, sector.capacityMilli)
    }
  })
  return served
}

function serve(
  input: AllocationInput,
  table: GridTable,
  masks: readonly Uint32Array[],
  rows: Int32Array,
  served: Int16Array,
  capacityMilli: number,
): void {
  const width = input.channels.length
  const loads = Int32Array.from(input.channels, (channel) => channel.loadMilli)
  let left = capacityMilli
  for (const mask of masks) {
    for (const row of rows) {
      const segment = input.hcps.segments[row] ?? -1
      const channels = mask[segment] ?? 0
      if (channels === 0) continue
      for (let channel = 0; channel < width; channel += 1) {
        if (((channels >>> channel) & 1) === 0) continue
        const line = row * width + channel
        const wanted = served[line] ?? 0
        const load = loads[channel] ?? 0
        if (wanted === 0 || load === 0) continue
        const fits = Math.min(Math.floor(left / load), wanted)
        const kept =
          fits === wanted || fits >= Math.max(table.minimum[segment * width + channel] ?? 0, 1) ? fits : 0
        served[line] = kept
        left -= kept * load
      }
    }
  }
}

/** One mask a priority, first served first: by segment, the channels of that priority. */
function priorityMasks(table: GridTable, width: number): Uint32Array[] {
  return table.priorities.map((priority) => {
    const masks = new Uint32Array(table.rows.length / width)
    table.rows.forEach((row, cell) => {
      const segment = Math.floor(cell / width)
      if (row?.priority === priority) masks[segment] = (masks[segment] ?? 0) | (1 << (cell % width))
    })
    return masks
  })
}
