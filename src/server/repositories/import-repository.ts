import { importKinds, type ImportKind } from '#src/contracts/import-columns.ts'
import type {
  ImportCounts,
  ImportDto,
  ImportError,
  ImportPhase,
  ImportState,
} from '#src/contracts/imports.ts'
import type { Prisma } from '#src/generated/prisma/client.ts'
import type { Bulk } from '../platform/bulk.ts'
import type { CsvFormat } from '../platform/csv/csv-sniffer.ts'
import type { Tx } from '../platform/tx.ts'
import { toDay } from './days.ts'

/** `import.mapping`: how the file is read and what was chosen with it. */
export type ImportMapping = CsvFormat & {
  name: string
  bytes: number
  startsOn: string
  completeThrough: string | null
}

/** `import.counts`: progress while a worker is at it, then what was found. `beat` is the database's own clock. */
export type ImportProgress = {
  progress?: { phase: ImportPhase; done: number; total: number } | null
  beat?: string
  counts?: ImportCounts | null
  /** Kept with the state APPLYING: what the person asked for. */
  withoutErrors?: boolean
  ignored?: string[]
  blocked?: boolean
  failure?: string | null
}

const row = {
  include: {
    source: { select: { id: true, code: true, label: true } },
    member: { select: { displayName: true } },
  },
} as const
type Row = Prisma.ImportJobGetPayload<typeof row>
export type ImportRow = Omit<Row, 'mapping' | 'counts'> & { mapping: ImportMapping; counts: ImportProgress }

const unsaid = {
  name: '',
  bytes: 0,
  lines: 0,
  encoding: 'utf-8',
  delimiter: ';',
  completeThrough: null,
} as const

// A row made by another way than an upload may say less.
const typed = (found: Row): ImportRow => ({
  ...found,
  mapping: {
    ...unsaid,
    startsOn: toDay(found.createdAt),
    ...(found.mapping as Partial<ImportMapping>),
  },
  counts: found.counts as ImportProgress,
})

export async function findImport(tx: Tx, labId: string, id: string): Promise<ImportRow | null> {
  const found = await tx.importJob.findUnique({ where: { labId_id: { labId, id } }, ...row })
  return found && typed(found)
}

/** The row whose state is about to change, held until the transaction ends. */
export async function lockImport(tx: Tx, labId: string, id: string): Promise<ImportRow | null> {
  await tx.$queryRaw`SELECT id FROM import WHERE lab_id = ${labId}::uuid AND id = ${id}::uuid FOR UPDATE`
  return findImport(tx, labId, id)
}

/** True while the worker that took it says so: it does every few seconds, and a dead one stops. */
export async function isAlive(tx: Tx, labId: string, id: string): Promise<boolean> {
  const [found] = await tx.$queryRaw<{ alive: boolean | null }[]>`
    SELECT (counts ->> 'beat')::timestamptz > now() - interval '30 seconds' AS alive
    FROM import WHERE lab_id = ${labId}::uuid AND id = ${id}::uuid`
  return found?.alive ?? false
}

/** Says how far the work is, unless somebody else took it meanwhile. */
export async function beat(
  tx: Tx,
  labId: string,
  id: string,
  version: number,
  progress: NonNullable<ImportProgress['progress']>,
): Promise<boolean> {
  const changed = await tx.$executeRaw`
    UPDATE import SET counts = counts || jsonb_build_object('beat', now(), 'progress', ${JSON.stringify(progress)}::jsonb)
    WHERE lab_id = ${labId}::uuid AND id = ${id}::uuid AND version = ${version}`
  return changed === 1
}

export async function setImportState(
  tx: Tx,
  labId: string,
  id: string,
  change: { state: ImportState; counts?: ImportProgress; errorFileId?: string | null },
): Promise<number> {
  const { state, counts, errorFileId } = change
  const { version } = await tx.importJob.update({
    where: { labId_id: { labId, id } },
    data: {
      state,
      version: { increment: 1 },
      ...(counts ? { counts } : {}),
      ...(errorFileId === undefined ? {} : { errorFileId }),
    },
    select: { version: true },
  })
  return version
}

export async function listImports(
  tx: Tx,
  labId: string,
  page: { after: string | null; limit: number },
): Promise<{ rows: ImportRow[]; total: number }> {
  const where = { labId, kind: { in: [...importKinds] } }
  const rows = await tx.importJob.findMany({
    where: { ...where, ...(page.after ? { id: { lt: page.after } } : {}) },
    orderBy: { id: 'desc' },
    take: page.limit,
    ...row,
  })
  return { rows: rows.map(typed), total: await tx.importJob.count({ where }) }
}

/** Applied imports of the same file and kind, by hash. */
export async function appliedWith(
  tx: Tx,
  labId: string,
  hashes: readonly string[],
): Promise<{ id: string; kind: string; sha256: string; appliedAt: Date }[]> {
  const rows = await tx.importJob.findMany({
    where: { labId, state: 'APPLIED', sha256: { in: [...hashes] } },
    select: { id: true, kind: true, sha256: true, appliedAt: true },
  })
  return rows.flatMap(({ appliedAt, ...rest }) => (appliedAt ? [{ ...rest, appliedAt }] : []))
}

/** When calls were last imported; null = never. */
export async function lastCallImportAt(tx: Tx, labId: string): Promise<string | null> {
  const latest = await tx.importJob.aggregate({
    where: { labId, kind: 'CALL', state: 'APPLIED' },
    _max: { appliedAt: true },
  })
  return latest._max.appliedAt?.toISOString() ?? null
}

/** Imports that wait for a worker, or whose worker fell silent. */
export async function waitingImports(
  tx: Tx,
  labId: string,
  before: Date,
): Promise<{ id: string; memberId: string }[]> {
  return tx.$queryRaw`
    SELECT id, member_id AS "memberId" FROM import
    WHERE lab_id = ${labId}::uuid AND state IN ('UPLOADED', 'CHECKING', 'APPLYING') AND created_at < ${before}
      AND coalesce((counts ->> 'beat')::timestamptz < now() - interval '30 seconds', true)
    ORDER BY id`
}

export const listSources = (tx: Tx, labId: string) =>
  tx.source.findMany({
    where: { labId },
    select: { id: true, code: true, label: true, kind: true },
    orderBy: { code: 'asc' },
  })

/** The file and its import, as they arrive: the compressed bytes go in by parameter, once. */
export async function insertUpload(
  bulk: Bulk,
  labId: string,
  memberId: string,
  upload: {
    importId: string
    fileId: string
    sourceId: string | null
    kind: ImportKind
    sha256: string
    storedSha256: string
    compressed: Buffer
    at: Date
    expires: Date
    mapping: ImportMapping
  },
): Promise<void> {
  const { importId, fileId, sourceId, kind, sha256, storedSha256, compressed, at, expires, mapping } = upload
  await bulk.query(
    `INSERT INTO stored_file (lab_id, id, kind, name, size, bytes, sha256, expires, created_by)
     VALUES ($1::uuid, $2::uuid, 'IMPORT_CSV_GZIP', $3, $4, $5, $6, $7, $8::uuid)`,
    [labId, fileId, `${mapping.name}.gz`, compressed.length, compressed, storedSha256, expires, memberId],
  )
  await bulk.query(
    `INSERT INTO import (lab_id, id, source_id, stored_file_id, member_id, kind, mapping, sha256, created_at, created_by)
     VALUES ($1::uuid, $2::uuid, $3::uuid, $4::uuid, $5::uuid, $6, $7::jsonb, $8, $9, $5::uuid)`,
    [labId, importId, sourceId, fileId, memberId, kind, JSON.stringify(mapping), sha256, at],
  )
}

/** A source named with a file for the first time is an external one. */
export async function ensureSource(
  bulk: Bulk,
  labId: string,
  memberId: string,
  id: string,
  code: string,
): Promise<string> {
  await bulk.query(
    `INSERT INTO source (lab_id, id, code, label, kind, created_by) VALUES ($1::uuid, $2::uuid, $3, $3, 'EXTERNAL', $4::uuid)
     ON CONFLICT (lab_id, code) DO NOTHING`,
    [labId, id, code, memberId],
  )
  const [found] = await bulk.query<{ id: string }>(
    'SELECT id FROM source WHERE lab_id = $1::uuid AND code = $2',
    [labId, code],
  )
  return found?.id ?? id
}

export async function readStoredBytes(bulk: Bulk, labId: string, fileId: string): Promise<Buffer | null> {
  const [found] = await bulk.query<{ bytes: Buffer }>(
    'SELECT bytes FROM stored_file WHERE lab_id = $1::uuid AND id = $2::uuid',
    [labId, fileId],
  )
  return found?.bytes ?? null
}

/**
 * Marks it applied in the transaction that wrote its rows; false when somebody else took the work over. A file applied
 * without some of its lines does not count as that file: once they are right, it may come again.
 */
export async function markApplied(
  bulk: Bulk,
  labId: string,
  id: string,
  version: number,
  at: Date,
  counts: ImportProgress,
): Promise<boolean> {
  const rows = await bulk.query(
    `UPDATE import SET state = 'APPLIED', applied_at = $4, counts = $5::jsonb, version = version + 1,
       sha256 = CASE WHEN $6 THEN sha256 || ' without lines, ' || id ELSE sha256 END
     WHERE lab_id = $1::uuid AND id = $2::uuid AND version = $3 AND state = 'APPLYING' RETURNING id`,
    [labId, id, version, at, JSON.stringify(counts), (counts.counts?.errors ?? 0) > 0],
  )
  return rows.length === 1
}

export async function storeErrors(
  tx: Tx,
  labId: string,
  memberId: string,
  file: {
    id: string
    name: string
    errors: readonly ImportError[]
    sha256: string
    expires: Date
    bytes: Uint8Array<ArrayBuffer>
  },
): Promise<void> {
  const { id, name, bytes, sha256, expires } = file
  await tx.storedFile.create({
    data: {
      labId,
      id,
      kind: 'IMPORT_ERRORS',
      name,
      size: bytes.length,
      bytes,
      sha256,
      expires,
      createdBy: memberId,
    },
  })
}

export async function readErrorFile(tx: Tx, labId: string, fileId: string): Promise<ImportError[]> {
  const file = await tx.storedFile.findUnique({
    where: { labId_id: { labId, id: fileId } },
    select: { bytes: true },
  })
  return file ? (JSON.parse(Buffer.from(file.bytes).toString('utf8')) as ImportError[]) : []
}

export function toImportDto(found: ImportRow, applied: Awaited<ReturnType<typeof appliedWith>>): ImportDto {
  const { mapping, counts } = found
  const before = applied.find(
    ({ kind, sha256, id }) => kind === found.kind && sha256 === found.sha256 && id !== found.id,
  )
  return {
    id: found.id,
    kind: found.kind as ImportKind,
    name: mapping.name,
    bytes: mapping.bytes,
    state: found.state as ImportState,
    version: found.version,
    encoding: mapping.encoding,
    delimiter: mapping.delimiter,
    startsOn: mapping.startsOn,
    completeThrough: mapping.completeThrough,
    source: found.source && { code: found.source.code, label: found.source.label },
    createdAt: found.createdAt.toISOString(),
    createdBy: found.member.displayName,
    appliedAt: found.appliedAt?.toISOString() ?? null,
    progress: counts.progress ?? null,
    counts: counts.counts ?? null,
    ignored: counts.ignored ?? [],
    blocked: counts.blocked ?? false,
    failure: counts.failure ?? null,
    appliedBefore:
      before && found.state !== 'APPLIED'
        ? { id: before.id, appliedAt: before.appliedAt.toISOString() }
        : null,
  }
}
