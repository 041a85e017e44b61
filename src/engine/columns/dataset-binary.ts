import { decodeTable, encodeTable } from '../../lib/columns/binary.ts'
import type { CodeColumn, Column, Table } from '../../lib/columns/column-types.ts'
import { attributeNames, type AttributeName, type Dataset } from './dataset.ts'

const criterionPrefix = 'criterion:'
/** Always there; the others only where somebody has one. */
const alwaysWritten: readonly AttributeName[] = ['profession', 'specialty', 'region', 'sector']

/** One binary body for a dataset: what is hashed, stored and sent to the browser. */
export function encodeDataset(dataset: Dataset): Uint8Array<ArrayBuffer> {
  const columns: Record<string, Column> = {
    hcp: { kind: 'text', values: dataset.hcpIds },
    previousSegment: dataset.previousSegment,
  }
  for (const name of attributeNames) {
    const column = dataset.attributes[name]
    if (alwaysWritten.includes(name) || column.dictionary.length > 0) columns[name] = column
  }
  if (dataset.previousCalls) columns['previousCalls'] = { kind: 'number', values: dataset.previousCalls }
  for (const [code, column] of Object.entries(dataset.criteria)) columns[criterionPrefix + code] = column
  return encodeTable({ rows: dataset.rows, meta: { referenceDay: dataset.referenceDay }, columns })
}

/** The dataset of `encodeDataset`'s bytes, its arrays views of them. Throws a RangeError on other bytes. */
export function decodeDataset(bytes: Uint8Array): Dataset {
  const table = decodeTable(bytes)
  const hcp = table.columns['hcp']
  if (hcp?.kind !== 'text') throw new RangeError('not a dataset')
  const criteria = Object.entries(table.columns)
    .filter(([name]) => name.startsWith(criterionPrefix))
    .map(([name, column]) => [name.slice(criterionPrefix.length), column] as const)
  const attributeOf = (name: AttributeName): CodeColumn =>
    alwaysWritten.includes(name) || table.columns[name] ? codes(table, name) : nobody(table.rows)
  const calls = table.columns['previousCalls']
  return {
    rows: table.rows,
    hcpIds: hcp.values,
    referenceDay: String(table.meta['referenceDay']),
    criteria: Object.fromEntries(criteria),
    attributes: Object.fromEntries(attributeNames.map((name) => [name, attributeOf(name)])) as Record<
      AttributeName,
      CodeColumn
    >,
    previousSegment: codes(table, 'previousSegment'),
    previousCalls: calls?.kind === 'number' ? calls.values : null,
  }
}

function nobody(rows: number): CodeColumn {
  return { kind: 'code', dictionary: [], values: new Int32Array(rows).fill(-1) }
}

function codes(table: Table, name: string): CodeColumn {
  const column = table.columns[name]
  if (column?.kind !== 'code') throw new RangeError(`the dataset has no column ${name}`)
  return column
}
