import type { AllocationInput } from './allocation-types.ts'

/** Load of the rows of a sector, thousandths. */
export function sectorLoad(input: AllocationInput, rows: Int32Array, contacts: Int16Array): number {
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
export function sectorStarts({ hcps, sectors }: AllocationInput): Int32Array {
  const starts = new Int32Array(sectors.length + 1)
  for (let row = 0; row < hcps.rows; row += 1) {
    const sector = hcps.sectors[row] ?? -1
    if (sector >= 0) starts[sector + 1] = (starts[sector + 1] ?? 0) + 1
  }
  for (let index = 1; index <= sectors.length; index += 1)
    starts[index] = (starts[index] ?? 0) + (starts[index - 1] ?? 0)
  return starts
}

/** Rows by sector, ascending within each. Those without a sector are left out. */
export function rowsBySector({ hcps, sectors }: AllocationInput, starts: Int32Array): Int32Array {
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
