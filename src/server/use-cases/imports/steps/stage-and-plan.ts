import type { Actor } from '#src/contracts/actor.ts'
import type { ImportKind } from '#src/contracts/import-columns.ts'
import type { ImportCounts, ImportError } from '#src/contracts/imports.ts'
import { notFound } from '#src/lib/app-error.ts'
import type { Bulk } from '../../../platform/bulk.ts'
import { clock } from '../../../platform/clock.ts'
import { stageCsv } from '../../../platform/csv/stage-csv.ts'
import { callImport } from '../../../repositories/import-call-repository.ts'
import { hcpImport } from '../../../repositories/import-hcp-repository.ts'
import { observationImport } from '../../../repositories/import-observation-repository.ts'
import { readStoredBytes, type ImportRow } from '../../../repositories/import-repository.ts'
import {
  createStaging,
  readErrors,
  takeFaults,
  takeRows,
  type ImportScope,
  type ImportWriter,
} from '../../../repositories/import-staging-repository.ts'
import { territoryImport } from '../../../repositories/import-territory-repository.ts'
import type { Heart } from './take-import.ts'

export const importWriters: Readonly<Record<ImportKind, ImportWriter>> = {
  TERRITORY: territoryImport,
  HCP: hcpImport,
  OBSERVATION: observationImport,
  CALL: callImport,
}

export type Planned = {
  writer: ImportWriter
  scope: ImportScope
  counts: ImportCounts
  errors: ImportError[]
  ignored: string[]
  /** The file as a whole cannot be read. */
  blocked: boolean
}

/** Reads a file into the transaction and finds out what each of its rows would do. Nothing is changed yet. */
export async function stageAndPlan(
  bulk: Bulk,
  actor: Actor,
  row: ImportRow,
  timeZone: string,
  heart: Heart,
  writes = false,
): Promise<Planned> {
  const kind = row.kind as ImportKind
  const writer = importWriters[kind]
  const compressed = await readStoredBytes(bulk, actor.labId, row.storedFileId)
  if (!compressed) throw notFound()
  await createStaging(bulk, kind)
  const { encoding, delimiter, startsOn, completeThrough } = row.mapping
  const order = { kind, encoding, delimiter, now: clock.now().getTime() }
  const summary = await stageCsv(compressed, order, (rows) => takeRows(bulk, rows), heart.rows)
  heart.rows(summary.rows)
  heart.phase('CHECK')
  await takeFaults(bulk, summary.faults)
  const scope: ImportScope = {
    labId: actor.labId,
    memberId: actor.memberId,
    importId: row.id,
    now: clock.instant(),
    today: clock.today(timeZone),
    startsOn,
    sourceId: row.sourceId,
    completeThrough,
    given: new Set(summary.given),
    writes,
  }
  const blocked = summary.faults.length > 0
  const tally = blocked
    ? { new: 0, changed: 0, unchanged: 0, repeated: 0, details: {} }
    : await writer.plan(bulk, scope)
  const { total, lines, first } = await readErrors(bulk)
  const counts = { rows: summary.rows, ...tally, errors: total, errorLines: lines }
  return { writer, scope, counts, errors: first, ignored: summary.ignored, blocked }
}
