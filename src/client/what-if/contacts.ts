import { rowContacts, type Configuration, type Dataset, type SegmentationResult } from '#src/engine/index.ts'
import type { Visits } from './what-if-types.ts'

/** Contacts that the grid gives an hcp of each segment, all channels together; null when the grid reads another segmentation. */
export function contactsBySegment(
  grid: Configuration['grid'],
  segmentation: string,
): Map<string, number> | null {
  if (grid.segmentation !== segmentation || grid.rows.length === 0) return null
  const contacts = new Map<string, number>()
  for (const row of grid.rows)
    contacts.set(row.segment, (contacts.get(row.segment) ?? 0) + rowContacts(row, grid.combine, null))
  return contacts
}

function bySector(dataset: Dataset, result: SegmentationResult, contacts: ReadonlyMap<string, number>) {
  const { values, dictionary } = dataset.attributes.sector
  const ofPlace = result.segmentCodes.map((code) => contacts.get(code) ?? 0)
  const sums = new Float64Array(dictionary.length)
  for (let row = 0; row < result.rows; row += 1) {
    const sector = values[row] ?? -1
    if (sector >= 0) sums[sector] = (sums[sector] ?? 0) + (ofPlace[result.segments[row] ?? -1] ?? 0)
  }
  return sums
}

/** What the same grid asks of each sector now, against the reference. */
export function sectorContacts(
  dataset: Dataset,
  result: SegmentationResult,
  reference: SegmentationResult,
  contacts: ReadonlyMap<string, number>,
): Visits {
  const now = bySector(dataset, result, contacts)
  const before = bySector(dataset, reference, contacts)
  const sum = (values: Float64Array) => values.reduce((total, one) => total + one, 0)
  return {
    total: sum(now),
    before: sum(before),
    sectors: dataset.attributes.sector.dictionary.map((code, index) => ({
      code,
      change: (now[index] ?? 0) - (before[index] ?? 0),
    })),
  }
}
