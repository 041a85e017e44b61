import { type Configuration, rowContacts } from '../../engine/index.ts'

/** Contacts that the grid asks of each segment by channel, before constraints and capacity; null = nothing asked. */
export type Frequencies = { channels: string[]; of: (segment: string, channel: string) => number | null }

/** What the grid asks; no channel when the grid reads another segmentation. */
export function frequenciesOf({ grid }: Configuration, segmentation: string): Frequencies {
  const rows = grid.segmentation === segmentation ? grid.rows : []
  const contacts = new Map(
    rows.map((row) => [`${row.segment} ${row.channel}`, rowContacts(row, grid.combine, null)]),
  )
  return {
    channels: [...new Set(rows.map((row) => row.channel))],
    of: (segment, channel) => contacts.get(`${segment} ${channel}`) ?? null,
  }
}
