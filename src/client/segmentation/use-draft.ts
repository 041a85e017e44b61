'use client'
import { useCallback, useMemo, useReducer } from 'react'
import type { Configuration } from '#src/contracts/cycle-configuration.ts'

export type Draft = Pick<Configuration, 'universe' | 'segmentations'>

type State = { past: Draft[]; present: Draft; future: Draft[]; live: Draft | null; saved: Draft }
type Step =
  | { kind: 'commit' | 'preview' | 'saved' | 'load'; draft: Draft }
  | { kind: 'undo' | 'redo' | 'settle' }

const mostSteps = 100

function reduce(state: State, step: Step): State {
  const { past, present, future } = state
  switch (step.kind) {
    case 'commit':
      return {
        ...state,
        past: [...past, present].slice(-mostSteps),
        present: step.draft,
        future: [],
        live: null,
      }
    case 'preview':
      return { ...state, live: step.draft }
    case 'settle':
      return { ...state, live: null }
    case 'saved':
      return { ...state, saved: step.draft }
    case 'load':
      // What somebody else saved comes in as a step: one's own work is one undo away.
      return { past: [...past, present], present: step.draft, future: [], live: null, saved: step.draft }
    case 'undo': {
      const before = past.at(-1)
      return before
        ? { ...state, past: past.slice(0, -1), present: before, future: [present, ...future], live: null }
        : state
    }
    case 'redo': {
      const [after, ...rest] = future
      return after ? { ...state, past: [...past, present], present: after, future: rest, live: null } : state
    }
  }
}

export type DraftHistory = {
  /** What is shown: the move under way, else the last step. */
  draft: Draft
  isDirty: boolean
  canUndo: boolean
  canRedo: boolean
  commit: (draft: Draft) => void
  /** While dragging: shown, not a step. */
  preview: (draft: Draft) => void
  settle: () => void
  undo: () => void
  redo: () => void
  markSaved: (draft: Draft) => void
  load: (draft: Draft) => void
}

/** The work on a segmentation, one undo step a change. */
export function useDraft(initial: Draft): DraftHistory {
  const [state, dispatch] = useReducer(reduce, initial, (saved) => ({
    past: [],
    present: saved,
    future: [],
    live: null,
    saved,
  }))
  const commit = useCallback((draft: Draft) => dispatch({ kind: 'commit', draft }), [])
  const preview = useCallback((draft: Draft) => dispatch({ kind: 'preview', draft }), [])
  const settle = useCallback(() => dispatch({ kind: 'settle' }), [])
  const undo = useCallback(() => dispatch({ kind: 'undo' }), [])
  const redo = useCallback(() => dispatch({ kind: 'redo' }), [])
  const markSaved = useCallback((draft: Draft) => dispatch({ kind: 'saved', draft }), [])
  const load = useCallback((draft: Draft) => dispatch({ kind: 'load', draft }), [])
  const { present, saved } = state
  const isDirty = useMemo(
    () => present !== saved && JSON.stringify(present) !== JSON.stringify(saved),
    [present, saved],
  )
  return {
    draft: state.live ?? present,
    isDirty,
    canUndo: state.past.length > 0,
    canRedo: state.future.length > 0,
    commit,
    preview,
    settle,
    undo,
    redo,
    markSaved,
    load,
  }
}
