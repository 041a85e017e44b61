import type { Actor } from '#src/contracts/actor.ts'
import type { CallDto } from '#src/contracts/calls.ts'
import { conflict, notFound, refused } from '#src/lib/app-error.ts'
import { assertCan } from '#src/policy/assert-can.ts'
import { command } from '../../platform/transaction.ts'
import { lockCall, updateCall } from '../../repositories/call-repository.ts'
import { callGround } from './steps/call-ground.ts'
import { describeCall, describeCalls, findCallRow } from './steps/describe-calls.ts'
import { refreshFigures } from './steps/refresh-figures.ts'

type Input = { id: string; version: number; commandId: string }

/** Takes a call of one's own sector back: one that was planned is planned again, any other is cancelled, never erased. */
export const undoCall = (actor: Actor, input: Input): Promise<CallDto> =>
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
      const isPlannedAgain = row.plannedOn !== null && row.outcome !== 'PLANNED'
      await updateCall(tx, labId, input.id, {
        time: row.time,
        channelId: row.channelId,
        comment: row.comment,
        plannedOn: row.plannedOn,
        reasonId: null,
        productIds: [],
        outcome: isPlannedAgain ? 'PLANNED' : 'CANCELLED',
        day: isPlannedAgain && row.plannedOn ? row.plannedOn : row.day,
      })
      await refreshFigures(tx, actor, row.networkId, [row.day], today)
      return {
        value: await describeCall(tx, labId, input.id),
        audit: {
          action: 'call.undo',
          subject: { kind: 'call', id: input.id },
          change: { from: row.outcome, to: isPlannedAgain ? 'PLANNED' : 'CANCELLED', day: row.day },
        },
      }
    },
    { commandId: input.commandId, request: input },
  )
