'use client'
import { useState, type ClipboardEvent, type KeyboardEvent } from 'react'

export type Place = { row: number; column: number }

type Sheet = {
  rows: number
  columns: number
  locked: boolean
  valueAt: (place: Place) => number
  onWrite: (place: Place, value: number) => void
  onPaste: (place: Place, text: string) => void
  onUndo: () => void
  onRedo: () => void
}

const clamp = (value: number, size: number) => Math.max(0, Math.min(size - 1, value))

/** The keyboard of a spreadsheet: arrows, Enter, digits, Delete, Ctrl D, copy, paste, undo. */
export function useSheetKeys(sheet: Sheet) {
  const [place, setPlace] = useState<Place>({ row: 0, column: 0 })
  /** What is being typed; null = nothing. */
  const [typed, setTyped] = useState<string | null>(null)

  function go(down: number, right: number) {
    setPlace((now) => ({
      row: clamp(now.row + down, sheet.rows),
      column: clamp(now.column + right, sheet.columns),
    }))
  }
  function commit() {
    if (typed !== null && typed !== '') sheet.onWrite(place, Number(typed))
    setTyped(null)
  }
  function select(next: Place) {
    commit()
    setPlace(next)
  }

  function withControl(event: KeyboardEvent): boolean {
    const key = event.key.toLowerCase()
    if (key === 'z' && !event.shiftKey) sheet.onUndo()
    else if (key === 'y' || (key === 'z' && event.shiftKey)) sheet.onRedo()
    else if (key === 'd' && place.row > 0 && !sheet.locked)
      sheet.onWrite(place, sheet.valueAt({ ...place, row: place.row - 1 }))
    else return false
    return true
  }

  function plain(event: KeyboardEvent): boolean {
    const moves: Record<string, [number, number]> = {
      ArrowDown: [1, 0],
      ArrowUp: [-1, 0],
      ArrowRight: [0, 1],
      ArrowLeft: [0, -1],
      Enter: [event.shiftKey ? -1 : 1, 0],
    }
    const move = moves[event.key]
    if (move) {
      commit()
      go(...move)
      return true
    }
    if (event.key === 'Home' || event.key === 'End') {
      commit()
      setPlace((now) => ({ ...now, column: event.key === 'Home' ? 0 : sheet.columns - 1 }))
      return true
    }
    if (event.key === 'Escape') {
      setTyped(null)
      return true
    }
    if (sheet.locked) return false
    if (/^\d$/.test(event.key)) {
      setTyped((so) => `${so ?? ''}${event.key}`.slice(0, 3))
      return true
    }
    if (event.key === 'Backspace' && typed !== null) {
      setTyped(typed.slice(0, -1))
      return true
    }
    if (event.key === 'Delete' || event.key === 'Backspace') {
      sheet.onWrite(place, 0)
      return true
    }
    if (event.key === '+' || event.key === '-') {
      sheet.onWrite(place, sheet.valueAt(place) + (event.key === '+' ? 1 : -1))
      return true
    }
    return false
  }

  function onKeyDown(event: KeyboardEvent) {
    const handled = event.ctrlKey || event.metaKey ? withControl(event) : !event.altKey && plain(event)
    if (handled) event.preventDefault()
  }
  function onPaste(event: ClipboardEvent) {
    if (sheet.locked) return
    event.preventDefault()
    sheet.onPaste(place, event.clipboardData.getData('text/plain'))
  }
  function onCopy(event: ClipboardEvent) {
    event.preventDefault()
    event.clipboardData.setData('text/plain', String(sheet.valueAt(place)))
  }
  return { place, select, typed, commit, onKeyDown, onPaste, onCopy }
}
