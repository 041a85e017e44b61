import type { Actor } from '#src/contracts/actor.ts'
import { AppError } from '#src/lib/app-error.ts'
import { logger } from '../../../platform/logger.ts'
import { command } from '../../../platform/transaction.ts'
import { lockImport, setImportState } from '../../../repositories/import-repository.ts'
import type { TakenImport } from './take-import.ts'

/** The work stopped: nothing of the file was kept, the row says so, and the file may be checked again. */
export async function failImport(actor: Actor, taken: TakenImport, error: unknown): Promise<void> {
  const failure = error instanceof AppError && error.code === 'REFUSED' ? refusalOf(error) : 'unexpected'
  // The message may hold a row of the file; the code and the place do not.
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const at = error instanceof Error ? (error.stack ?? '').split('\n').slice(1, 6).join('\n') : ''
  logger.error({ import: taken.row.id, failure, code, at }, 'import failed')
  await command(actor, async (tx) => {
    const row = await lockImport(tx, actor.labId, taken.row.id)
    if (!row || row.version !== taken.version) return { value: null, audit: null }
    await setImportState(tx, actor.labId, row.id, {
      state: 'FAILED',
      counts: { counts: row.counts.counts ?? null, failure },
    })
    const subject = { kind: 'import', id: row.id }
    return { value: null, audit: { action: 'import.fail', subject, change: { failure } } }
  })
}

function refusalOf(error: AppError): string {
  const { data } = error
  return typeof data === 'object' && data && 'reason' in data ? String(data.reason) : 'unexpected'
}
