import type { Actor } from '#src/contracts/actor.ts'
import { applyImport } from '../use-cases/imports/apply-import.ts'
import { checkImport } from '../use-cases/imports/check-import.ts'
import { getImport } from '../use-cases/imports/get-import.ts'

/** What the import waits for is in its state: the dry run, the writing, or nothing. */
export async function runImport(actor: Actor, id: string): Promise<void> {
  const { state } = await getImport(actor, id)
  if (state === 'UPLOADED' || state === 'CHECKING') await checkImport(actor, id)
  if (state === 'APPLYING') await applyImport(actor, id)
}
