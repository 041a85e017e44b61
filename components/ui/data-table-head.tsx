'use client'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Column, Sorting } from './data-table-types.ts'
import classes from './data-table.module.css'

type Props<Row> = {
  columns: readonly Column<Row>[]
  sorting: Sorting | null
  onSort: (sorting: Sorting | null) => void
  lead: ReactNode
}

/** Numbers are first asked from the largest, words from A. The third press gives back the given order. */
function nextSorting<Row>(column: Column<Row>, sorting: Sorting | null): Sorting | null {
  const first = column.align === 'right'
  if (sorting?.id !== column.id) return { id: column.id, desc: first }
  return sorting.desc === first ? { id: column.id, desc: !first } : null
}

export function DataTableHead<Row>({ columns, sorting, onSort, lead }: Props<Row>) {
  return (
    <thead>
      <tr>
        {lead && <th className={classes.lead}>{lead}</th>}
        {columns.map((column) => {
          const sorted = sorting?.id === column.id
          const Arrow = sorting?.desc ? IconArrowDown : IconArrowUp
          return (
            <th
              key={column.id}
              scope="col"
              style={{ width: column.width }}
              data-align={column.align}
              data-phone={column.phone === false ? 'no' : undefined}
              aria-sort={sorted ? (sorting.desc ? 'descending' : 'ascending') : undefined}
            >
              {column.sortValue ? (
                <button
                  type="button"
                  className={classes.sort}
                  onClick={() => onSort(nextSorting(column, sorting))}
                >
                  {column.header}
                  {sorted && <Arrow size={12} stroke={2} aria-hidden />}
                </button>
              ) : (
                column.header
              )}
            </th>
          )
        })}
      </tr>
    </thead>
  )
}
