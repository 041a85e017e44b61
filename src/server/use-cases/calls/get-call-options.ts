import type { Actor } from '#src/contracts/actor.ts'
import { read } from '../../platform/transaction.ts'
import {
  listCallChannels,
  listCallProducts,
  listRefusalReasons,
} from '../../repositories/call-ground-repository.ts'
import { callGround } from './steps/call-ground.ts'

/** What a call is made of today: channels and products of the cycle that runs in the actor's sectors, reasons of refusal. */
export const getCallOptions = (actor: Actor) =>
  read(actor, async (tx) => {
    const { labId } = actor
    const { today, now, sectors, cycles } = await callGround(tx, labId, actor.sectorIds)
    const cycle = cycles[0] ?? null
    const cycleId = cycle?.id ?? null
    return {
      today,
      now,
      channels: await listCallChannels(tx, labId, cycleId),
      products: await listCallProducts(tx, labId, cycleId),
      reasons: await listRefusalReasons(tx, labId, actor.locale),
      sectors: sectors.map(({ id, name }) => ({ id, name })),
      cycle: cycle && { id: cycle.id, name: cycle.name },
    }
  })
