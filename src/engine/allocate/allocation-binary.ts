import { canonicalJson } from '../../lib/canonical-json.ts'
import { decodeTable, encodeTable } from '../../lib/columns/binary.ts'
import type { Column, Table } from '../../lib/columns/column-types.ts'
import type { AllocationHcps, AllocationInput } from './allocation-types.ts'

/** What an allocation reads beside the strategy itself. */
export type AllocationGround = Pick<AllocationInput, 'hcps' | 'channels' | 'sectors'>

type Masks = 'opposedChannels' | 'consentedChannels' | 'excludedChannels' | 'noAccessChannels'
const masks: readonly Masks[] = [
  'opposedChannels',
  'consentedChannels',
  'excludedChannels',
  'noAccessChannels',
]

/**
 * One binary body for what a grid meets: columns without names, and the lists that they index. A column of zeros, which
 * is what an absent one means, is left out.
 */
export function encodeAllocation({ hcps, channels, sectors }: AllocationGround): Uint8Array<ArrayBuffer> {
  const columns: Record<string, Column> = {}
  const put = (name: string, values: ArrayLike<number> | undefined) => {
    if (!values) return
    const integers = Int32Array.from(values)
    if (integers.some((value) => value !== 0)) columns[name] = { kind: 'integer', values: integers }
  }
  put('segment', hcps.segments)
  put('sector', hcps.sectors)
  put('noVisit', hcps.noVisit)
  put('yearlyUsed', hcps.yearlyUsed)
  put('yearlyMaximum', hcps.yearlyMaximum)
  for (const mask of masks) put(mask, hcps[mask])
  columns['axis'] = { kind: 'number', values: hcps.axis }
  const meta = {
    segments: canonicalJson(hcps.segmentCodes),
    channels: canonicalJson(channels),
    sectors: canonicalJson(sectors),
  }
  return encodeTable({ rows: hcps.rows, meta, columns })
}

/** The ground of `encodeAllocation`'s bytes. Throws a RangeError on other bytes. */
export function decodeAllocation(bytes: Uint8Array): AllocationGround {
  const table = decodeTable(bytes)
  const axis = table.columns['axis']
  if (axis?.kind !== 'number') throw new RangeError('not an allocation')
  const integers = (name: string): Int32Array => {
    const column = table.columns[name]
    return column?.kind === 'integer' ? column.values : new Int32Array(table.rows)
  }
  const hcps: AllocationHcps = {
    rows: table.rows,
    segmentCodes: list(table, 'segments'),
    segments: integers('segment'),
    sectors: integers('sector'),
    axis: axis.values,
    noVisit: Uint8Array.from(integers('noVisit')),
    yearlyUsed: integers('yearlyUsed'),
    yearlyMaximum: integers('yearlyMaximum'),
    ...Object.fromEntries(masks.map((mask) => [mask, Uint32Array.from(integers(mask))])),
  }
  return { hcps, channels: list(table, 'channels'), sectors: list(table, 'sectors') }
}

function list<Item>(table: Table, name: string): Item[] {
  return JSON.parse(String(table.meta[name])) as Item[]
}
