import type { Actor } from '#src/contracts/actor.ts'
import type { CallDto, CallsFilter } from '#src/contracts/calls.ts'
import { scope } from '#src/policy/can.ts'
import { read } from '../../platform/transaction.ts'
import {
  countCalls,
  listCalls as listCallRows,
  type CallPosition,
} from '../../repositories/call-repository.ts'
import { labToday } from '../directory/steps/lab-today.ts'
import { describeCalls } from './steps/describe-calls.ts'

type Input = CallsFilter & { cursor?: string | undefined; limit: number }

function positionOf(cursor: string | undefined): CallPosition | null {
  const [day, time, id] = (cursor ?? '').split(' ')
  return day && time && id ? { day, time, id } : null
}

/** Calls in reach, the latest day first, each day by its hours. */
export const listCalls = (
  actor: Actor,
  input: Input,
): Promise<{ items: CallDto[]; nextCursor: string | null; total: number }> =>
  read(actor, async (tx) => {
    const { labId } = actor
    const { cursor, limit, ...filter } = input
    const reach = scope(actor, 'calls.read')
    const page = { after: positionOf(cursor), limit: limit + 1, day: await labToday(tx, labId) }
    const rows = await listCallRows(tx, labId, filter, reach, page)
    const shown = rows.slice(0, limit)
    const last = rows.length > limit ? shown.at(-1) : undefined
    return {
      items: await describeCalls(tx, labId, shown),
      nextCursor: last ? `${last.day} ${last.time ?? '99'} ${last.id}` : null,
      total: await countCalls(tx, labId, filter, reach),
    }
  })
