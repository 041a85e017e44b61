import { createHash } from 'node:crypto'
import { createGzip } from 'node:zlib'
import { once } from 'node:events'
import type { Actor } from '#src/contracts/actor.ts'
import { maxUploadBytes } from '#src/contracts/import-columns.ts'
import type { ImportOptions } from '#src/contracts/imports.ts'
import { notFound, refused } from '#src/lib/app-error.ts'
import { assertCan } from '#src/policy/assert-can.ts'
import { bulkCommand } from '../../platform/bulk.ts'
import { clock } from '../../platform/clock.ts'
import { createSniffer, type CsvFormat } from '../../platform/csv/csv-sniffer.ts'
import { sha256 } from '../../platform/hash.ts'
import { read } from '../../platform/transaction.ts'
import { uuid7 } from '../../platform/uuid7.ts'
import { ensureSource, insertUpload } from '../../repositories/import-repository.ts'
import { findLab } from '../../repositories/lab-repository.ts'
import { monthLater } from './steps/month-later.ts'

export type UploadInput = ImportOptions & {
  name: string
  content: Uint8Array | string | AsyncIterable<Uint8Array> | ReadableStream<Uint8Array>
}

type Received = { format: CsvFormat; compressed: Buffer; sha256: string; bytes: number }

async function* chunksOf(content: UploadInput['content']): AsyncGenerator<Uint8Array> {
  if (typeof content === 'string') yield Buffer.from(content)
  else if (content instanceof Uint8Array) yield content
  else yield* content
}

/** Hashes, looks at and compresses a file as it passes: never more of it in memory than its compressed form. */
async function receive(content: UploadInput['content']): Promise<Received> {
  const hash = createHash('sha256')
  const sniffer = createSniffer()
  const gzip = createGzip({ level: 4 })
  const parts: Buffer[] = []
  gzip.on('data', (part: Buffer) => parts.push(part))
  let bytes = 0
  for await (const chunk of chunksOf(content)) {
    bytes += chunk.length
    if (bytes > maxUploadBytes) throw refused('file-too-large', { megabytes: maxUploadBytes / 1024 / 1024 })
    const problem = sniffer.see(chunk)
    if (problem) throw refused(`file-${problem}`)
    hash.update(chunk)
    if (!gzip.write(chunk)) await once(gzip, 'drain')
  }
  gzip.end()
  await once(gzip, 'end')
  const format = sniffer.end()
  if (typeof format === 'string') throw refused(`file-${format}`)
  return { format, compressed: Buffer.concat(parts), sha256: hash.digest('hex'), bytes }
}

function assertOptions(input: ImportOptions, today: string): void {
  if (input.kind === 'CALL' && !input.source) throw refused('import-source-needed')
  if (input.completeThrough && input.completeThrough > today) throw refused('import-watermark-future')
}

/**
 * Keeps a CSV file to be imported, with what was chosen with it. Nothing of it is read yet. Refused: too large, empty,
 * not a text, UTF-16; calls without a source; a watermark after today.
 */
export async function uploadFile(actor: Actor, input: UploadInput): Promise<{ id: string }> {
  assertCan(actor, 'imports.write', { labId: actor.labId })
  const lab = await read(actor, (tx) => findLab(tx, actor.labId))
  if (!lab) throw notFound()
  const today = clock.today(lab.timeZone)
  assertOptions(input, today)
  const received = await receive(input.content)
  const now = clock.now()
  const newId = () => uuid7(now.getTime())
  const [importId, fileId] = [newId(), newId()]
  return bulkCommand(actor, async (bulk) => {
    const { labId, memberId } = actor
    const sourceId = input.source ? await ensureSource(bulk, labId, memberId, newId(), input.source) : null
    await insertUpload(bulk, labId, memberId, {
      importId,
      fileId,
      sourceId,
      kind: input.kind,
      sha256: received.sha256,
      storedSha256: sha256(received.compressed),
      compressed: received.compressed,
      at: now,
      expires: monthLater(now),
      mapping: {
        ...received.format,
        name: input.name.slice(0, 200),
        bytes: received.bytes,
        startsOn: input.startsOn ?? today,
        completeThrough: input.completeThrough ?? null,
      },
    })
    const { sha256: fileHash, bytes } = received
    return {
      value: { id: importId },
      audit: {
        action: 'import.upload',
        subject: { kind: 'import', id: importId },
        change: { kind: input.kind, sha256: fileHash, bytes, source: input.source ?? null },
      },
    }
  })
}
