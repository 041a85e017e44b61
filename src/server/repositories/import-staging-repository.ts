import type { Readable } from 'node:stream'
import { importColumns, keptErrors, type ImportKind } from '#src/contracts/import-columns.ts'
import { importRules, type ImportError } from '#src/contracts/imports.ts'
import type { Bulk } from '../platform/bulk.ts'
import type { CsvFault } from '../platform/csv/csv-message.ts'
import { stagingColumns } from '../platform/csv/stage-csv.ts'

/** What every kind of import is told. */
export type ImportScope = {
  labId: string
  memberId: string
  importId: string
  /** Now, as an instant; today, as a day of the lab. */
  now: string
  today: string
  /** The first day of what the file says about places and sectors. */
  startsOn: string
  /** Source of observations and calls that name none. */
  sourceId: string | null
  completeThrough: string | null
  /** Keys of the columns that the file has. */
  given: ReadonlySet<string>
  /** What is planned will be written, and must still be true then. */
  writes: boolean
}

export type ImportTally = {
  new: number
  changed: number
  unchanged: number
  /** Lines that say again what another line of the file said. */
  repeated: number
  details: Record<string, number>
}

/**
 * One kind of import, in the bulk transaction where `import_row` holds the file: `plan` resolves and checks every row
 * (errors go to `import_error`), leaves the good ones and says what they would do; `write` does it.
 */
export type ImportWriter = {
  plan: (bulk: Bulk, scope: ImportScope) => Promise<ImportTally>
  write: (bulk: Bulk, scope: ImportScope) => Promise<Record<string, number>>
}

/** Imports wait for each other rather than fail. */
async function waitLong(bulk: Bulk): Promise<void> {
  await bulk.query(`SET LOCAL lock_timeout = 0`)
  await bulk.query(`SET LOCAL statement_timeout = '30min'`)
}

export async function createStaging(bulk: Bulk, kind: ImportKind): Promise<void> {
  await waitLong(bulk)
  // Sorts and hashes of a whole file stay in memory.
  await bulk.query(`SET LOCAL work_mem = '128MB'`)
  await bulk.query(
    `CREATE TEMP TABLE import_row (${stagingColumns(importColumns[kind]).join(', ')}) ON COMMIT DROP`,
  )
  await bulk.query(
    `CREATE TEMP TABLE import_error (line int, column_key text, rule text, value text) ON COMMIT DROP`,
  )
}

export const takeRows = (bulk: Bulk, rows: Readable): Promise<void> =>
  bulk.copyIn('COPY import_row FROM STDIN', rows)

/**
 * One import of a lab writes at a time: what one plans is still true when it writes. Answers of different sources touch
 * nothing of each other: they keep the other kinds out together (`shared`), and each the others of its own sources.
 */
export async function lockImports(bulk: Bulk, labId: string, shared: boolean): Promise<void> {
  await waitLong(bulk)
  await bulk.query(
    `SELECT pg_advisory_xact_lock${shared ? '_shared' : ''}(hashtext('import'), hashtext($1))`,
    [labId],
  )
}

/** The sources that the staged file speaks for, one after the other in one order for all. */
export const lockSources = (bulk: Bulk, labId: string, sourceId: string | null) =>
  bulk.query(
    `SELECT pg_advisory_xact_lock(hashtext('import source'), hashtext($1 || source_id)) FROM (
       SELECT DISTINCT CASE WHEN r.source IS NULL THEN $2 ELSE s.id::text END AS source_id
       FROM (SELECT DISTINCT source FROM import_row) r LEFT JOIN source s ON s.lab_id = $1::uuid AND s.code = r.source
       ORDER BY 1) named WHERE source_id IS NOT NULL`,
    [labId, sourceId],
  )

export async function takeFaults(bulk: Bulk, faults: readonly CsvFault[]): Promise<void> {
  if (faults.length > 0)
    await bulk.query(
      `INSERT INTO import_error SELECT * FROM jsonb_to_recordset($1::jsonb) AS f(line int, "column" text, rule text, value text)`,
      [JSON.stringify(faults)],
    )
  await bulk.query(`INSERT INTO import_error
    SELECT r.line, split_part(e, chr(31), 1), split_part(e, chr(31), 2), split_part(e, chr(31), 3)
    FROM import_row r, unnest(r.cell_errors) e WHERE r.cell_errors IS NOT NULL`)
  await bulk.query('ANALYZE import_row')
}

/** The first errors in the order of the file, how many there are, on how many lines. */
export async function readErrors(
  bulk: Bulk,
): Promise<{ total: number; lines: number; first: ImportError[] }> {
  const [count] = await bulk.query<{ total: number; lines: number }>(
    'SELECT count(*)::int AS total, count(DISTINCT line)::int AS lines FROM import_error',
  )
  const first = await bulk.query<ImportError>(
    `SELECT line, column_key AS "column", rule, coalesce(value, '') AS value FROM import_error
     ORDER BY line, column_key, rule LIMIT ${keptErrors}`,
  )
  for (const { rule } of first)
    if (!importRules.includes(rule)) throw new Error(`the rule ${rule} is not one that the messages know`)
  return { total: count?.total ?? 0, lines: count?.lines ?? 0, first }
}

/** Takes the lines with an error out of a planned table. */
export const dropBadLines = (bulk: Bulk, table: 'import_line') =>
  bulk.query(`DELETE FROM ${table} l USING (SELECT DISTINCT line FROM import_error) e WHERE e.line = l.line`)

/** The scheme of an identifier: RPPS where the file does not say; the official file's own digits are understood. */
export const schemeSql = (alias: string) =>
  `CASE WHEN ${alias}.scheme IS NULL THEN 'RPPS' WHEN ${alias}.scheme = '8' THEN 'RPPS' WHEN ${alias}.scheme = '0' THEN 'ADELI' ELSE upper(${alias}.scheme) END`

/** A code that a spreadsheet took for a number has lost its first zero. */
export const fiveDigits = (column: string) =>
  `CASE WHEN ${column} ~ '^\\d{4}$' THEN '0' || ${column} ELSE upper(${column}) END`

/** A new id that keeps the time of a row's own. */
export const derivedId = (id: string) =>
  `encode(overlay(uuid_send(gen_random_uuid()) PLACING substring(uuid_send(${id}) FROM 1 FOR 8) FROM 1 FOR 8), 'hex')::uuid`

/** `import_sector`: what the file's words for sectors mean, by code, else by name, in the named network or in all. */
export const resolveSectors = (bulk: Bulk, labId: string) =>
  bulk.query(
    `CREATE TEMP TABLE import_sector ON COMMIT DROP AS
     SELECT w.network, w.sector, coalesce(sum(m.best), 0)::int AS found,
       min(m.sector_id::text)::uuid AS sector_id, min(m.network_id::text)::uuid AS network_id
     FROM (SELECT DISTINCT network, sector FROM import_row WHERE sector IS NOT NULL) w
     LEFT JOIN LATERAL (
       SELECT 1 AS best, sector_id, network_id FROM (
         SELECT s.id AS sector_id, s.network_id, rank() OVER (ORDER BY lower(s.code) = lower(w.sector) DESC) AS place
         FROM sector s JOIN network n ON n.lab_id = $1::uuid AND n.id = s.network_id
         WHERE s.lab_id = $1::uuid AND lower(w.sector) IN (lower(s.code), lower(s.name))
           AND (w.network IS NULL OR lower(w.network) IN (lower(n.code), lower(n.name)))) ranked
       WHERE place = 1) m ON true
     GROUP BY w.network, w.sector`,
    [labId],
  )
