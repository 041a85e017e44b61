'use client'
import { useCallback, useState } from 'react'

type History<Value> = { past: readonly Value[]; present: Value; future: readonly Value[] }

const depth = 100

export type Undo<Value> = {
  present: Value
  change: (next: Value) => void
  undo: () => void
  redo: () => void
  /** Another present, with no way back. */
  reset: (value: Value) => void
  canUndo: boolean
  canRedo: boolean
}

export function useUndo<Value>(start: Value): Undo<Value> {
  const [{ past, present, future }, set] = useState<History<Value>>({ past: [], present: start, future: [] })
  const change = useCallback((next: Value) => {
    set((now) =>
      next === now.present
        ? now
        : { past: [...now.past, now.present].slice(-depth), present: next, future: [] },
    )
  }, [])
  const undo = useCallback(() => {
    set((now) => {
      const before = now.past.at(-1)
      return before === undefined
        ? now
        : { past: now.past.slice(0, -1), present: before, future: [now.present, ...now.future] }
    })
  }, [])
  const redo = useCallback(() => {
    set((now) => {
      const [after, ...later] = now.future
      return after === undefined ? now : { past: [...now.past, now.present], present: after, future: later }
    })
  }, [])
  const reset = useCallback((value: Value) => set({ past: [], present: value, future: [] }), [])
  return { present, change, undo, redo, reset, canUndo: past.length > 0, canRedo: future.length > 0 }
}
