import { canonicalJson } from '../canonical-json.ts'
import { compareText } from '../stable-sort.ts'
import type { Column, Table } from './column-types.ts'

const magic = 0x3143_5356
const align = (bytes: number) => Math.ceil(bytes / 8) * 8

type Entry = {
  name: string
  kind: Column['kind']
  offset: number
  bytes: number
  dictionary?: readonly string[]
}
type Header = { rows: number; meta: Table['meta']; columns: Entry[] }

/**
 * Bytes of a table: `VSC1`, length of the header (uint32), header in canonical JSON padded with spaces, then each
 * column little-endian at a multiple of 8, columns in code-unit order of their names. The same table gives the same
 * bytes: every missing number is written as one NaN. A text column is the lengths of its texts (uint32) and their UTF-8.
 */
export function encodeTable(table: Table): Uint8Array<ArrayBuffer> {
  const names = Object.keys(table.columns).sort(compareText)
  const entries: Entry[] = []
  const bodies: Uint8Array[] = []
  let offset = 0
  for (const name of names) {
    const column = table.columns[name]
    if (!column) continue
    if (column.values.length !== table.rows)
      throw new RangeError(`column ${name} has ${column.values.length} rows`)
    const body = columnBytes(column)
    entries.push({
      name,
      kind: column.kind,
      offset,
      bytes: body.length,
      ...(column.kind === 'code' && { dictionary: column.dictionary }),
    })
    bodies.push(body)
    offset += align(body.length)
  }
  const text = canonicalJson({ rows: table.rows, meta: table.meta, columns: entries } satisfies Header)
  const header = new TextEncoder().encode(text)
  const start = align(8 + header.length)
  const bytes = new Uint8Array(start + offset).fill(32, 8, start)
  new DataView(bytes.buffer).setUint32(0, magic, true)
  new DataView(bytes.buffer).setUint32(4, start - 8, true)
  bytes.set(header, 8)
  bodies.forEach((body, index) => bytes.set(body, start + (entries[index]?.offset ?? 0)))
  return bytes
}

/** The table of `encodeTable`'s bytes; its arrays are views of them where they are aligned. Throws a RangeError. */
export function decodeTable(bytes: Uint8Array): Table {
  // Typed-array views need the body at a multiple of 8 in the buffer; a network chunk may not be.
  const source = bytes.byteOffset % 8 === 0 ? bytes : bytes.slice()
  const view = new DataView(source.buffer, source.byteOffset, source.byteLength)
  if (source.length < 8 || view.getUint32(0, true) !== magic) throw new RangeError('not a table of columns')
  const start = 8 + view.getUint32(4, true)
  const header: Header = JSON.parse(
    new TextDecoder('utf-8', { ignoreBOM: true }).decode(source.subarray(8, start)),
  )
  const columns: Record<string, Column> = {}
  for (const entry of header.columns) {
    const from = start + entry.offset
    if (from + entry.bytes > source.length) throw new RangeError(`column ${entry.name} is cut short`)
    columns[entry.name] = readColumn(entry, source.subarray(from, from + entry.bytes), header.rows)
  }
  return { rows: header.rows, meta: header.meta, columns }
}

function columnBytes(column: Column): Uint8Array {
  if (column.kind === 'text') return textBytes(column.values)
  if (column.kind === 'number') return numberBytes(column.values)
  return new Uint8Array(column.values.buffer, column.values.byteOffset, column.values.byteLength)
}

function numberBytes(values: Float64Array): Uint8Array {
  const canonical = values.map((value) => (Number.isNaN(value) ? NaN : value + 0))
  const bytes = new Uint8Array(canonical.buffer)
  // The sign and payload of a NaN are the machine's choice: write the quiet one.
  canonical.forEach((value, row) => {
    if (Number.isNaN(value)) bytes.set([0, 0, 0, 0, 0, 0, 0xf8, 0x7f], row * 8)
  })
  return bytes
}

function textBytes(values: readonly string[]): Uint8Array {
  const lengths = new Uint32Array(values.length)
  const encoder = new TextEncoder()
  const joined = encoder.encode(values.join(''))
  const bytes = new Uint8Array(lengths.byteLength + joined.length)
  values.forEach((value, row) => {
    lengths[row] = isAscii(value) ? value.length : encoder.encode(value).length
  })
  bytes.set(new Uint8Array(lengths.buffer))
  bytes.set(joined, lengths.byteLength)
  return bytes
}

function isAscii(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) if (text.charCodeAt(index) > 127) return false
  return true
}

function readColumn(entry: Entry, bytes: Uint8Array, rows: number): Column {
  if (entry.kind === 'text') return { kind: 'text', values: readTexts(bytes, rows) }
  if (entry.kind === 'number')
    return { kind: 'number', values: new Float64Array(bytes.buffer, bytes.byteOffset, rows) }
  const values = new Int32Array(bytes.buffer, bytes.byteOffset, rows)
  if (entry.kind === 'code') return { kind: 'code', values, dictionary: entry.dictionary ?? [] }
  return { kind: entry.kind, values }
}

function readTexts(bytes: Uint8Array, rows: number): string[] {
  const lengths = new Uint32Array(bytes.buffer, bytes.byteOffset, rows)
  const body = bytes.subarray(rows * 4)
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  const whole = decoder.decode(body)
  const plain = whole.length === body.length
  let at = 0
  return Array.from(lengths, (length) => {
    const from = at
    at += length
    return plain ? whole.slice(from, at) : decoder.decode(body.subarray(from, at))
  })
}
