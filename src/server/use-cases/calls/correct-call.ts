import type { Actor } from '#src/contracts/actor.ts'
import type { CallDto, LogCallInput } from '#src/contracts/calls.ts'
import { conflict, notFound, refused } from '#src/lib/app-error.ts'
import { assertCan } from '#src/policy/assert-can.ts'
import { command } from '../../platform/transaction.ts'
import { lockCall, updateCall } from '../../repositories/call-repository.ts'
import { callGround } from './steps/call-ground.ts'
import { assertCall } from './steps/call-rules.ts'
import { describeCall, describeCalls, findCallRow } from './steps/describe-calls.ts'
import { refreshFigures } from './steps/refresh-figures.ts'

type Input = Omit<LogCallInput, 'clientId' | 'plannedId' | 'hcpId'> & {
  id: string
  version: number
  commandId: string
}

/**
 * Corrects a call of one's own sector that was entered here, until its cycle is closed and its grace past. The person it
 * was about stays; who was mistaken about that takes it back and logs another.
 */
export const correctCall = (actor: Actor, input: Input): Promise<CallDto> =>
  command(
    actor,
    async (tx) => {
      const { labId } = actor
      if (!(await lockCall(tx, labId, input.id))) throw notFound()
      const row = await findCallRow(tx, labId, input.id)
      assertCan(actor, 'calls.write', { labId, sectorIds: [row.sectorId] })
      if (row.version !== input.version) throw conflict(row.version, { by: row.member ?? '' })
      const [call] = await describeCalls(tx, labId, [row])
      if (!call?.isEditable) throw refused('call-not-editable', { day: row.day })
      const { today } = await callGround(tx, labId, [row.sectorId])
      await assertCall(tx, labId, row.networkId, today, input)
      const plannedOn = input.outcome === 'PLANNED' ? input.day : row.plannedOn
      await updateCall(tx, labId, input.id, { ...input, plannedOn })
      await refreshFigures(tx, actor, row.networkId, [row.day, input.day], today)
      return {
        value: await describeCall(tx, labId, input.id),
        audit: {
          action: 'call.correct',
          subject: { kind: 'call', id: input.id },
          change: {
            from: { outcome: row.outcome, day: row.day, channel: row.channelId },
            to: { outcome: input.outcome, day: input.day, channel: input.channelId },
          },
        },
      }
    },
    { commandId: input.commandId, request: input },
  )
