'use client'
import { client } from '../api.ts'
import { deviceDay } from './device-day.ts'
import { createQueue, type OfflineQueue, type QueueEntry, type Sender } from './queue.ts'

/** How each kind of entry is sent. A screen that works offline adds its line here. */
const senders: Readonly<Record<string, Sender>> = {
  answer: (queued) => {
    // What is queued was typed by the hook that queued it: the contract checks it again on arrival.
    const { observedOn, ...input } = queued as Parameters<typeof client.qualification.answer>[0]
    // Sent the day it was given, the server's own day is the right one.
    const late = observedOn !== undefined && observedOn !== deviceDay()
    return client.qualification.answer(late ? { ...input, observedOn } : input)
  },
  call: (queued) => client.calls.log(queued as Parameters<typeof client.calls.log>[0]),
}

export type SentListener = (entry: QueueEntry, answer: unknown) => void

const every = 15_000
const queues = new Map<string, OfflineQueue>()
const sentListeners = new Set<SentListener>()

/** Tells when an entry reached the server. */
export function onSent(listener: SentListener): () => void {
  sentListeners.add(listener)
  return () => sentListeners.delete(listener)
}

/** This person's queue on this device; another account on the same device has its own. */
export function browserQueue(memberId: string): OfflineQueue {
  const known = queues.get(memberId)
  if (known) return known
  const key = `visee:queue:${memberId}`
  const store = {
    read: () => localStorage.getItem(key),
    write: (text: string) => localStorage.setItem(key, text),
  }
  const made = createQueue(store, senders, (entry, answer) => {
    for (const listener of sentListeners) listener(entry, answer)
  })
  const send = async () => {
    made.reload()
    await made.flush()
  }
  // One tab sends at a time: two would put the same entries out of order. Without locks the client id still holds.
  const flush = async () => {
    if (made.state().waiting.length === 0) return
    await ('locks' in navigator ? navigator.locks.request(key, send) : send())
  }
  const queue: OfflineQueue = { ...made, flush }
  window.addEventListener('online', () => void flush())
  window.addEventListener('storage', (event) => {
    if (event.key === key) made.reload()
  })
  document.addEventListener('visibilitychange', () => void flush())
  setInterval(() => void flush(), every)
  queues.set(memberId, queue)
  return queue
}
