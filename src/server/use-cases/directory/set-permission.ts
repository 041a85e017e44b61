import type { Actor } from '#src/contracts/actor.ts'
import type { PermissionKind } from '#src/contracts/words.ts'
import { notFound, refused } from '#src/lib/app-error.ts'
import { assertCan } from '#src/policy/assert-can.ts'
import { clock } from '../../platform/clock.ts'
import { command } from '../../platform/transaction.ts'
import {
  insertPermission,
  listChannelWords,
  lockHcp,
  sectorIdsOfHcp,
} from '../../repositories/hcp-repository.ts'
import { labToday } from './steps/lab-today.ts'

type Input = {
  id: string
  commandId: string
  kind: PermissionKind
  channelId: string | null
  effectiveAt: string | null
}

/** Records what an hcp said about being contacted. The last word on a channel, or on all, rules from its instant on. */
export const setPermission = (actor: Actor, input: Input) =>
  command(
    actor,
    async (tx) => {
      const { labId, memberId } = actor
      if (!(await lockHcp(tx, labId, input.id))) throw notFound()
      const sectorIds = await sectorIdsOfHcp(tx, labId, input.id, await labToday(tx, labId))
      assertCan(actor, 'directory.permit', { labId, sectorIds })
      const { kind, channelId } = input
      if (channelId) {
        const channels = await listChannelWords(tx, labId)
        if (!channels.some(({ id }) => id === channelId)) throw notFound()
      }
      if (kind === 'CONSENT' && !channelId) throw refused('consent-names-a-channel')
      const now = clock.now()
      const effectiveAt = input.effectiveAt ? new Date(input.effectiveAt) : now
      if (effectiveAt > now) throw refused('permission-in-the-future')
      const origin = actor.role === 'REP' ? 'REP' : 'HQ'
      await insertPermission(tx, labId, {
        hcpId: input.id,
        channelId,
        kind,
        effectiveAt,
        origin,
        createdBy: memberId,
      })
      const change = { kind, channelId }
      return {
        value: { ok: true as const },
        audit: { action: 'directory.permission', subject: { kind: 'hcp', id: input.id }, change },
      }
    },
    { commandId: input.commandId, request: input },
  )
