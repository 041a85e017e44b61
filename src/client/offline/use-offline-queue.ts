'use client'
import { useCallback, useEffect, useSyncExternalStore } from 'react'
import { browserQueue, onSent, type SentListener } from './browser-queue.ts'
import type { QueueEntry, QueueState } from './queue.ts'

const nothing: QueueState = { waiting: [], refused: [], sending: false }

/**
 * This person's entries that the server does not have yet, and the ways to add, take back and decide. `add` keeps the
 * entry on the device at once and sends it as soon as the network allows.
 */
export function useOfflineQueue(memberId: string) {
  const subscribe = useCallback(
    (listener: () => void) => browserQueue(memberId).subscribe(listener),
    [memberId],
  )
  const state = useSyncExternalStore(
    subscribe,
    () => browserQueue(memberId).state(),
    () => nothing,
  )
  useEffect(() => {
    void browserQueue(memberId).flush()
  }, [memberId])
  const add = useCallback(
    (entry: Omit<QueueEntry, 'refusal'>) => {
      const queue = browserQueue(memberId)
      queue.add(entry)
      void queue.flush()
    },
    [memberId],
  )
  const cancel = useCallback((id: string) => browserQueue(memberId).cancel(id), [memberId])
  const dismiss = useCallback((id: string) => browserQueue(memberId).dismiss(id), [memberId])
  const retry = useCallback(
    (id: string) => {
      const queue = browserQueue(memberId)
      queue.retry(id)
      void queue.flush()
    },
    [memberId],
  )
  return { ...state, add, cancel, dismiss, retry }
}

/** Runs when an entry of this kind reached the server. */
export function useOnSent(kind: string, listener: SentListener): void {
  useEffect(
    () => onSent((entry, answer) => (entry.kind === kind ? listener(entry, answer) : undefined)),
    [kind, listener],
  )
}

const watchNetwork = (listener: () => void) => {
  window.addEventListener('online', listener)
  window.addEventListener('offline', listener)
  return () => {
    window.removeEventListener('online', listener)
    window.removeEventListener('offline', listener)
  }
}

/** Whether the device believes that it has a network. */
export const useOnline = (): boolean =>
  useSyncExternalStore(
    watchNetwork,
    () => navigator.onLine,
    () => true,
  )
