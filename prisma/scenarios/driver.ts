import type { Actor } from '#src/contracts/actor.ts'
import type { ImportOptions } from '#src/contracts/imports.ts'
import { livingAt, setClock } from '#src/server/platform/clock.ts'
import { loadActor } from '#src/server/platform/session/load-actor.ts'
import { actorless } from '#src/server/platform/transaction.ts'
import { applyImport } from '#src/server/use-cases/imports/apply-import.ts'
import { checkImport } from '#src/server/use-cases/imports/check-import.ts'
import { listImportErrors } from '#src/server/use-cases/imports/list-import-errors.ts'
import { uploadFile } from '#src/server/use-cases/imports/upload-file.ts'

/** Puts the clock of the use cases at eight in the morning, UTC, of a day. */
export const liveOn = (day: string): void => setClock(morningOf(day))

/** The same for one piece of work, beside others that live on other days. */
export const onDay = <T>(day: string, work: () => Promise<T>): Promise<T> => livingAt(morningOf(day), work)

const morningOf = (day: string) => `${day}T08:00:00.000Z`

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

/** What a dry run of the file finds, for who wrote the scenario. */
async function errorsOf(actor: Actor, file: ScenarioFile): Promise<string> {
  const { id } = await uploadFile(actor, file)
  const { failure } = await checkImport(actor, id)
  const { items, total } = await listImportErrors(actor, id)
  const first = items
    .slice(0, 5)
    .map((one) => `line ${one.line}, ${one.column}: ${one.rule} « ${one.value} »`)
  return `${failure ?? `${total} errors`}\n${first.join('\n')}`
}

/** Uploads a file and writes it; one with errors stops the scenario and says the first ones. */
export async function importFile(actor: Actor, file: ScenarioFile): Promise<void> {
  const { id } = await uploadFile(actor, file)
  const { state } = await applyImport(actor, id, { unchecked: true })
  if (state !== 'APPLIED') throw new Error(`${file.name} cannot be imported: ${await errorsOf(actor, file)}`)
}
