'use client'
import { useState } from 'react'

/** What a form holds, and the id of the command that would save exactly that: sent twice, it has one effect. */
export function useDraft<T extends object>(first: T) {
  const [state, setState] = useState(() => ({ draft: first, commandId: crypto.randomUUID() as string }))
  const set = (part: Partial<T>) =>
    setState(({ draft }) => ({ draft: { ...draft, ...part }, commandId: crypto.randomUUID() }))
  return { ...state, set }
}
