import {
  attributeNames,
  type Configuration,
  createDataset,
  type CycleCriterion,
  type Dataset,
} from '../../engine/index.ts'
import { parseDay } from '../../lib/calendar.ts'
import { booleanColumn, codeColumn, dayColumn, numberColumn } from '../../lib/columns/build-columns.ts'
import type { Column } from '../../lib/columns/column-types.ts'
import { misused } from './command-error.ts'
import type { CsvTable } from './csv-table.ts'
import type { Options } from './options.ts'

/**
 * The dataset of a file: column `id`, one column a criterion by its code (`code:product` where it is asked per product),
 * and as many as there are of the attributes (`specialty`, `region`, `sector` …), `previous_segment` and
 * `previous_calls`. An empty cell is a missing answer.
 */
export function readDataset(table: CsvTable, configuration: Configuration, options: Options): Dataset {
  const hcpIds = readIds(table)
  const criteria = configuration.criteria
    .filter(({ kind }) => kind !== 'TEXT')
    .flatMap((criterion) =>
      columnsOf(table, criterion).map((name): [string, Column] => [name, readColumn(table, name, criterion)]),
    )
  const codes = (name: string) => codeColumn(all(table, table.texts(name)).map((text) => text || null))
  const attributes = attributeNames
    .filter((name) => table.has(name))
    .map((name) => [name, codes(name)] as const)
  return createDataset({
    hcpIds,
    referenceDay: referenceDay(configuration, options),
    criteria: Object.fromEntries(criteria),
    attributes: Object.fromEntries(attributes),
    ...(table.has('previous_segment') && { previousSegment: codes('previous_segment') }),
    ...(table.has('previous_calls') && {
      previousCalls: Float64Array.from(all(table, table.numbers('previous_calls'))),
    }),
  })
}

/** The ids of a file, in its order. */
export function readIds(table: CsvTable): string[] {
  const seen = new Set<string>()
  const read = table.neededTexts('id')
  return all(table, (row) => {
    const id = read(row)
    if (seen.has(id)) throw table.wrong(row, 'id', `${id} comes twice`)
    seen.add(id)
    return id
  })
}

function all<T>(table: CsvTable, read: (row: number) => T): T[] {
  return Array.from({ length: table.rows }, (_, row) => read(row))
}

function columnsOf(table: CsvTable, { code }: CycleCriterion): string[] {
  const perProduct = table.header.filter((name) => name.startsWith(`${code}:`))
  return perProduct.length > 0 && !table.has(code) ? perProduct : [code, ...perProduct]
}

function referenceDay(configuration: Configuration, options: Options): string {
  const day = options.text('reference-day')
  if (day !== undefined && parseDay(day) === null)
    throw misused(`--reference-day is a day such as 2026-06-30, not ${day}.`)
  if (day === undefined && configuration.criteria.some(({ kind }) => kind === 'DATE'))
    throw misused('--reference-day is missing: the configuration reads dates.')
  return day ?? '2000-01-01'
}

const booleans: Readonly<Record<string, boolean>> = { true: true, false: false, '1': true, '0': false }

function readColumn(table: CsvTable, name: string, { kind, options }: CycleCriterion): Column {
  const text = table.texts(name)
  const given = <T>(read: (value: string, row: number) => T) =>
    all(table, (row) => {
      const value = text(row).trim()
      return value === '' ? null : read(value, row)
    })
  const number = table.numbers(name)
  switch (kind) {
    case 'BOOLEAN':
      return booleanColumn(
        given((value, row) => {
          const answer = Object.hasOwn(booleans, value) ? booleans[value] : undefined
          if (answer === undefined) throw table.wrong(row, name, `"${value}" is not true or false`)
          return answer
        }),
      )
    case 'CHOICE': {
      const codes = options.map(({ code }) => code)
      return codeColumn(
        given((value, row) => {
          if (!codes.includes(value))
            throw table.wrong(row, name, `"${value}" is not an option (${codes.join(', ')})`)
          return value
        }),
      )
    }
    case 'DATE':
      return dayColumn(
        given((value, row) => {
          if (parseDay(value) === null)
            throw table.wrong(row, name, `"${value}" is not a day such as 2026-06-30`)
          return value
        }),
      )
    case 'SCALE':
      return numberColumn(
        all(table, (row) => {
          const value = number(row)
          if (value < 0 || value > 10)
            throw table.wrong(row, name, `${value} is not on the scale from 0 to 10`)
          return value
        }),
      )
    case 'INTEGER':
      return numberColumn(
        all(table, (row) => {
          const value = number(row)
          if (!Number.isNaN(value) && !Number.isInteger(value))
            throw table.wrong(row, name, `${value} is not a whole number`)
          return value
        }),
      )
    case 'NUMBER':
    case 'PERCENT':
    case 'TEXT':
      return numberColumn(all(table, number))
  }
}
