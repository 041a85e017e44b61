import { ORPCError } from '@orpc/client'
import type { PlanDto } from '#src/contracts/plan-document.ts'
import { client } from '../api.ts'
import { createPlanEditor, type Editor } from './plan-editor.ts'
import { SaveQueue, type QueueStatus } from './save-queue.ts'

const refusalCodes = ['REFUSED', 'NOT_FOUND', 'FORBIDDEN', 'BAD_REQUEST', 'CONFLICT']
const isRefusal = (error: unknown) => error instanceof ORPCError && refusalCodes.includes(error.code)

export type SessionState = { status: QueueStatus; revision: number }
type Listener = { onRefused: (error: unknown) => void; onOthers: () => void }

/** One plan on one screen: its editor, the queue that saves it, and the revision that both have seen. */
export function createPlanSession(plan: PlanDto) {
  let state: SessionState = { status: { kind: 'idle' }, revision: plan.revision }
  let told: Listener | null = null
  const listeners = new Set<() => void>()
  const publish = (change: Partial<SessionState>) => {
    state = { ...state, ...change }
    for (const listener of listeners) listener()
  }
  const editor: Editor = createPlanEditor(plan, ({ hcpId, contacts, reason, comment }) =>
    queue.add({
      hcpId,
      contacts: [...contacts],
      ...(reason !== undefined && { reason }),
      ...(comment !== undefined && { comment }),
    }),
  )
  const queue: SaveQueue = new SaveQueue({
    storage: typeof window === 'undefined' ? null : window.localStorage,
    key: `visee.plan.${plan.id}`,
    send: (batch) => client.plans.saveChanges({ id: plan.id, ...batch }),
    knownOf: (hcpId) => editor.knownOf(hcpId),
    onResult: (result, still) => {
      const alone = result.revisionBefore === state.revision
      editor.takeResult(result, still)
      publish({ revision: result.revision })
      if (!alone) told?.onOthers()
    },
    onStatus: (status) => publish({ status }),
    onRefused: (error) => told?.onRefused(error),
    isRefusal,
    now: () => new Date().toISOString(),
  })

  return {
    editor,
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    getState: () => state,
    flush: () => queue.flush(),
    isEmpty: () => queue.isEmpty,
    /** From the first paint on: what an earlier page left unsent is shown and leaves. Answers the way to stop. */
    start: (listener: Listener) => {
      told = listener
      for (const { hcpId, change } of queue.leftover()) {
        const { contacts, ...words } = change
        const asked = Object.entries(contacts).map(([channel, proposed]) => ({ channel, proposed }))
        editor.ask([{ hcpId, contacts: asked, ...words }], { undoable: false, silent: true })
      }
      queue.start()
      const again = () => void queue.flush()
      window.addEventListener('online', again)
      return () => {
        told = null
        queue.stop()
        window.removeEventListener('online', again)
      }
    },
  }
}
export type PlanSession = ReturnType<typeof createPlanSession>
