'use client'
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Column, RowGroup } from './data-table-types.ts'
import { TickBox } from './tick-box.tsx'
import classes from './data-table.module.css'

type RowProps<Row> = {
  id: string
  row: Row
  columns: readonly Column<Row>[]
  card: ((row: Row) => ReactNode) | undefined
  cells: boolean
  index: number
  measure: (element: Element | null) => void
  change: 'brand' | 'risk' | 'under' | null
  muted: boolean
  selected: boolean
  active: boolean
  focusable: boolean
  tabStop: boolean
  onOpen: ((row: Row) => void) | undefined
  onToggle: ((id: string) => void) | undefined
  selectLabel: string
}

const interactive = 'a, button, input, select, textarea, label, [role="button"], [role="spinbutton"]'

export function DataTableRow<Row>({ measure, ...props }: RowProps<Row>) {
  const { id, row, columns, card, cells, onOpen, onToggle } = props
  return (
    <tr
      ref={measure}
      className={classes.row}
      data-index={props.index}
      data-row={id}
      data-change={props.change ?? undefined}
      data-muted={props.muted || undefined}
      data-selected={props.selected || props.active || undefined}
      data-opens={onOpen ? true : undefined}
      aria-selected={onToggle ? props.selected : undefined}
      aria-current={props.active || undefined}
      tabIndex={props.focusable ? (props.tabStop ? 0 : -1) : undefined}
      onClick={(event) => {
        const target = event.target instanceof Element ? event.target : null
        if (onOpen && !target?.closest(interactive)) onOpen(row)
      }}
    >
      {card && <td className={classes.card}>{card(row)}</td>}
      {cells && (
        <>
          {onToggle && (
            <td className={classes.lead}>
              <TickBox
                label={props.selectLabel}
                checked={props.selected}
                onChange={() => onToggle(id)}
                tabIndex={-1}
              />
            </td>
          )}
          {columns.map((column) => (
            <td
              key={column.id}
              data-align={column.align}
              data-phone={column.phone === false ? 'no' : undefined}
              data-tint={column.tint?.(row) ?? undefined}
            >
              {column.cell(row)}
            </td>
          ))}
        </>
      )}
    </tr>
  )
}

type GroupProps<Row> = {
  group: RowGroup
  columns: readonly Column<Row>[]
  lead: boolean
  open: boolean
  onFold: (key: string) => void
  index: number
  measure: (element: Element | null) => void
}

export function DataTableGroup<Row>({ group, columns, lead, open, onFold, index, measure }: GroupProps<Row>) {
  const Chevron = open ? IconChevronDown : IconChevronRight
  return (
    <tr className={classes.group} data-index={index} ref={measure}>
      {columns.map((column, position) => (
        <td
          key={column.id}
          colSpan={position === 0 && lead ? 2 : undefined}
          data-align={position === 0 ? undefined : column.align}
          data-phone={column.phone === false ? 'no' : undefined}
        >
          {position === 0 ? (
            <button
              type="button"
              className={classes.fold}
              aria-expanded={open}
              onClick={() => onFold(group.key)}
            >
              <Chevron size={14} stroke={1.9} aria-hidden />
              {group.label}
            </button>
          ) : (
            group.cells?.[column.id]
          )}
        </td>
      ))}
    </tr>
  )
}
