'use client'
import { useTranslations } from 'next-intl'
import { useCallback, useMemo, useRef, useState, type CSSProperties, type ReactNode } from 'react'
import { DataTableHead } from './data-table-head.tsx'
import { DataTableGroup, DataTableRow } from './data-table-row.tsx'
import { itemHeight, type Column, type RowGroup, type Sorting } from './data-table-types.ts'
import { TickBox } from './tick-box.tsx'
import { usePhoneKnown } from './use-phone.ts'
import { useRowKeys } from './use-row-keys.ts'
import { useRowWindow } from './use-row-window.ts'
import { useTableItems } from './use-table-items.ts'
import classes from './data-table.module.css'

export type { Column, RowGroup, Sorting } from './data-table-types.ts'

export type DataTableProps<Row> = {
  /** Says to a screen reader what the table holds. */
  label: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowId: (row: Row) => string
  /** Sort at first; with `onSort`, the sort in force, kept by the caller (in the address). */
  sorting?: Sorting | null
  onSort?: (sorting: Sorting | null) => void
  groupOf?: (row: Row) => RowGroup
  /** Content of an inline row under this one; null = closed. */
  detailOf?: (row: Row) => ReactNode
  /** 2-px bar at the left of lines that changed. */
  changeOf?: (row: Row) => 'brand' | 'risk' | 'under' | null
  mutedOf?: (row: Row) => boolean
  selected?: ReadonlySet<string>
  onSelect?: (selected: Set<string>) => void
  activeId?: string | null
  onOpen?: (row: Row) => void
  /** One line as a card under 768 px. */
  phoneRow?: (row: Row) => ReactNode
  rowHeight?: number
  /** Its own scrolling box of that height; otherwise it scrolls with the page. */
  maxHeight?: number | string
  /** Draws the columns' `footer` as a total line. */
  footer?: boolean
  empty?: ReactNode
}

const wholeUpTo = 80
const nothing: ReadonlySet<string> = new Set()

/** The one table: sorted by its headers, grouped, selected, walked with the arrows, drawn only where it is seen. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const {
    columns,
    rows,
    rowId,
    selected = nothing,
    onSelect,
    rowHeight = itemHeight.row,
    maxHeight,
    phoneRow,
  } = props
  const t = useTranslations('common.table')
  const known = usePhoneKnown()
  const phone = known === true && phoneRow !== undefined
  // Before the browser says which, both are drawn and the style sheet shows one.
  const either = known === null && phoneRow !== undefined
  const box = useRef<HTMLDivElement>(null)
  const [ownSorting, setOwnSorting] = useState<Sorting | null>(props.sorting ?? null)
  const sorting = props.onSort ? (props.sorting ?? null) : ownSorting
  const [collapsed, setCollapsed] = useState<ReadonlySet<string>>(nothing)
  const { groupOf, detailOf } = props
  const items = useTableItems({ columns, rows, rowId, sorting, groupOf, detailOf, collapsed })
  const view = useRowWindow({
    count: items.length,
    sizeOf: (index) => {
      const kind = items[index]?.kind ?? 'row'
      return kind === 'row' ? (phone ? 108 : rowHeight) : itemHeight[kind]
    },
    keyOf: (index) => items[index]?.key ?? String(index),
    box,
    boxed: maxHeight !== undefined,
    enabled: items.length > wholeUpTo,
  })
  const keys = useRowKeys({
    items,
    box,
    scrollTo: view.scrollTo,
    onOpen: props.onOpen,
    onToggle: onSelect && toggle,
  })
  const ids = useMemo(() => rows.map(rowId), [rows, rowId])
  // Cards are one cell wide: a detail that spans more would squeeze them all.
  const span = phone ? 1 : columns.length + (onSelect ? 1 : 0)

  function toggle(id: string) {
    const next = new Set(selected)
    if (!next.delete(id)) next.add(id)
    onSelect?.(next)
  }
  const fold = useCallback((key: string) => {
    setCollapsed((before) => {
      const next = new Set(before)
      if (!next.delete(key)) next.add(key)
      return next
    })
  }, [])

  if (rows.length === 0 && props.empty) return props.empty
  const style = { '--row-height': `${rowHeight}px`, maxHeight } as CSSProperties
  const spacer = (height: number) =>
    height > 0 && <tr aria-hidden className={classes.spacer} style={{ height }} />
  return (
    <div
      ref={box}
      className={classes.box}
      data-boxed={maxHeight !== undefined || undefined}
      data-either={either || undefined}
      style={style}
    >
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys bubble up from the focusable rows, of which one is a stop of the Tab key */}
      <table
        className={classes.table}
        aria-label={props.label}
        aria-rowcount={items.length}
        onKeyDown={keys.onKeyDown}
      >
        {!phone && (
          <DataTableHead
            columns={columns}
            sorting={sorting}
            onSort={props.onSort ?? setOwnSorting}
            lead={
              onSelect && (
                <TickBox
                  label={t('selectAll')}
                  checked={ids.length > 0 && selected.size === ids.length}
                  indeterminate={selected.size > 0 && selected.size < ids.length}
                  onChange={() => onSelect(new Set(selected.size === ids.length ? [] : ids))}
                />
              )
            }
          />
        )}
        <tbody>
          {spacer(view.before)}
          {view.items.map(({ index, key }) => {
            const item = items[index]
            if (!item) return null
            if (item.kind === 'group') {
              const open = !collapsed.has(item.group.key)
              return (
                <DataTableGroup
                  key={key}
                  group={item.group}
                  columns={phone ? columns.slice(0, 1) : columns}
                  lead={onSelect !== undefined && !phone}
                  open={open}
                  onFold={fold}
                  index={index}
                  measure={view.measure}
                />
              )
            }
            if (item.kind === 'detail') {
              return (
                <tr key={key} data-index={index} ref={view.measure} className={classes.detail}>
                  <td colSpan={span}>{item.content}</td>
                </tr>
              )
            }
            return (
              <DataTableRow
                key={key}
                id={key}
                row={item.row}
                columns={columns}
                card={phone || either ? phoneRow : undefined}
                cells={!phone}
                index={index}
                measure={view.measure}
                change={props.changeOf?.(item.row) ?? null}
                muted={props.mutedOf?.(item.row) ?? false}
                selected={selected.has(key)}
                active={props.activeId === key}
                focusable={keys.focusable}
                tabStop={keys.tabStop === key}
                onOpen={props.onOpen}
                onToggle={onSelect && toggle}
                selectLabel={t('selectRow')}
              />
            )
          })}
          {spacer(view.after)}
        </tbody>
        {props.footer && !phone && (
          <tfoot>
            <tr>
              {onSelect && <td>{'\u00a0'}</td>}
              {columns.map((column) => (
                <td
                  key={column.id}
                  data-align={column.align}
                  data-phone={column.phone === false ? 'no' : undefined}
                >
                  {column.footer}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  )
}
