import type { Actor } from '#src/contracts/actor.ts'
import type { ImportDto } from '#src/contracts/imports.ts'
import { notFound } from '#src/lib/app-error.ts'
import { bulkCommand } from '../../platform/bulk.ts'
import { clock } from '../../platform/clock.ts'
import { sha256 } from '../../platform/hash.ts'
import { command, read } from '../../platform/transaction.ts'
import { uuid7 } from '../../platform/uuid7.ts'
import { lockImport, setImportState, storeErrors } from '../../repositories/import-repository.ts'
import { findLab } from '../../repositories/lab-repository.ts'
import { failImport } from './steps/fail-import.ts'
import { monthLater } from './steps/month-later.ts'
import { showImport } from './steps/show-import.ts'
import { stageAndPlan, type Planned } from './steps/stage-and-plan.ts'
import { startHeart, takeImport, type TakenImport } from './steps/take-import.ts'

/** Keeps what the dry run found, unless another worker took the import over. */
const keepFindings = (actor: Actor, taken: TakenImport, planned: Planned) =>
  command(actor, async (tx) => {
    const { labId, memberId } = actor
    const row = await lockImport(tx, labId, taken.row.id)
    if (!row || row.version !== taken.version) return { value: null, audit: null }
    const { counts, errors, ignored, blocked } = planned
    let errorFileId: string | null = null
    if (errors.length > 0) {
      errorFileId = uuid7(clock.now().getTime())
      const bytes = new TextEncoder().encode(JSON.stringify(errors))
      const expires = monthLater(clock.now())
      await storeErrors(tx, labId, memberId, {
        id: errorFileId,
        name: `${row.mapping.name}.errors.json`,
        errors,
        bytes,
        sha256: sha256(bytes),
        expires,
      })
    }
    await setImportState(tx, labId, row.id, {
      state: 'CHECKED',
      errorFileId,
      counts: { counts, ignored, blocked },
    })
    const { details: _, ...numbers } = counts
    return {
      value: null,
      audit: { action: 'import.check', subject: { kind: 'import', id: row.id }, change: numbers },
    }
  })

/**
 * The dry run: reads the whole file, finds every error and what each row would do, and keeps only that. Does nothing
 * when a living worker is at it, or the import is not waiting to be checked.
 */
export async function checkImport(actor: Actor, id: string): Promise<ImportDto> {
  const taken = await takeImport(actor, id, ['UPLOADED', 'CHECKING'], 'CHECKING')
  if (taken) {
    const lab = await read(actor, (tx) => findLab(tx, actor.labId))
    if (!lab) throw notFound()
    const heart = startHeart(actor, taken)
    try {
      const planned = await bulkCommand(
        actor,
        async (bulk) => ({
          value: await stageAndPlan(bulk, actor, taken.row, lab.timeZone, heart),
          audit: null,
        }),
        { dryRun: true },
      )
      await heart.stop()
      await keepFindings(actor, taken, planned)
    } catch (error) {
      await heart.stop()
      await failImport(actor, taken, error)
    }
  }
  return read(actor, (tx) => showImport(tx, actor.labId, id))
}
