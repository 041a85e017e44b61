import { CsvError, parse } from 'csv-parse/sync'
import { CommandError } from './command-error.ts'
import { nameOf, readText } from './files.ts'
import { readNumber } from './numbers.ts'

/** A CSV file (RFC 4180: commas, one header line). Rows are numbered as a spreadsheet does: the header is row 1. */
export class CsvTable {
  readonly header: readonly string[]
  readonly rows: number
  readonly #name: string
  readonly #cells: readonly (readonly string[])[]

  constructor(file: string) {
    this.#name = nameOf(file)
    const [header, ...cells] = this.#parse(readText(file).replace(/(?:\r?\n)+$/, ''))
    if (!header || header.every((name) => name === ''))
      throw new CommandError(`${this.#name}: the file has no header line.`)
    this.header = header
    this.#cells = cells
    this.rows = cells.length
    header.forEach((name, index) => {
      if (header.indexOf(name) !== index) throw this.wrong(-1, name, 'this column comes twice')
    })
    cells.forEach((row, index) => {
      if (row.length !== header.length) {
        const at = Math.min(row.length, header.length)
        const counts = `the row has ${row.length} cells, the header ${header.length}`
        throw this.wrong(index, header[at] ?? String(at + 1), counts)
      }
    })
  }

  #parse(text: string): string[][] {
    try {
      return parse(text, { relax_column_count: true, record_delimiter: ['\r\n', '\n'] })
    } catch (error) {
      if (!(error instanceof CsvError)) throw error
      const { records, column } = error as CsvError & { records?: number; column?: number | string }
      const where = `row ${(records ?? 0) + 1}, column ${typeof column === 'number' ? column + 1 : (column ?? 1)}`
      throw new CommandError(
        `${this.#name}, ${where}: a quotation mark is not closed or stands inside a cell.`,
      )
    }
  }

  /** The error of one cell; row −1 is the header. */
  wrong(row: number, column: string, message: string): CommandError {
    return new CommandError(`${this.#name}, row ${row + 2}, column ${column}: ${message}.`)
  }

  has(column: string): boolean {
    return this.header.includes(column)
  }

  /** Reads the text of one column. */
  texts(column: string): (row: number) => string {
    const at = this.header.indexOf(column)
    if (at < 0)
      throw this.wrong(-1, column, `there is no such column among ${this.header.join(', ') || 'none'}`)
    return (row) => this.#cells[row]?.[at] ?? ''
  }

  neededTexts(column: string): (row: number) => string {
    const read = this.texts(column)
    return (row) => {
      const text = read(row)
      if (text === '') throw this.wrong(row, column, 'this cell may not be empty')
      return text
    }
  }

  /** Reads the numbers of one column; NaN = an empty cell. */
  numbers(column: string): (row: number) => number {
    const read = this.texts(column)
    return (row) => {
      const text = read(row).trim()
      if (text === '') return Number.NaN
      const value = readNumber(text)
      if (value === null) throw this.wrong(row, column, `"${text}" is not a number with a decimal point`)
      return value
    }
  }

  neededNumbers(column: string): (row: number) => number {
    const read = this.numbers(column)
    return (row) => {
      const value = read(row)
      if (Number.isNaN(value)) throw this.wrong(row, column, 'this cell may not be empty')
      return value
    }
  }

  /** Reads numbers of 0 or more, whole ones when asked. An empty cell reads `empty`, or is refused without it. */
  amounts(column: string, { whole = false, empty = Number.NaN } = {}): (row: number) => number {
    const read = Number.isNaN(empty) ? this.neededNumbers(column) : this.numbers(column)
    return (row) => {
      const value = read(row)
      if (Number.isNaN(value)) return empty
      const kind = whole ? 'whole number' : 'number'
      if (value < 0 || value > 1e9 || (whole && !Number.isInteger(value)))
        throw this.wrong(row, column, `${value} is not a ${kind} from 0 to 1,000,000,000`)
      return value
    }
  }
}
