import type { ImportColumn } from '#src/contracts/import-columns.ts'
import { plainWords } from './read-cell.ts'

export type MatchedHeaders = {
  /** For each column of the kind, where it stands in the file; −1 = absent. */
  positions: number[]
  missing: string[]
  twice: string[]
  ignored: string[]
}

/** Which cell of a row is which column: by header, French or English, in any order. */
export function matchHeaders(columns: readonly ImportColumn[], header: readonly string[]): MatchedHeaders {
  const wanted = new Map<string, number>()
  columns.forEach((column, index) => {
    for (const name of column.headers) if (!wanted.has(plainWords(name))) wanted.set(plainWords(name), index)
  })
  const matched: MatchedHeaders = { positions: columns.map(() => -1), missing: [], twice: [], ignored: [] }
  header.forEach((name, position) => {
    const index = wanted.get(plainWords(name))
    if (index === undefined) {
      if (name.trim() !== '') matched.ignored.push(name.trim().slice(0, 60))
    } else if (matched.positions[index] === -1) matched.positions[index] = position
    else matched.twice.push(columns[index]?.key ?? '')
  })
  columns.forEach((column, index) => {
    if (column.column && matched.positions[index] === -1) matched.missing.push(column.key)
  })
  return matched
}
