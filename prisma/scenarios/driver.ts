import type { Actor } from '#src/contracts/actor.ts'
import type { ImportOptions } from '#src/contracts/imports.ts'
import { setClock } from '#src/server/platform/clock.ts'
import { loadActor } from '#src/server/platform/session/load-actor.ts'
import { actorless } from '#src/server/platform/transaction.ts'
import { applyImport } from '#src/server/use-cases/imports/apply-import.ts'
import { checkImport } from '#src/server/use-cases/imports/check-import.ts'
import { listImportErrors } from '#src/server/use-cases/imports/list-import-errors.ts'
import { uploadFile } from '#src/server/use-cases/imports/upload-file.ts'

/** Puts the clock of the use cases at eight in the morning, UTC, of a day. */
export const liveOn = (day: string): void => setClock(`${day}T08:00:00.000Z`)

/** The member as today's rights say; scenarios act through the same doors as people. */
export async function actorOf(labId: string, memberId: string): Promise<Actor> {
  const actor = await actorless({ labId, memberId }, async (tx) => ({
    value: await loadActor(tx, labId, memberId, ''),
    audit: null,
  }))
  if (!actor) throw new Error(`member ${memberId} is not active on the day that the scenario lives on`)
  return actor
}

export type ScenarioFile = ImportOptions & { name: string; content: string }

/** Uploads and checks a file; one with errors stops the scenario and says the first ones. Answers what applies it. */
export async function prepareFile(actor: Actor, file: ScenarioFile): Promise<() => Promise<void>> {
  const { id } = await uploadFile(actor, file)
  const checked = await checkImport(actor, id)
  if (checked.state !== 'CHECKED' || checked.blocked || (checked.counts?.errors ?? 0) > 0) {
    const { items, total } = await listImportErrors(actor, id)
    const first = items
      .slice(0, 5)
      .map((one) => `line ${one.line}, ${one.column}: ${one.rule} « ${one.value} »`)
    throw new Error(
      `${file.name} cannot be imported (${checked.failure ?? `${total} errors`}):\n${first.join('\n')}`,
    )
  }
  return async () => {
    const applied = await applyImport(actor, id)
    if (applied.state !== 'APPLIED')
      throw new Error(`${file.name} was not applied: ${applied.failure ?? applied.state}`)
  }
}

export async function importFile(actor: Actor, file: ScenarioFile): Promise<void> {
  const apply = await prepareFile(actor, file)
  await apply()
}
