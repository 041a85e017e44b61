import type { Actor } from '#src/contracts/actor.ts'
import type { ImportDto } from '#src/contracts/imports.ts'
import { assertCan } from '#src/policy/assert-can.ts'
import { read } from '../../platform/transaction.ts'
import { listImports as listRows } from '../../repositories/import-repository.ts'
import { showImports } from './steps/show-import.ts'

type Page = { items: ImportDto[]; nextCursor: string | null; total: number }

/** Imports of the lab, latest first; the cursor is the id of the last one shown. */
export const listImports = (
  actor: Actor,
  input: { cursor?: string | undefined; limit: number },
): Promise<Page> =>
  read(actor, async (tx) => {
    assertCan(actor, 'imports.read', { labId: actor.labId })
    const after = /^[0-9a-f-]{36}$/.test(input.cursor ?? '') ? (input.cursor ?? null) : null
    const { rows, total } = await listRows(tx, actor.labId, { after, limit: input.limit })
    const last = rows.length === input.limit ? rows.at(-1) : undefined
    return { items: await showImports(tx, actor.labId, rows), nextCursor: last?.id ?? null, total }
  })
