import type { Grid, GridRow } from '../configuration/strategy.ts'
import { compareText } from '../../lib/stable-sort.ts'
import type { AllocationChannel } from './allocation-types.ts'

export type Presentations = readonly {
  readonly product: string
  readonly presentations: number
  readonly position: number
}[]

/**
 * Contacts of a line: the maximum over its products' presentations (one contact shows several), or their sum; never
 * under the row's own contacts, never above the channel's maximum (null = none).
 */
export function rowContacts(
  row: Pick<GridRow, 'contacts' | 'presentations'>,
  combine: Grid['combine'],
  maximumContacts: number | null,
): number {
  const needed = row.presentations.reduce(
    (so, one) => (combine === 'max' ? Math.max(so, one.presentations) : so + one.presentations),
    0,
  )
  return Math.min(Math.max(row.contacts, needed), maximumContacts ?? Infinity)
}

/**
 * Presentations that a number of contacts can hold. By maximum, each product is cut to the contacts; by sum, a contact
 * shows one product, and products are served by position, then code, until the contacts are spent.
 */
export function rowPresentations(
  row: Pick<GridRow, 'presentations'>,
  combine: Grid['combine'],
  contacts: number,
): Presentations {
  const products = [...row.presentations].sort(
    (left, right) => left.position - right.position || compareText(left.product, right.product),
  )
  let left = contacts
  return products.map((one) => {
    const presentations = Math.min(one.presentations, left)
    if (combine === 'sum') left -= presentations
    return { product: one.product, presentations, position: one.position }
  })
}

/** The grid as tables over segment × channel (segment × channels + channel); where it has no row nothing is wanted. */
export type GridTable = {
  readonly wanted: Int16Array
  readonly minimum: Int16Array
  readonly priority: Int16Array
  /** Channels of a segment by priority, then by their order: positions segment × channels … + channels − 1. */
  readonly channelOrder: Int16Array
  /** Priorities that occur, first served first. */
  readonly priorities: readonly number[]
  readonly rows: readonly (GridRow | null)[]
}

export function gridTable(
  grid: Grid,
  segmentCodes: readonly string[],
  channels: readonly AllocationChannel[],
): GridTable {
  const byKey = new Map(grid.rows.map((row) => [`${row.segment} ${row.channel}`, row]))
  const rows = segmentCodes.flatMap((segment) =>
    channels.map((channel) => byKey.get(`${segment} ${channel.code}`) ?? null),
  )
  const column = (value: (row: GridRow, channel: AllocationChannel | undefined) => number) =>
    Int16Array.from(rows, (row, index) => (row ? value(row, channels[index % channels.length]) : 0))
  const priority = column((row) => row.priority)
  return {
    wanted: column((row, channel) => rowContacts(row, grid.combine, channel?.maximumContacts ?? null)),
    minimum: column((row) => row.minimum),
    priority,
    channelOrder: Int16Array.from(
      segmentCodes.flatMap((_, segment) => {
        const at = (channel: number) => priority[segment * channels.length + channel] ?? 0
        return channels
          .map((__, channel) => channel)
          .sort((left, right) => at(left) - at(right) || left - right)
      }),
    ),
    priorities: [...new Set(grid.rows.map((row) => row.priority))].sort((left, right) => left - right),
    rows,
  }
}
