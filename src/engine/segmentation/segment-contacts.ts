import { rowContacts } from '../allocate/grid-lines.ts'
import type { Dataset } from '../columns/dataset.ts'
import type { Grid } from '../configuration/strategy.ts'
import type { SegmentationResult } from './segmentation-result.ts'

/**
 * Contacts that the grid gives an hcp of each segment, all channels together, before constraints, channels' maxima and
 * capacity; null when the grid reads another segmentation or has no row.
 */
export function contactsBySegment(grid: Grid, segmentation: string): ReadonlyMap<string, number> | null {
  if (grid.segmentation !== segmentation || grid.rows.length === 0) return null
  const contacts = new Map<string, number>()
  for (const row of grid.rows)
    contacts.set(row.segment, (contacts.get(row.segment) ?? 0) + rowContacts(row, grid.combine, null))
  return contacts
}

export type SectorContacts = {
  /** null = hcps without a sector, last; there only where they have contacts. */
  readonly sector: string | null
  readonly before: number
  readonly after: number
}

/** One side of a comparison: a result on the hcps of a dataset, and the contacts of each segment. */
export type ContactSide = {
  readonly result: SegmentationResult
  readonly contacts: ReadonlyMap<string, number>
}

/**
 * Contacts asked of each sector by two sides, in the order of the dataset's sectors. Rows are the same hcps on both
 * sides and in the dataset, whose sectors count. Throws a RangeError when they are not as many.
 */
export function sectorContacts(dataset: Dataset, before: ContactSide, after: ContactSide): SectorContacts[] {
  const earlier = sumsBySector(dataset, before)
  const later = sumsBySector(dataset, after)
  return [...dataset.attributes.sector.dictionary, null]
    .map((sector, index) => ({ sector, before: earlier[index] ?? 0, after: later[index] ?? 0 }))
    .filter((one) => one.sector !== null || one.before + one.after > 0)
}

function sumsBySector(dataset: Dataset, { result, contacts }: ContactSide): Float64Array {
  const { values, dictionary } = dataset.attributes.sector
  if (result.rows !== dataset.rows) throw new RangeError('the two sides have not the same hcps')
  const ofPlace = result.segmentCodes.map((code) => contacts.get(code) ?? 0)
  const sums = new Float64Array(dictionary.length + 1)
  for (let row = 0; row < result.rows; row += 1) {
    const sector = values[row] ?? -1
    const at = sector < 0 ? dictionary.length : sector
    sums[at] = (sums[at] ?? 0) + (ofPlace[result.segments[row] ?? -1] ?? 0)
  }
  return sums
}
