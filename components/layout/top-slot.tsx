'use client'
import { createContext, useContext, type ReactNode } from 'react'
import { createPortal } from 'react-dom'

export const TopSlotContext = createContext<HTMLElement | null>(null)

/** What a screen puts in the top bar, beside the search: its save state, a running task. */
export function TopSlot({ children }: { children: ReactNode }) {
  const place = useContext(TopSlotContext)
  return place ? createPortal(children, place) : null
}
