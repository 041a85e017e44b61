'use client'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Explanation } from '#src/engine/index.ts'
import type { FromWorker, Loaded, Preview, ToWorker, WhatIfRequest } from './what-if-types.ts'

export type WhatIfState = {
  status: 'loading' | 'ready' | 'failed'
  loaded: Loaded | null
  /** Of the last request that came back; the one before stays in view meanwhile. */
  preview: Preview | null
  explain: (hcpId: string) => Promise<Explanation | null>
  reload: () => void
}

type Port = {
  send: (message: ToWorker) => void
  /** The request that waits while another is computed: only the latest counts. */
  waiting: WhatIfRequest | null
  busy: boolean
  asked: number
  explanations: Map<number, (explanation: Explanation | null) => void>
}

/** The engine in a worker over the dataset at `url`; `request` is computed whenever it is another one. */
export function useWhatIf(url: string, request: WhatIfRequest | null): WhatIfState {
  const [state, setState] = useState<Pick<WhatIfState, 'status' | 'loaded' | 'preview'>>({
    status: 'loading',
    loaded: null,
    preview: null,
  })
  const port = useRef<Port | null>(null)
  const [attempt, setAttempt] = useState(0)

  const compute = useCallback((wanted: WhatIfRequest) => {
    const own = port.current
    if (!own) return
    if (own.busy) {
      own.waiting = wanted
      return
    }
    own.busy = true
    own.waiting = null
    own.send({ kind: 'compute', id: (own.asked += 1), request: wanted })
  }, [])

  useEffect(() => {
    const worker = new Worker(new URL('./engine-worker.ts', import.meta.url), { type: 'module' })
    const own: Port = {
      send: (message) => worker.postMessage(message),
      waiting: null,
      // Until the dataset is there, requests wait.
      busy: true,
      asked: 0,
      explanations: new Map(),
    }
    port.current = own
    const next = () => {
      own.busy = false
      if (own.waiting) compute(own.waiting)
    }
    worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
      switch (data.kind) {
        case 'loaded':
          setState((before) => ({ ...before, status: 'ready', loaded: data.loaded }))
          return next()
        case 'failed':
          return setState((before) => ({ ...before, status: 'failed' }))
        case 'preview':
          setState((before) => ({ ...before, preview: data.preview }))
          return next()
        case 'broken':
          return next()
        case 'explained':
          own.explanations.get(data.id)?.(data.explanation)
          own.explanations.delete(data.id)
      }
    })
    own.send({ kind: 'load', url: new URL(url, window.location.origin).href })
    return () => {
      worker.terminate()
      port.current = null
    }
  }, [url, attempt, compute])

  useEffect(() => {
    if (request) compute(request)
  }, [request, compute, attempt])

  const explain = useCallback(
    (hcpId: string) =>
      new Promise<Explanation | null>((resolve) => {
        const own = port.current
        if (!own) return resolve(null)
        const id = (own.asked += 1)
        own.explanations.set(id, resolve)
        own.send({ kind: 'explain', id, hcpId })
      }),
    [],
  )
  const reload = useCallback(() => {
    setState((before) => ({ ...before, status: 'loading' }))
    setAttempt((count) => count + 1)
  }, [])
  return { ...state, explain, reload }
}
