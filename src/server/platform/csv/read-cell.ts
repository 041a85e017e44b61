import type { CellType, ImportColumn } from '#src/contracts/import-columns.ts'
import type { ImportRule } from '#src/contracts/imports.ts'
import { parseDay } from '#src/lib/calendar.ts'
import { fold } from '#src/lib/fold.ts'

/** Words without case, accents and signs: how headers and choices are compared. */
export const plainWords = (text: string): string =>
  fold(text)
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim()

const yes = new Set(['oui', 'o', 'yes', 'y', 'vrai', 'true', '1', 'x'])
const no = new Set(['non', 'n', 'no', 'faux', 'false', '0'])
const unknown = new Set(['ne sait pas', 'nsp', 'unknown', 'inconnu'])
const notApplicable = new Set(['non applicable', 'na', 'n a', 'not applicable', 'sans objet'])

/** YYYY-MM-DD or DD/MM/YYYY as YYYY-MM-DD; null when it is no day that exists. */
export function readDay(text: string): string | null {
  const french = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text)
  const day = french
    ? `${french[3]}-${(french[2] ?? '').padStart(2, '0')}-${(french[1] ?? '').padStart(2, '0')}`
    : text.slice(0, 10)
  if (!french && text.length > 10 && !/^[T ]/.test(text.slice(10))) return null
  return parseDay(day) === null ? null : day
}

const numberPattern = /^[+-]?(?:\d+|\d{1,3}(?:[ \u00A0\u202F’']\d{3})+)(?:[.,]\d+)?(?:e[+-]?\d{1,3})?\s?%?$/i

/** A number with a dot or a comma before its decimals, spaces or apostrophes between its thousands; null otherwise. */
export function readNumber(text: string): number | null {
  if (!numberPattern.test(text)) return null
  const value = Number(text.replaceAll(/[\s’'%]/g, '').replace(',', '.'))
  return Number.isFinite(value) ? value + 0 : null
}

export function readYesNo(text: string): boolean | null {
  const word = plainWords(text)
  return yes.has(word) ? true : no.has(word) ? false : null
}

const nothing = String.raw`\N`
const special = /[\\\t\n\r]/
const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

/** A text as a field of COPY's text format. */
export const copyField = (text: string): string =>
  special.test(text) ? text.replaceAll(/[\\\t\n\r]/g, (sign) => escapes[sign] ?? sign) : text

const flag = (value: boolean | null): string => (value === null ? nothing : value ? 't' : 'f')

/** One cell as COPY's fields, tabs between them; `fail` is told the rule that it breaks. */
export type CellReader = (text: string, fail: (rule: ImportRule) => void) => string

function read(text: string | null, rule: ImportRule, fail: (rule: ImportRule) => void): string {
  if (text === null) fail(rule)
  return text ?? nothing
}

function readerOf(column: ImportColumn): CellReader {
  switch (column.type) {
    case 'text':
      return (text) => copyField(text)
    case 'day':
      return (text, fail) => read(readDay(text), 'day', fail)
    case 'yesNo':
      return (text, fail) => {
        const value = readYesNo(text)
        if (value === null) fail('yes-no')
        return flag(value)
      }
    case 'integer':
      return (text, fail) => read(/^\d{1,9}$/.test(text) ? text : null, 'integer', fail)
    case 'choice': {
      const codes = new Map(
        Object.entries(column.choices ?? {}).flatMap(([code, words]) =>
          [code, ...words].map((word) => [plainWords(word), code] as const),
        ),
      )
      return (text, fail) => read(codes.get(plainWords(text)) ?? null, 'choice', fail)
    }
    case 'value':
      return (text) => {
        const word = text.length < 20 ? plainWords(text) : ''
        if (unknown.has(word)) return `UNKNOWN\t${nothing}\t${nothing}\t${nothing}\t${nothing}`
        if (notApplicable.has(word)) return `NOT_APPLICABLE\t${nothing}\t${nothing}\t${nothing}\t${nothing}`
        const number = readNumber(text)
        const day = text.length < 25 ? readDay(text) : null
        return `VALUE\t${copyField(text)}\t${number ?? nothing}\t${day ?? nothing}\t${flag(readYesNo(text))}`
      }
  }
}

const empties: Readonly<Record<CellType, number>> = {
  text: 1,
  day: 1,
  yesNo: 1,
  integer: 1,
  choice: 1,
  value: 5,
}

/** The whole rule of a column: what is empty, too long, or not of the type. */
export function cellReader(column: ImportColumn): CellReader {
  const reader = readerOf(column)
  const empty = Array.from({ length: empties[column.type] }, () => nothing).join('\t')
  const longest = column.max ?? 60
  return (raw, fail) => {
    const text = raw.trim()
    if (text === '') {
      if (column.value) fail('required')
      return empty
    }
    if (text.length > longest) {
      fail('too-long')
      return empty
    }
    return reader(text, fail)
  }
}
