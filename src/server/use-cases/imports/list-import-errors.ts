import type { Actor } from '#src/contracts/actor.ts'
import type { ImportError } from '#src/contracts/imports.ts'
import { notFound } from '#src/lib/app-error.ts'
import { assertCan } from '#src/policy/assert-can.ts'
import { read } from '../../platform/transaction.ts'
import { findImport, readErrorFile } from '../../repositories/import-repository.ts'

export type ImportErrors = { name: string; items: ImportError[]; total: number }

/** The errors that were kept, in the order of the file, and how many there are in all. */
export const listImportErrors = (actor: Actor, id: string): Promise<ImportErrors> =>
  read(actor, async (tx) => {
    assertCan(actor, 'imports.read', { labId: actor.labId })
    const row = await findImport(tx, actor.labId, id)
    if (!row) throw notFound()
    const items = row.errorFileId ? await readErrorFile(tx, actor.labId, row.errorFileId) : []
    return { name: row.mapping.name, items, total: row.counts.counts?.errors ?? 0 }
  })
