'use client'
import { useCallback, useState } from 'react'
import type { CallDto, CallWarning, LogCallInput } from '#src/contracts/calls.ts'
import { useOfflineQueue, useOnSent } from '../offline/use-offline-queue.ts'
import type { QueueEntry } from '../offline/queue.ts'
import { useFreshCalls } from './use-calls.ts'

export type Logged = { call: CallDto; warnings: CallWarning[] }

/** What became of the call just logged: kept on this device, known to the server, or refused by it. */
export type LogState =
  | { kind: 'waiting'; id: string }
  | { kind: 'sent'; id: string; logged: Logged }
  | { kind: 'refused'; id: string; refusal: NonNullable<QueueEntry['refusal']> }

/** Logs calls through the device's queue: kept at once, sent as soon as the network allows, once whatever happens. */
export function useLogCall(memberId: string) {
  const { waiting, refused, add, cancel, dismiss } = useOfflineQueue(memberId)
  const [lastId, setLastId] = useState<string | null>(null)
  const [logged, setLogged] = useState<ReadonlyMap<string, Logged>>(new Map())
  const fresh = useFreshCalls()
  const onSent = useCallback(
    (entry: QueueEntry, answer: unknown) => {
      // The queue hands back what the sender of this kind of entry was answered.
      setLogged((before) => new Map(before).set(entry.id, answer as Logged))
      fresh()
    },
    [fresh],
  )
  useOnSent('call', onSent)

  function log(input: Omit<LogCallInput, 'clientId'>) {
    const id = crypto.randomUUID()
    add({ id, kind: 'call', input: { ...input, clientId: id }, at: new Date().toISOString() })
    setLastId(id)
  }
  const calls = (entries: readonly QueueEntry[]) => entries.filter(({ kind }) => kind === 'call')
  const stateOf = (id: string): LogState => {
    const answer = logged.get(id)
    if (answer) return { kind: 'sent', id, logged: answer }
    const refusal = refused.find((entry) => entry.id === id)?.refusal
    return refusal ? { kind: 'refused', id, refusal } : { kind: 'waiting', id }
  }
  return {
    log,
    last: lastId === null ? null : stateOf(lastId),
    forget: () => setLastId(null),
    /** Takes back a call that was not sent yet; false when the server has it. */
    takeBack: cancel,
    dismiss,
    waiting: calls(waiting),
    refused: calls(refused),
  }
}
