'use client'
import { useEffect, useState } from 'react'

/** A part whose code is fetched once the page is drawn; null until then: draw its closed form meanwhile. `load` is a constant. */
export function useAfterPaint<T>(load: () => Promise<T>): T | null {
  const [loaded, setLoaded] = useState<{ part: T } | null>(null)
  useEffect(() => {
    let wanted = true
    load().then(
      (part) => wanted && setLoaded({ part }),
      // The network failed: the closed form stays, the next page tries again.
      () => undefined,
    )
    return () => {
      wanted = false
    }
  }, [load])
  return loaded?.part ?? null
}
