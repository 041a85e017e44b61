import { bytesOf } from '../gunzip.ts'
import { readSchemasWithoutEval } from '../no-eval.ts'
import { openWhatIf, type WhatIf } from './what-if-session.ts'
import type { FromWorker, ToWorker } from './what-if-types.ts'

readSchemasWithoutEval()

// The browser's worker scope, of which the DOM types know only the window.
type Scope = {
  postMessage: (message: FromWorker) => void
  addEventListener: (type: 'message', listener: (event: MessageEvent<ToWorker>) => void) => void
}
const scope = globalThis as unknown as Scope

let session: WhatIf | null = null
const now = () => performance.now()

async function load(url: string): Promise<void> {
  const response = await fetch(url, { credentials: 'same-origin' }).catch(() => null)
  if (!response?.ok) return scope.postMessage({ kind: 'failed', status: response?.status ?? 0 })
  session = openWhatIf(await bytesOf(response))
  scope.postMessage({ kind: 'loaded', loaded: session.loaded })
}

scope.addEventListener('message', ({ data }) => {
  if (data.kind === 'load') {
    load(data.url).catch(() => scope.postMessage({ kind: 'failed', status: 0 }))
    return
  }
  const { id } = data
  try {
    if (data.kind === 'explain')
      return scope.postMessage({ kind: 'explained', id, explanation: session?.explain(data.hcpId) ?? null })
    if (session) scope.postMessage({ kind: 'preview', id, preview: session.compute(data.request, now) })
  } catch (error) {
    scope.postMessage({ kind: 'broken', id, message: error instanceof Error ? error.message : String(error) })
  }
})
