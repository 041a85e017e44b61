import type { Actor } from '#src/contracts/actor.ts'
import type { ImportDto } from '#src/contracts/imports.ts'
import { assertCan } from '#src/policy/assert-can.ts'
import { read } from '../../platform/transaction.ts'
import { showImport } from './steps/show-import.ts'

export const getImport = (actor: Actor, id: string): Promise<ImportDto> =>
  read(actor, (tx) => {
    assertCan(actor, 'imports.read', { labId: actor.labId })
    return showImport(tx, actor.labId, id)
  })
