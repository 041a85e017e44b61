import type { StrategyParts } from '#src/contracts/strategy.ts'
import { rowContacts } from '#src/engine/index.ts'

export type Grid = StrategyParts['grid']
export type GridRow = Grid['rows'][number]

/** A column of the sheet: contacts of a channel, or presentations of a product in it. */
export type GridColumn = { channel: string; product: string | null }
export type Cell = { segment: string; column: GridColumn }

export const highest = 366

export const rowOf = (grid: Grid, segment: string, channel: string): GridRow | undefined =>
  grid.rows.find((row) => row.segment === segment && row.channel === channel)

/** What a cell shows: contacts as the engine will ask for them, or presentations. */
export function cellValue(grid: Grid, { segment, column }: Cell): number {
  const row = rowOf(grid, segment, column.channel)
  if (!row) return 0
  if (column.product === null) return rowContacts(row, grid.combine, null)
  return row.presentations.find(({ product }) => product === column.product)?.presentations ?? 0
}

const bounded = (value: number) => Math.min(highest, Math.max(0, Math.round(value)))

/** A row stays coherent: products fit in its contacts, credit is never under them, the minimum never above. */
function coherent(row: GridRow, combine: Grid['combine']): GridRow {
  const contacts = rowContacts(row, combine, null)
  return {
    ...row,
    contacts,
    maxCredited: row.maxCredited === null ? null : Math.max(row.maxCredited, contacts),
    minimum: Math.min(row.minimum, contacts),
  }
}

const blank = (segment: string, channel: string, priority: number): GridRow => ({
  segment,
  channel,
  contacts: 0,
  maxCredited: null,
  minimum: 1,
  priority,
  presentations: [],
})

function withRow(grid: Grid, changed: GridRow): Grid {
  const row = coherent(changed, grid.combine)
  const empty = row.contacts === 0 && row.presentations.length === 0
  const others = grid.rows.filter(
    ({ segment, channel }) => segment !== row.segment || channel !== row.channel,
  )
  const at = grid.rows.findIndex(({ segment, channel }) => segment === row.segment && channel === row.channel)
  if (empty) return { ...grid, rows: others }
  return { ...grid, rows: others.toSpliced(at < 0 ? others.length : at, 0, row) }
}

/** Under fewer contacts, presentations are cut to what still fits. */
function withContacts(row: GridRow, contacts: number, combine: Grid['combine']): GridRow {
  let left = contacts
  const presentations = row.presentations.flatMap((one) => {
    const shown = Math.min(one.presentations, combine === 'max' ? contacts : left)
    left -= shown
    return shown > 0 ? [{ ...one, presentations: shown }] : []
  })
  return { ...row, contacts, presentations }
}

function withPresentations(row: GridRow, product: string, presentations: number): GridRow {
  const others = row.presentations.filter((one) => one.product !== product)
  if (presentations === 0) return { ...row, presentations: others }
  const position =
    row.presentations.find((one) => one.product === product)?.position ?? Math.min(others.length + 1, 9)
  return {
    ...row,
    presentations: [...others, { product, presentations, position }].toSorted(
      (left, right) => left.position - right.position,
    ),
  }
}

/** The grid with another number in one cell; `priority` is that of a row that does not exist yet. */
export function setCell(grid: Grid, { segment, column }: Cell, value: number, priority: number): Grid {
  const row =
    rowOf(grid, segment, column.channel) ??
    blank(segment, column.channel, Math.min(Math.max(priority, 1), 99))
  const next = bounded(value)
  const changed =
    column.product === null
      ? withContacts(row, next, grid.combine)
      : withPresentations(row, column.product, next)
  return withRow(grid, changed)
}

/** The grid with another credit, minimum, priority or position in an existing row. */
export function changeRow(
  grid: Grid,
  segment: string,
  channel: string,
  change: Partial<Pick<GridRow, 'maxCredited' | 'minimum' | 'priority'>>,
): Grid {
  const row = rowOf(grid, segment, channel)
  return row ? withRow(grid, { ...row, ...change }) : grid
}

export function setPosition(grid: Grid, { segment, column }: Cell, position: number): Grid {
  const row = rowOf(grid, segment, column.channel)
  if (!row) return grid
  const presentations = row.presentations
    .map((one) => (one.product === column.product ? { ...one, position } : one))
    .toSorted((left, right) => left.position - right.position)
  return withRow(grid, { ...row, presentations })
}

/** A block copied from a spreadsheet; a cell that is no number is null and changes nothing. */
export function parseBlock(text: string): (number | null)[][] {
  return text
    .replace(/\r?\n$/, '')
    .split(/\r?\n/)
    .map((line) =>
      line.split('\t').map((cell) => {
        const plain = cell.trim().replace(',', '.')
        if (plain === '' || plain === '·' || plain === '–' || plain === '-') return 0
        const value = Number(plain)
        return Number.isFinite(value) ? value : null
      }),
    )
}

/** The grid with a block written from one cell on, rightwards and downwards, as far as the sheet goes. */
export function pasteBlock(
  grid: Grid,
  block: readonly (readonly (number | null)[])[],
  from: { row: number; column: number },
  sheet: { segments: readonly { code: string; rank: number }[]; columns: readonly GridColumn[] },
): Grid {
  return block.reduce<Grid>(
    (before, line, down) =>
      line.reduce<Grid>((so, value, right) => {
        const segment = sheet.segments[from.row + down]
        const column = sheet.columns[from.column + right]
        if (value === null || !segment || !column) return so
        return setCell(so, { segment: segment.code, column }, value, segment.rank)
      }, before),
    grid,
  )
}
