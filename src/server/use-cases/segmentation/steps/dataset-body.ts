import { decodeDataset, encodeDataset, type Dataset } from '#src/engine/index.ts'
import { decodeTable, encodeTable } from '#src/lib/columns/binary.ts'
import type { Column } from '#src/lib/columns/column-types.ts'
import { sha256 } from '../../../platform/hash.ts'
import type { StoredColumn } from '../../../repositories/dataset-repository.ts'

export type FrozenDataset = { hash: string; columns: StoredColumn[] }

/** A dataset's name, and its columns as rows: each one a table of a single column. */
export function freezeDataset(dataset: Dataset): FrozenDataset {
  const bytes = encodeDataset(dataset)
  const { rows, columns } = decodeTable(bytes)
  return {
    hash: sha256(bytes),
    columns: Object.entries(columns).map(([name, column]) => ({
      name,
      type: column.kind,
      bytes: encodeTable({ rows, meta: {}, columns: { [name]: column } }),
    })),
  }
}

/** The dataset of stored columns; null when they are not those of a dataset. */
export function thawDataset(stored: {
  rows: number
  referenceDay: string
  columns: readonly StoredColumn[]
}): Dataset | null {
  try {
    const columns = stored.columns.map(({ bytes }) => decodeTable(bytes).columns)
    const { rows, referenceDay } = stored
    const merged = Object.assign({}, ...columns) as Record<string, Column>
    return decodeDataset(encodeTable({ rows, meta: { referenceDay }, columns: merged }))
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}
