// A process of its own, with little memory, no database and no secret: a file that hurts hurts it alone.
// Compressed CSV on standard input, rows of COPY's text format on standard output, counts over the channel.
import { once } from 'node:events'
import { createGunzip } from 'node:zlib'
import { parse, type CsvError } from 'csv-parse'
import iconv from 'iconv-lite'
import { importColumns, type ImportKind } from '#src/contracts/import-columns.ts'
import type { ImportRule } from '#src/contracts/imports.ts'
import type { CsvMessage, CsvOrder, CsvSummary } from './csv-message.ts'
import { matchHeaders, type MatchedHeaders } from './match-headers.ts'
import { cellReader, copyField } from './read-cell.ts'
import { uuid7 } from '../uuid7.ts'

const order = JSON.parse(process.argv[2] ?? '') as CsvOrder
const columns = importColumns[order.kind as ImportKind]
const readers = columns.map(cellReader)

// Separates the parts of one error: column, rule, value.
const unit = '\u001F'
const longestRecord = 100_000
const chunkChars = 1 << 17

const summary: CsvSummary = { rows: 0, given: [], ignored: [], faults: [] }
let headers: MatchedHeaders | null = null
let line = 0
let out = ''

const send = (message: CsvMessage) => process.send?.(message)
const arrayElement = (text: string) => `"${text.replaceAll(/["\\]/g, (sign) => `\\${sign}`)}"`

function takeHeader(record: string[]): void {
  headers = matchHeaders(columns, record)
  summary.given = columns.flatMap(({ key }, index) => (headers?.positions[index] === -1 ? [] : [key]))
  summary.ignored = headers.ignored.slice(0, 30)
  for (const column of headers.missing)
    summary.faults.push({ line: 1, column, rule: 'missing-column', value: '' })
  for (const column of headers.twice)
    summary.faults.push({ line: 1, column, rule: 'column-twice', value: '' })
}

function takeRow(record: string[], positions: readonly number[]): void {
  const errors: string[] = []
  let text = `${line}\t${uuid7(order.now)}`
  for (let index = 0; index < readers.length; index++) {
    const position = positions[index] ?? -1
    const cell = position < 0 ? '' : (record[position] ?? '')
    text += `\t${
      readers[index]?.(cell, (rule) => {
        if (position >= 0) errors.push([columns[index]?.key ?? '', rule, cell.trim().slice(0, 80)].join(unit))
      }) ?? ''
    }`
  }
  out +=
    errors.length === 0
      ? `${text}\t\\N\n`
      : `${text}\t${copyField(`{${errors.map(arrayElement).join(',')}}`)}\n`
  summary.rows += 1
  if (summary.rows % 20_000 === 0) send({ type: 'progress', rows: summary.rows })
}

const parser = parse({
  bom: true,
  delimiter: order.delimiter,
  relax_column_count: true,
  max_record_size: longestRecord,
  on_record: (record: string[]) => {
    line += 1
    if (!headers) takeHeader(record)
    else if (summary.faults.length === 0 && record.some((cell) => cell.trim() !== ''))
      takeRow(record, headers.positions)
    return null
  },
})

function faultOf(error: CsvError): void {
  const rules: Record<string, ImportRule> = {
    CSV_QUOTE_NOT_CLOSED: 'quote-not-closed',
    CSV_MAX_RECORD_SIZE: 'quote-not-closed',
  }
  summary.faults.push({ line: line + 1, column: '', rule: rules[error.code] ?? 'quote', value: '' })
}

async function flush(): Promise<void> {
  const ready = out
  out = ''
  if (ready !== '' && !process.stdout.write(ready)) await once(process.stdout, 'drain')
}

const ended = new Promise<void>((resolve) => {
  parser.on('end', resolve)
  parser.on('error', (error: CsvError) => {
    faultOf(error)
    resolve()
  })
})
parser.resume()

for await (const chunk of process.stdin.pipe(createGunzip())) {
  if (summary.faults.length > 0) break
  const bytes = chunk as Buffer
  parser.write(order.encoding === 'utf-8' ? bytes : Buffer.from(iconv.decode(bytes, 'windows-1252')))
  if (out.length > chunkChars) await flush()
}
if (summary.faults.length === 0) {
  parser.end()
  await ended
}
await flush()
if (summary.rows === 0 && summary.faults.length === 0)
  summary.faults.push({ line: 1, column: '', rule: 'no-rows', value: '' })
send({ type: 'end', summary })
await new Promise<void>((resolve) => process.stdout.write('', () => resolve()))
process.disconnect?.()
process.exit(0)
