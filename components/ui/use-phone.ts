'use client'
import { useSyncExternalStore } from 'react'

const query = '(max-width: 47.99em)'

function subscribe(onChange: () => void) {
  const list = window.matchMedia(query)
  list.addEventListener('change', onChange)
  return () => list.removeEventListener('change', onChange)
}

/** Under 768 px; null on the server and while its page wakes up, where only the style sheet knows. */
export const usePhoneKnown = (): boolean | null =>
  useSyncExternalStore<boolean | null>(
    subscribe,
    () => window.matchMedia(query).matches,
    () => null,
  )

/** True under 768 px. False on the server and at first paint, so that both draw the same. */
export const usePhone = () => usePhoneKnown() === true
