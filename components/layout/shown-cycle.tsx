'use client'
import { createContext, useContext, useEffect } from 'react'

export const ShownCycleContext = createContext<(cycleId: string | null) => void>(() => {})

/** Tells the frame which cycle a screen speaks of, where its address does not say: a sector plan. */
export function useShownCycle(cycleId: string): void {
  const show = useContext(ShownCycleContext)
  useEffect(() => {
    show(cycleId)
    return () => show(null)
  }, [show, cycleId])
}
