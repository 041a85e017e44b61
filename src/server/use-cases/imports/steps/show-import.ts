import type { ImportDto } from '#src/contracts/imports.ts'
import { notFound } from '#src/lib/app-error.ts'
import type { Tx } from '../../../platform/transaction.ts'
import {
  appliedWith,
  findImport,
  toImportDto,
  type ImportRow,
} from '../../../repositories/import-repository.ts'

export async function showImports(tx: Tx, labId: string, rows: readonly ImportRow[]): Promise<ImportDto[]> {
  const applied = await appliedWith(tx, labId, [...new Set(rows.map(({ sha256 }) => sha256))])
  return rows.map((found) => toImportDto(found, applied))
}

export async function showImport(tx: Tx, labId: string, id: string): Promise<ImportDto> {
  const found = await findImport(tx, labId, id)
  if (!found) throw notFound()
  const [shown] = await showImports(tx, labId, [found])
  if (!shown) throw notFound()
  return shown
}
