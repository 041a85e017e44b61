export type CsvCell = string | number | boolean | null | undefined

// A spreadsheet runs a text that begins like a formula; an apostrophe in front keeps it a text.
const formula = /^[=+\-@\t\r]/
const special = /[";\n\r]/

function cell(value: CsvCell): string {
  if (value === null || value === undefined) return ''
  if (typeof value !== 'string') return String(value)
  const safe = formula.test(value) ? `'${value}` : value
  return special.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

export const csvLine = (cells: readonly CsvCell[]): string => `${cells.map(cell).join(';')}\r\n`

/**
 * A table as CSV that spreadsheets open as it is: UTF-8 with its mark, semicolons, CRLF (RFC 4180 quoting). Numbers are
 * written with a dot and are never taken for formulas; texts that would be are made harmless.
 */
export const toCsv = (header: readonly string[], rows: Iterable<readonly CsvCell[]>): string => {
  const lines = [csvLine(header)]
  for (const row of rows) lines.push(csvLine(row))
  return `\uFEFF${lines.join('')}`
}
