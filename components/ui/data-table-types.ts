import type { ReactNode } from 'react'

export type CellTint = 'under' | 'over' | 'risk'

export type Column<Row> = {
  id: string
  header: ReactNode
  cell: (row: Row) => ReactNode
  /** Makes the column sortable; null goes last, either way. */
  sortValue?: (row: Row) => string | number | null
  /** Numbers go right. */
  align?: 'left' | 'right'
  width?: number | string
  /** False: hidden under 768 px. */
  phone?: boolean
  /** Off-plan cells only. */
  tint?: (row: Row) => CellTint | null
  footer?: ReactNode
}

export type RowGroup = {
  key: string
  label: ReactNode
  /** By column id: subtotals of the group. */
  cells?: Record<string, ReactNode>
}

export type Sorting = { id: string; desc: boolean }

export type TableItem<Row> =
  | { kind: 'group'; key: string; group: RowGroup }
  | { kind: 'row'; key: string; row: Row }
  | { kind: 'detail'; key: string; row: Row; content: ReactNode }

export const itemHeight = { group: 34, row: 44, detail: 72 } as const
