import type { Actor } from '#src/contracts/actor.ts'
import type { ImportDto } from '#src/contracts/imports.ts'
import { conflict, notFound, refused } from '#src/lib/app-error.ts'
import { bulkCommand } from '../../platform/bulk.ts'
import { clock } from '../../platform/clock.ts'
import { refreshStatistics } from '../../platform/statistics.ts'
import { command, read } from '../../platform/transaction.ts'
import { findImport, markApplied } from '../../repositories/import-repository.ts'
import { lockImports } from '../../repositories/import-staging-repository.ts'
import { findLab } from '../../repositories/lab-repository.ts'
import { askApply } from './steps/ask-apply.ts'
import { failImport } from './steps/fail-import.ts'
import { showImport } from './steps/show-import.ts'
import { stageAndPlan } from './steps/stage-and-plan.ts'
import { startHeart, takeImport, type Heart, type TakenImport } from './steps/take-import.ts'

/** What each kind of file fills. */
const touchedTables: Readonly<Record<string, readonly string[]>> = {
  TERRITORY: ['brick', 'brick_area', 'sector_brick', 'hcp_sector'],
  HCP: ['hcp', 'hcp_identifier', 'practice', 'hcp_practice', 'hcp_sector', 'contact_permission'],
  OBSERVATION: ['observation', 'answer'],
  CALL: ['call', 'call_product'],
}

const write = (actor: Actor, taken: TakenImport, timeZone: string, heart: Heart) =>
  bulkCommand(actor, async (bulk) => {
    const { row, version } = taken
    await lockImports(bulk, actor.labId, row.kind === 'OBSERVATION')
    const { writer, scope, counts, blocked, ignored } = await stageAndPlan(
      bulk,
      actor,
      row,
      timeZone,
      heart,
      true,
    )
    // The data moved since the check: what was agreed to is no longer what would happen.
    if (blocked || (counts.errors > 0 && !row.counts.withoutErrors))
      throw refused('import-has-errors', { errors: counts.errors })
    heart.phase('WRITE')
    const written = await writer.write(bulk, scope)
    const final = { ...counts, details: { ...counts.details, ...written } }
    if (!(await markApplied(bulk, actor.labId, row.id, version, clock.now(), { counts: final, ignored })))
      throw conflict(version)
    const { details, ...numbers } = final
    return {
      value: counts.new + counts.changed,
      audit: {
        action: 'import.apply',
        subject: { kind: 'import', id: row.id },
        change: { kind: row.kind, sha256: row.sha256, ...numbers, ...details },
      },
    }
  })

/**
 * Writes a checked file, all of it or nothing, in one transaction with one audit row. Begun again after a crash it does
 * the same. Refused: not checked (unless `unchecked`: then any error refuses the file), errors that were not left out,
 * the same file applied before.
 */
export async function applyImport(
  actor: Actor,
  id: string,
  wish: { withoutErrors?: boolean; unchecked?: boolean } = {},
): Promise<ImportDto> {
  const found = await read(actor, (tx) => findImport(tx, actor.labId, id))
  if (found?.state === 'CHECKED' || (wish.unchecked && found?.state === 'UPLOADED'))
    await command(actor, async (tx) => {
      await askApply(tx, actor, { id, ...wish })
      return { value: null, audit: null }
    })
  else if (found?.state !== 'APPLYING' && found?.state !== 'APPLIED')
    throw found ? refused('import-not-checked') : notFound()
  const taken = await takeImport(actor, id, ['APPLYING'], 'APPLYING')
  if (taken) {
    const lab = await read(actor, (tx) => findLab(tx, actor.labId))
    if (!lab) throw notFound()
    const heart = startHeart(actor, taken)
    try {
      const rows = await write(actor, taken, lab.timeZone, heart)
      await refreshStatistics(touchedTables[taken.row.kind] ?? [], rows)
      await heart.stop()
    } catch (error) {
      await heart.stop()
      await failImport(actor, taken, error)
    }
  }
  return read(actor, (tx) => showImport(tx, actor.labId, id))
}
