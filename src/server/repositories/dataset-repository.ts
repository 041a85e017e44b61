import type { Prisma } from '#src/generated/prisma/client.ts'
import type { Tx } from '../platform/tx.ts'
import { toDate, toDay } from './days.ts'

export type StoredColumn = { name: string; type: string; bytes: Uint8Array<ArrayBuffer> }

export type NewDataset = {
  hash: string
  cycleId: string
  asOf: string
  referenceDay: string
  rows: number
  /** Which questions, sources and days the columns come from. */
  specification: Prisma.InputJsonObject
}

/** Keeps the frozen input of a run under its hash; the same content is the same rows. */
export async function insertDataset(
  tx: Tx,
  labId: string,
  memberId: string,
  dataset: NewDataset,
  columns: readonly StoredColumn[],
): Promise<void> {
  const { asOf, referenceDay, ...row } = dataset
  await tx.dataset.createMany({
    data: [{ labId, ...row, asOf: toDate(asOf), referenceDay: toDate(referenceDay), createdBy: memberId }],
    skipDuplicates: true,
  })
  await tx.datasetColumn.createMany({
    data: columns.map((column) => ({ labId, datasetHash: dataset.hash, ...column, createdBy: memberId })),
    skipDuplicates: true,
  })
}

/** The frozen columns; empty when they were purged. */
export async function findDatasetColumns(
  tx: Tx,
  labId: string,
  hash: string,
): Promise<{ rows: number; referenceDay: string; columns: StoredColumn[] } | null> {
  const row = await tx.dataset.findUnique({
    where: { labId_hash: { labId, hash } },
    select: {
      rows: true,
      referenceDay: true,
      datasetColumns: { select: { name: true, type: true, bytes: true }, orderBy: { name: 'asc' } },
    },
  })
  return row && { rows: row.rows, referenceDay: toDay(row.referenceDay), columns: row.datasetColumns }
}
