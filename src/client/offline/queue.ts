import { ORPCError } from '@orpc/client'

/** One thing entered on this device and not yet known to the server. Ids and values only, never names. */
export type QueueEntry = {
  /** The client id of the command: sent twice it is kept once. */
  id: string
  kind: string
  input: unknown
  /** When it was entered, ISO. */
  at: string
  /** Refused by the server: shown until somebody decides, never dropped in silence. */
  refusal: { code: string; reason: string; params: Record<string, string | number> } | null
}

export type QueueState = { waiting: readonly QueueEntry[]; refused: readonly QueueEntry[]; sending: boolean }

/** Sends one entry; throws what the API threw. */
export type Sender = (input: unknown) => Promise<unknown>

/** Where entries survive a closed tab or a dead battery. */
export type Store = { read: () => string | null; write: (text: string) => void }

export type OfflineQueue = {
  state: () => QueueState
  subscribe: (listener: () => void) => () => void
  add: (entry: Omit<QueueEntry, 'refusal'>) => void
  /** Takes back an entry that was not sent yet; false when it is too late. */
  cancel: (id: string) => boolean
  /** Forgets a refused entry, or sends it again. */
  dismiss: (id: string) => void
  retry: (id: string) => void
  /** Sends what waits, in order, until the network fails. */
  flush: () => Promise<void>
  /** Reads again what another tab wrote. */
  reload: () => void
}

// The network or the server failed: the entry is good, and waits. Anything else is the server's answer to it.
const mayRetry = (error: unknown) =>
  !(error instanceof ORPCError) || error.status >= 500 || error.status === 401 || error.status === 429

function refusalOf(error: unknown): QueueEntry['refusal'] {
  if (!(error instanceof ORPCError)) return { code: 'BROKEN', reason: '', params: {} }
  const data = error.data as { reason?: string; params?: Record<string, string | number> } | undefined
  return { code: error.code, reason: data?.reason ?? '', params: data?.params ?? {} }
}

function parse(text: string | null): QueueEntry[] {
  try {
    const entries: unknown = JSON.parse(text ?? '[]')
    return Array.isArray(entries) ? entries : []
  } catch {
    return []
  }
}

/**
 * Entries in the order they were made, kept in `store` before anything is sent. Sending stops at the first failure of
 * the network and goes on from there; an entry that the server refuses steps aside with its reason and the others go on.
 */
export function createQueue(
  store: Store,
  senders: Readonly<Record<string, Sender>>,
  onSent: (entry: QueueEntry, answer: unknown) => void = () => undefined,
): OfflineQueue {
  let entries = parse(store.read())
  let flushing: Promise<void> | null = null
  let inFlight: string | null = null
  const listeners = new Set<() => void>()
  const view = (): QueueState => ({
    waiting: entries.filter(({ refusal }) => refusal === null),
    refused: entries.filter(({ refusal }) => refusal !== null),
    sending: flushing !== null,
  })
  let current = view()
  function changed() {
    current = view()
    for (const listener of listeners) listener()
  }
  function save(next: QueueEntry[]) {
    entries = next
    store.write(JSON.stringify(entries))
    changed()
  }
  const without = (id: string) => entries.filter((entry) => entry.id !== id)

  async function sendAll() {
    for (;;) {
      const entry = entries.find(({ refusal }) => refusal === null)
      const send = entry && senders[entry.kind]
      if (!entry || !send) return
      inFlight = entry.id
      try {
        const answer = await send(entry.input)
        save(without(entry.id))
        onSent(entry, answer)
      } catch (error) {
        if (mayRetry(error)) return
        save(entries.map((one) => (one.id === entry.id ? { ...one, refusal: refusalOf(error) } : one)))
      } finally {
        inFlight = null
      }
    }
  }

  return {
    state: () => current,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    add: (entry) => save([...entries, { ...entry, refusal: null }]),
    cancel: (id) => {
      if (inFlight === id || !entries.some((entry) => entry.id === id)) return false
      save(without(id))
      return true
    },
    dismiss: (id) => save(without(id)),
    retry: (id) => save(entries.map((entry) => (entry.id === id ? { ...entry, refusal: null } : entry))),
    flush: () => {
      flushing ??= sendAll().finally(() => {
        flushing = null
        changed()
      })
      changed()
      return flushing
    },
    reload: () => {
      if (flushing) return
      entries = parse(store.read())
      changed()
    },
  }
}
