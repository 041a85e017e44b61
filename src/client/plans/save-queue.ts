import type { PlanChangeInput, SaveResult } from '#src/contracts/plan-commands.ts'

type Contacts = Record<string, number>
type Waiting = { contacts: Contacts; reason?: string | null; comment?: string | null }
type Batch = { commandId: string; changes: PlanChangeInput[] }
type Kept = { waiting: [string, Waiting][]; flying: Batch | null; since: string | null }

export type QueueStatus =
  | { kind: 'idle' }
  | { kind: 'saving' }
  | { kind: 'saved'; at: string }
  | { kind: 'waiting'; since: string; count: number }
  | { kind: 'failed' }

type Options = {
  /** Where what is not yet sent outlives the page; null = nowhere. */
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | null
  key: string
  send: (batch: Batch) => Promise<SaveResult>
  /** Lines known of one hcp, by channel, when its change leaves. */
  knownOf: (hcpId: string) => Record<string, number>
  onResult: (result: SaveResult, waiting: ReadonlySet<string>) => void
  onStatus: (status: QueueStatus) => void
  /** Not the network: the server answered, and said no. What was refused is dropped. */
  onRefused: (error: unknown) => void
  isRefusal: (error: unknown) => boolean
  now: () => string
}

const pause = 500
const retryDelays = [2000, 5000, 15_000, 30_000]

/**
 * Sends changes in small batches, in order, one batch at a time; what an hcp was asked last is what leaves. Through a bad
 * network a batch is sent again under the same id until it is answered; nothing is lost with the page.
 */
export class SaveQueue {
  readonly #options: Options
  readonly #waiting: Map<string, Waiting>
  #flying: Batch | null
  #since: string | null
  #timer: ReturnType<typeof setTimeout> | undefined
  #tries = 0
  #sending = false
  #stopped = false

  constructor(options: Options) {
    this.#options = options
    const kept = this.#read()
    this.#waiting = new Map(kept.waiting)
    this.#flying = kept.flying
    this.#since = kept.since
  }

  /** What an earlier page left unsent, to be shown as it was typed. */
  leftover(): { hcpId: string; change: Waiting }[] {
    const flying = (this.#flying?.changes ?? []).map(({ hcpId, contacts, reason, comment }) => ({
      hcpId,
      change: {
        contacts: Object.fromEntries(contacts.map(({ channel, proposed }) => [channel, proposed])),
        ...(reason !== undefined && { reason }),
        ...(comment !== undefined && { comment }),
      },
    }))
    return [...flying, ...[...this.#waiting].map(([hcpId, change]) => ({ hcpId, change }))]
  }

  get isEmpty(): boolean {
    return this.#waiting.size === 0 && this.#flying === null
  }

  add(change: Omit<PlanChangeInput, 'known'>): void {
    const before = this.#waiting.get(change.hcpId)
    const contacts = Object.fromEntries(change.contacts.map(({ channel, proposed }) => [channel, proposed]))
    this.#waiting.set(change.hcpId, {
      ...before,
      ...(change.reason !== undefined && { reason: change.reason }),
      ...(change.comment !== undefined && { comment: change.comment }),
      contacts: { ...before?.contacts, ...contacts },
    })
    this.#since ??= this.#options.now()
    this.#keep()
    if (!this.#sending && this.#tries === 0) this.#plan(pause)
  }

  /** Sends what waits now; resolves when nothing is left, or when a try failed. */
  async flush(): Promise<boolean> {
    clearTimeout(this.#timer)
    while (!this.isEmpty) if (!(await this.#sendOne())) return false
    return true
  }

  start(): void {
    this.#stopped = false
    if (!this.isEmpty) this.#plan(0)
  }

  stop(): void {
    this.#stopped = true
    clearTimeout(this.#timer)
  }

  #plan(delay: number): void {
    clearTimeout(this.#timer)
    if (this.#stopped) return
    this.#timer = setTimeout(() => void this.flush(), delay)
  }

  async #sendOne(): Promise<boolean> {
    if (this.#sending) return false
    const batch = this.#flying ?? this.#take()
    if (!batch) return true
    this.#sending = true
    this.#options.onStatus({ kind: 'saving' })
    try {
      const result = await this.#options.send(batch)
      this.#answered()
      this.#options.onResult(result, new Set(this.#waiting.keys()))
      this.#options.onStatus({ kind: 'saved', at: result.savedAt })
      return true
    } catch (error) {
      if (this.#options.isRefusal(error)) {
        this.#answered()
        this.#options.onStatus({ kind: 'failed' })
        this.#options.onRefused(error)
        return true
      }
      const delay = retryDelays[Math.min(this.#tries, retryDelays.length - 1)] ?? pause
      this.#tries += 1
      const count = batch.changes.length + this.#waiting.size
      this.#options.onStatus({ kind: 'waiting', since: this.#since ?? this.#options.now(), count })
      this.#plan(delay)
      return false
    } finally {
      this.#sending = false
    }
  }

  #answered(): void {
    this.#flying = null
    this.#tries = 0
    if (this.#waiting.size === 0) this.#since = null
    this.#keep()
  }

  #take(): Batch | null {
    const changes = [...this.#waiting].slice(0, 200).map(([hcpId, { contacts, ...words }]) => ({
      hcpId,
      known: this.#options.knownOf(hcpId),
      contacts: Object.entries(contacts).map(([channel, proposed]) => ({ channel, proposed })),
      ...words,
    }))
    if (changes.length === 0) return null
    for (const { hcpId } of changes) this.#waiting.delete(hcpId)
    this.#flying = { commandId: crypto.randomUUID(), changes }
    this.#keep()
    return this.#flying
  }

  #keep(): void {
    const { storage, key } = this.#options
    if (this.isEmpty) storage?.removeItem(key)
    else
      storage?.setItem(
        key,
        JSON.stringify({ waiting: [...this.#waiting], flying: this.#flying, since: this.#since }),
      )
  }

  #read(): Kept {
    const text = this.#options.storage?.getItem(this.#options.key)
    // Written by this class alone, under a key of its own.
    return text ? (JSON.parse(text) as Kept) : { waiting: [], flying: null, since: null }
  }
}
