'use client'
import { useState, type KeyboardEvent, type RefObject } from 'react'
import type { TableItem } from './data-table-types.ts'

type Options<Row> = {
  items: readonly TableItem<Row>[]
  box: RefObject<HTMLDivElement | null>
  scrollTo: (index: number) => void
  onOpen: ((row: Row) => void) | undefined
  onToggle: ((id: string) => void) | undefined
}

const page = 10
const moves: Record<string, (at: number, last: number) => number> = {
  ArrowDown: (at, last) => Math.min(at + 1, last),
  ArrowUp: (at) => Math.max(at - 1, 0),
  PageDown: (at, last) => Math.min(at + page, last),
  PageUp: (at) => Math.max(at - page, 0),
  Home: () => 0,
  End: (_, last) => last,
}

/** Arrows, page keys, Home and End walk the rows; Space selects, Enter opens. Fields inside a row keep their keys. */
export function useRowKeys<Row>({ items, box, scrollTo, onOpen, onToggle }: Options<Row>) {
  const [current, setCurrent] = useState<string | null>(null)
  const focusable = onOpen !== undefined || onToggle !== undefined
  const rows = items.flatMap((item, index) => (item.kind === 'row' ? [{ ...item, index }] : []))
  const tabStop = rows.some((row) => row.key === current) ? current : (rows[0]?.key ?? null)

  function focus(key: string, tries = 5) {
    const element = box.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(key)}"]`)
    if (element) element.focus()
    else if (tries > 0) requestAnimationFrame(() => focus(key, tries - 1))
  }

  function onKeyDown(event: KeyboardEvent<HTMLTableElement>) {
    const element = event.target instanceof HTMLElement ? event.target : null
    const key = element?.dataset.row
    if (!focusable || key === undefined || event.ctrlKey || event.metaKey || event.altKey) return
    const at = rows.findIndex((row) => row.key === key)
    const here = rows[at]
    if (!here) return
    const move = moves[event.key]
    if (move) {
      event.preventDefault()
      const next = rows[move(at, rows.length - 1)]
      if (!next) return
      setCurrent(next.key)
      scrollTo(next.index)
      focus(next.key)
    } else if (event.key === ' ' && onToggle) {
      event.preventDefault()
      onToggle(here.key)
    } else if (event.key === 'Enter' && onOpen) {
      event.preventDefault()
      onOpen(here.row)
    }
  }
  return { onKeyDown, tabStop, focusable }
}
