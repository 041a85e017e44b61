import type { Actor } from '#src/contracts/actor.ts'
import type { ImportDto } from '#src/contracts/imports.ts'
import { notFound, refused } from '#src/lib/app-error.ts'
import { assertCan } from '#src/policy/assert-can.ts'
import { enqueue } from '../../platform/queue.ts'
import { command } from '../../platform/transaction.ts'
import { lockImport, setImportState } from '../../repositories/import-repository.ts'
import { showImport } from './steps/show-import.ts'

/** Asks the worker for the dry run: of a file that just came, or again after something it lacked was added. */
export const startCheck = (actor: Actor, input: { id: string; commandId?: string }): Promise<ImportDto> =>
  command(
    actor,
    async (tx) => {
      const { labId, memberId } = actor
      const row = await lockImport(tx, labId, input.id)
      if (!row) throw notFound()
      assertCan(actor, 'imports.write', { labId: row.labId })
      if (!['UPLOADED', 'CHECKED', 'FAILED'].includes(row.state)) throw refused('import-busy')
      if (row.state !== 'UPLOADED')
        await setImportState(tx, labId, row.id, { state: 'UPLOADED', counts: {}, errorFileId: null })
      await enqueue(tx, 'work', { labId, memberId, kind: 'import', id: row.id })
      const audit = { action: 'import.start-check', subject: { kind: 'import', id: row.id } }
      return { value: await showImport(tx, labId, row.id), audit }
    },
    input.commandId ? { commandId: input.commandId, request: input } : undefined,
  )
