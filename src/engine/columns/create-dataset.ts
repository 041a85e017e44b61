import { codeColumn, numberColumn, takeRows } from '../../lib/columns/build-columns.ts'
import type { CodeColumn, Column } from '../../lib/columns/column-types.ts'
import { textOrder } from '../../lib/stable-sort.ts'
import { attributeNames, type AttributeName, type Dataset } from './dataset.ts'

export type DatasetInput = {
  /** Any order, each once. */
  readonly hcpIds: readonly string[]
  readonly referenceDay: string
  readonly criteria: Readonly<Record<string, Column>>
  readonly attributes?: Readonly<Partial<Record<AttributeName, CodeColumn>>>
  readonly previousSegment?: CodeColumn
  readonly previousCalls?: Float64Array
}

/**
 * A dataset from columns whose row i is hcp i of `hcpIds`, in any order: rows are put in the order of ids and
 * dictionaries in code-unit order, so that the same facts give the same dataset. An attribute left out is missing
 * everywhere. Throws a RangeError on an id that comes twice or a column of another length.
 */
export function createDataset(input: DatasetInput): Dataset {
  const rows = input.hcpIds.length
  const order = textOrder(input.hcpIds)
  const hcpIds = Array.from(order, (row) => input.hcpIds[row] ?? '')
  hcpIds.forEach((id, row) => {
    if (row > 0 && hcpIds[row - 1] === id) throw new RangeError(`hcp ${id} comes twice`)
  })
  const sorted = hcpIds.every((id, row) => id === input.hcpIds[row])
  const arrange = (name: string, column: Column): Column => {
    if (column.values.length !== rows)
      throw new RangeError(`column ${name} has ${column.values.length} rows, not ${rows}`)
    return canonical(sorted ? column : takeRows(column, order))
  }
  const arrangeCodes = (name: string, column: CodeColumn | undefined): CodeColumn => {
    const arranged = column && arrange(name, column)
    return arranged?.kind === 'code' ? arranged : codeColumn(hcpIds.map(() => null))
  }
  const calls = input.previousCalls && arrange('previousCalls', numberColumn(input.previousCalls))
  const attributes = attributeNames.map(
    (name) => [name, arrangeCodes(name, input.attributes?.[name])] as const,
  )
  const criteria = Object.entries(input.criteria).map(
    ([code, column]) => [code, arrange(code, column)] as const,
  )
  return {
    rows,
    hcpIds,
    referenceDay: input.referenceDay,
    criteria: Object.fromEntries(criteria),
    attributes: Object.fromEntries(attributes) as Record<AttributeName, CodeColumn>,
    previousSegment: arrangeCodes('previousSegment', input.previousSegment),
    previousCalls: calls?.kind === 'number' ? calls.values : null,
  }
}

function canonical(column: Column): Column {
  if (column.kind === 'number') return column.values.every(isPlain) ? column : numberColumn(column.values)
  if (column.kind !== 'code') return column
  const used = new Set(column.values)
  const codes = column.dictionary.filter((_, index) => used.has(index))
  const isBoolean =
    column.dictionary.length === 2 && column.dictionary[0] === 'false' && column.dictionary[1] === 'true'
  if (isBoolean) return column
  const dictionary = [...codes].sort((left, right) => (left < right ? -1 : 1))
  const indexes = Int32Array.from(column.dictionary, (code) => dictionary.indexOf(code))
  return { kind: 'code', dictionary, values: column.values.map((value) => indexes[value] ?? -1) }
}

/** Finite or NaN, and not −0. */
function isPlain(value: number): boolean {
  return Number.isFinite(value) ? !Object.is(value, -0) : Number.isNaN(value)
}
