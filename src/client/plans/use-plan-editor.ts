'use client'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState, useSyncExternalStore } from 'react'
import type { PlanDto } from '#src/contracts/plan-document.ts'
import { api } from '../api.ts'
import type { Editor, EditorState } from './plan-editor.ts'
import { createPlanSession, type PlanSession } from './plan-session.ts'
import type { QueueStatus } from './save-queue.ts'

export type PlanEditing = {
  session: PlanSession
  editor: Editor
  state: EditorState
  status: QueueStatus
  /** The revision that this screen has seen or made. */
  revision: number
}

/**
 * A plan being edited, saved by itself. The plan given starts a session; mount it again (with another key) to start from
 * another one. `onRefused` is told of a batch that the server would not keep.
 */
export function usePlanEditor(plan: PlanDto, onRefused: (error: unknown) => void): PlanEditing {
  const queryClient = useQueryClient()
  const [session] = useState(() => createPlanSession(plan))
  useEffect(() => {
    const readAgain = () => void queryClient.invalidateQueries({ queryKey: api.plans.key() })
    const stop = session.start({ onRefused, onOthers: readAgain })
    return () => {
      stop()
      void session.flush().then(readAgain)
    }
  }, [session, queryClient, onRefused])

  const { editor } = session
  const state = useSyncExternalStore(editor.subscribe, editor.getState, editor.getState)
  const { status, revision } = useSyncExternalStore(session.subscribe, session.getState, session.getState)
  return { session, editor, state, status, revision }
}
