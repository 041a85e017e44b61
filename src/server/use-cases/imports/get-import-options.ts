import type { Actor } from '#src/contracts/actor.ts'
import { maxUploadBytes } from '#src/contracts/import-columns.ts'
import { notFound } from '#src/lib/app-error.ts'
import { assertCan } from '#src/policy/assert-can.ts'
import { clock } from '../../platform/clock.ts'
import { read } from '../../platform/transaction.ts'
import { listSources } from '../../repositories/import-repository.ts'
import { findLab } from '../../repositories/lab-repository.ts'

/** What may be chosen with a file. What reps enter themselves is no source of a file. */
export const getImportOptions = (actor: Actor) =>
  read(actor, async (tx) => {
    assertCan(actor, 'imports.read', { labId: actor.labId })
    const lab = await findLab(tx, actor.labId)
    if (!lab) throw notFound()
    const sources = await listSources(tx, actor.labId)
    return {
      today: clock.today(lab.timeZone),
      maxBytes: maxUploadBytes,
      sources: sources.filter(({ kind }) => kind !== 'FIELD').map(({ code, label }) => ({ code, label })),
    }
  })
