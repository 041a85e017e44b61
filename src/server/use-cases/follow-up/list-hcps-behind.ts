import type { Actor } from '#src/contracts/actor.ts'
import type { FollowHcpsInput } from '#src/contracts/follow-up.ts'
import { snapshot } from '../../platform/transaction.ts'
import { hcpsBehind } from './steps/hcps-behind.ts'
import { readPerimeter } from './steps/read-perimeter.ts'
import { withNames } from './steps/with-names.ts'

/** The hcps behind a figure, a page at a time. */
export const listHcpsBehind = (actor: Actor, input: FollowHcpsInput) =>
  snapshot(actor, async (tx) => {
    const reading = await readPerimeter(tx, actor, input)
    const every = hcpsBehind(reading.input, input)
    const end = input.offset + input.limit
    const items = await withNames(tx, actor.labId, every.slice(input.offset, end), reading.input.asOf)
    return { items, nextCursor: end < every.length ? String(end) : null, total: every.length }
  })
