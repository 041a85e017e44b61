import type { ImportRule } from '#src/contracts/imports.ts'

/** What the parsing process is asked. */
export type CsvOrder = {
  kind: string
  encoding: 'utf-8' | 'windows-1252'
  delimiter: string
  /** Milliseconds that the rows' ids carry. */
  now: number
}

/** A fault of the whole file: nothing after it was read. */
export type CsvFault = { line: number; column: string; rule: ImportRule; value: string }

export type CsvSummary = {
  rows: number
  /** Keys of the columns that the file has. */
  given: string[]
  /** Headers that are no column of the kind. */
  ignored: string[]
  faults: CsvFault[]
}

export type CsvMessage = { type: 'progress'; rows: number } | { type: 'end'; summary: CsvSummary }
