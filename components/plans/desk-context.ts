'use client'
import { createContext, useContext } from 'react'
import type { Editor, EditorState } from '#src/client/plans/plan-editor.ts'
import type { PlanDto } from '#src/contracts/plan-document.ts'
import type { LimitBreach } from '#src/engine/index.ts'
import type { PlanWords } from './plan-words.ts'

/** What every part of a plan's screen works with. */
export type Desk = {
  plan: PlanDto
  editor: Editor
  state: EditorState
  words: PlanWords
  editable: boolean
  /** The limits that leave a change to the manager, by hcp. */
  waiting: ReadonlyMap<string, readonly LimitBreach[]>
  /** Asks for another frequency of one hcp; says what happened, with the way back. */
  setContacts: (hcpId: string, channel: string, proposed: number) => void
  setWords: (hcpId: string, words: { reason?: string | null; comment?: string | null }) => void
  remove: (hcpIds: readonly string[]) => void
  backToTheory: (hcpIds: readonly string[]) => void
  toggleDetail: (hcpId: string) => void
}

export const DeskContext = createContext<Desk | null>(null)

export function useDesk(): Desk {
  const desk = useContext(DeskContext)
  if (!desk) throw new Error('a part of the plan stands outside its desk')
  return desk
}
