'use client'
import { useMemo, type ReactNode } from 'react'
import type { Column, RowGroup, Sorting, TableItem } from './data-table-types.ts'

const words = new Intl.Collator('fr', { numeric: true, sensitivity: 'base' })

/** Ties keep the given order, missing values go last whichever the direction. */
function sortRows<Row>(rows: readonly Row[], columns: readonly Column<Row>[], sorting: Sorting | null) {
  const value = columns.find(({ id }) => id === sorting?.id)?.sortValue
  if (!sorting || !value) return rows
  const sign = sorting.desc ? -1 : 1
  return rows
    .map((row) => ({ row, value: value(row) }))
    .toSorted(({ value: a }, { value: b }) => {
      if (a === null || b === null) return Number(a === null) - Number(b === null)
      if (typeof a === 'number' && typeof b === 'number') return sign * (a - b)
      return sign * words.compare(String(a), String(b))
    })
    .map(({ row }) => row)
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
  const sorted = useMemo(() => sortRows(rows, columns, sorting), [rows, columns, sorting])
  return useMemo(() => {
    const items: TableItem<Row>[] = []
    const push = (row: Row) => {
      const id = rowId(row)
      items.push({ kind: 'row', key: id, row })
      const content = detailOf?.(row)
      if (content) items.push({ kind: 'detail', key: `${id}:detail`, row, content })
    }
    if (!groupOf) {
      for (const row of sorted) push(row)
      return items
    }
    const groups = new Map<string, { group: RowGroup; members: Row[] }>()
    for (const row of sorted) {
      const group = groupOf(row)
      const known = groups.get(group.key)
      if (known) known.members.push(row)
      else groups.set(group.key, { group, members: [row] })
    }
    for (const { group, members } of groups.values()) {
      items.push({ kind: 'group', key: `group:${group.key}`, group })
      if (!collapsed.has(group.key)) for (const row of members) push(row)
    }
    return items
  }, [sorted, rowId, groupOf, detailOf, collapsed])
}
