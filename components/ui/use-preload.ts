'use client'
import { useEffect } from 'react'

/** Fetches once the page is drawn the code of parts that open later, so that they open at once. `load` is a constant. */
export function usePreload(load: () => Promise<unknown>): void {
  useEffect(() => {
    // The network failed: the part is asked for again when it opens.
    load().catch(() => undefined)
  }, [load])
}
