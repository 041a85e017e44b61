'use client'
import {
  getCoreRowModel,
  getSortedRowModel,
  useReactTable,
  type ColumnDef,
  type SortingState,
} from '@tanstack/react-table'
import { useMemo, type ReactNode } from 'react'
import type { Column, RowGroup, Sorting, TableItem } from './data-table-types.ts'

const words = new Intl.Collator('fr', { numeric: true, sensitivity: 'base' })

function compare(a: unknown, b: unknown): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  return words.compare(String(a), String(b))
}

type Options<Row> = {
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowId: (row: Row) => string
  sorting: Sorting | null
  groupOf: ((row: Row) => RowGroup) | undefined
  detailOf: ((row: Row) => ReactNode) | undefined
  collapsed: ReadonlySet<string>
}

/** Rows sorted, put under their groups (in order of first appearance), with open details: what the table draws, in order. */
export function useTableItems<Row>({
  columns,
  rows,
  rowId,
  sorting,
  groupOf,
  detailOf,
  collapsed,
}: Options<Row>) {
  const defs = useMemo(
    (): ColumnDef<Row>[] =>
      columns.map((column) => ({
        id: column.id,
        accessorFn: (row) => column.sortValue?.(row) ?? undefined,
        enableSorting: column.sortValue !== undefined,
        sortUndefined: 'last' as const,
        sortingFn: (a, b, id) => compare(a.getValue(id), b.getValue(id)),
      })),
    [columns],
  )
  const data = useMemo(() => [...rows], [rows])
  const state = useMemo((): { sorting: SortingState } => ({ sorting: sorting ? [sorting] : [] }), [sorting])
  // oxlint-disable-next-line react/incompatible-library -- the React compiler is not used; the rows below are memoised by hand
  const table = useReactTable({
    data,
    columns: defs,
    state,
    getRowId: rowId,
    getCoreRowModel: getCoreRowModel(),
    getSortedRowModel: getSortedRowModel(),
  })
  const sorted = table.getSortedRowModel().rows
  return useMemo(() => {
    const items: TableItem<Row>[] = []
    const push = (id: string, row: Row) => {
      items.push({ kind: 'row', key: id, row })
      const content = detailOf?.(row)
      if (content) items.push({ kind: 'detail', key: `${id}:detail`, row, content })
    }
    if (!groupOf) {
      for (const { id, original } of sorted) push(id, original)
      return items
    }
    const groups = new Map<string, { group: RowGroup; members: { id: string; row: Row }[] }>()
    for (const { id, original } of sorted) {
      const group = groupOf(original)
      const known = groups.get(group.key)
      if (known) known.members.push({ id, row: original })
      else groups.set(group.key, { group, members: [{ id, row: original }] })
    }
    for (const { group, members } of groups.values()) {
      items.push({ kind: 'group', key: `group:${group.key}`, group })
      if (!collapsed.has(group.key)) for (const { id, row } of members) push(id, row)
    }
    return items
  }, [sorted, groupOf, detailOf, collapsed])
}
