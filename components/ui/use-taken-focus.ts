'use client'
import { useLayoutEffect, useRef } from 'react'

/** The ref of an element that takes the focus from the closed form whose place it takes. */
export function useTakenFocus<Element extends HTMLElement>(take: boolean) {
  const ref = useRef<Element>(null)
  useLayoutEffect(() => {
    if (take) ref.current?.focus({ preventScroll: true })
  }, [take])
  return ref
}
