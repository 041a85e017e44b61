import type { Actor } from '#src/contracts/actor.ts'
import { notFound, refused } from '#src/lib/app-error.ts'
import { assertCan } from '#src/policy/assert-can.ts'
import { command } from '../../platform/transaction.ts'
import {
  listCallNetworks,
  listCallSources,
  setCallWatermark,
} from '../../repositories/watermark-repository.ts'
import { labToday } from '../directory/steps/lab-today.ts'
import { askFollowUp } from './steps/ask-follow-up.ts'

type Input = {
  networkId: string
  sourceId: string
  completeThrough: string | null
  commandId: string
}

/** Says through which day the calls of a source are known, and asks for the figures of what it feeds. */
export const settleWatermark = (actor: Actor, input: Input): Promise<{ ok: true }> =>
  command(
    actor,
    async (tx) => {
      const { labId, memberId } = actor
      assertCan(actor, 'followUp.settle', { labId })
      const networks = await listCallNetworks(tx, labId)
      const sources = await listCallSources(tx, labId)
      const isKnown = (rows: readonly { id: string }[], id: string) => rows.some((row) => row.id === id)
      if (!isKnown(networks, input.networkId) || !isKnown(sources, input.sourceId)) throw notFound()
      const today = await labToday(tx, labId)
      const { completeThrough } = input
      if (completeThrough !== null && completeThrough >= today)
        throw refused('watermark-not-past', { day: completeThrough })
      await setCallWatermark(tx, labId, memberId, input)
      await askFollowUp(tx, actor, [input.networkId])
      return {
        value: { ok: true as const },
        audit: {
          action: 'follow-up.settle',
          subject: { kind: 'network', id: input.networkId },
          change: { source: input.sourceId, completeThrough },
        },
      }
    },
    { commandId: input.commandId, request: input },
  )
