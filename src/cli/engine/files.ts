import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { CommandError } from './command-error.ts'

/** A file as messages call it. */
export function nameOf(file: string): string {
  const relative = path.relative(process.env['INIT_CWD'] ?? '.', file)
  return relative === '' || relative.startsWith('..') ? file : relative
}

const reasons: Record<string, string> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'it may not be read or written',
  ENOTDIR: 'there is no such folder',
}

const cannot = (file: string, error: unknown) => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return new CommandError(`${nameOf(file)}: ${reasons[code] ?? (code || 'it cannot be used')}.`)
}

export function readText(file: string): string {
  let bytes: Buffer
  try {
    bytes = readFileSync(file)
  } catch (error) {
    throw cannot(file, error)
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new CommandError(`${nameOf(file)}: the file is not UTF-8 text.`)
  }
}

export function readJson(file: string): unknown {
  const text = readText(file)
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new CommandError(
      `${nameOf(file)}: not JSON: ${error instanceof Error ? error.message.replaceAll(/\s+/g, ' ') : ''}`,
    )
  }
}

/** To a file when one is named, else to standard output. */
export function write(text: string, out: string | undefined): void {
  if (out === undefined) {
    process.stdout.write(text)
    return
  }
  try {
    writeFileSync(out, text)
  } catch (error) {
    throw cannot(out, error)
  }
}

export const writeJson = (value: unknown, out?: string): void =>
  write(`${JSON.stringify(value, null, 2)}\n`, out)

export type Cell = string | number | null

const special = /[",\r\n]/

function csvCell(value: Cell): string {
  if (value === null || Number.isNaN(value)) return ''
  const text = String(value)
  return special.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Values as they are (nothing is made safe for a spreadsheet: another program reads them); NaN and null are empty cells. */
export function writeCsv(header: readonly string[], rows: Iterable<readonly Cell[]>, out?: string): void {
  const lines = [header.map(csvCell).join(',')]
  for (const row of rows) lines.push(row.map(csvCell).join(','))
  write(`${lines.join('\n')}\n`, out)
}
