import type { Actor } from '#src/contracts/actor.ts'
import { conflict, notFound, refused } from '#src/lib/app-error.ts'
import { assertCan } from '#src/policy/assert-can.ts'
import type { Tx } from '../../../platform/transaction.ts'
import { lockImport, setImportState, type ImportRow } from '../../../repositories/import-repository.ts'
import { showImports } from './show-import.ts'

export type ApplyWish = {
  id: string
  version?: number | undefined
  withoutErrors?: boolean | undefined
  /** Nobody looks at a dry run first: the writing, which checks again, refuses a file with any error. */
  unchecked?: boolean | undefined
}

/** From CHECKED to APPLYING, if everything that was checked allows it; the row is held until the transaction ends. */
export async function askApply(tx: Tx, actor: Actor, wish: ApplyWish): Promise<ImportRow> {
  const row = await lockImport(tx, actor.labId, wish.id)
  if (!row) throw notFound()
  assertCan(actor, 'imports.write', { labId: row.labId })
  const open = row.state === 'CHECKED' || (wish.unchecked && row.state === 'UPLOADED')
  if (!open) throw refused('import-not-checked')
  if (wish.version !== undefined && wish.version !== row.version) throw conflict(row.version)
  if (row.counts.blocked) throw refused('import-blocked')
  const errors = row.counts.counts?.errors ?? 0
  if (errors > 0 && !wish.withoutErrors) throw refused('import-has-errors', { errors })
  const [shown] = await showImports(tx, actor.labId, [row])
  if (shown?.appliedBefore)
    throw refused('import-applied-before', { appliedAt: shown.appliedBefore.appliedAt })
  const counts = { ...row.counts, withoutErrors: wish.withoutErrors ?? false }
  await setImportState(tx, actor.labId, row.id, { state: 'APPLYING', counts })
  return row
}
