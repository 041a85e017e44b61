import type { Actor } from '#src/contracts/actor.ts'
import type { WatermarkDto } from '#src/contracts/follow-up.ts'
import { addDays } from '#src/lib/calendar.ts'
import { read } from '../../platform/transaction.ts'
import {
  listCallNetworks,
  listCallSources,
  listCallWatermarks,
} from '../../repositories/watermark-repository.ts'
import { labToday } from '../directory/steps/lab-today.ts'

/** How far the calls of each source go in each network; what is entered here is complete through yesterday. */
export const listWatermarks = (actor: Actor): Promise<{ items: WatermarkDto[]; yesterday: string }> =>
  read(actor, async (tx) => {
    const { labId } = actor
    const networks = await listCallNetworks(tx, labId)
    const marks = await listCallWatermarks(
      tx,
      labId,
      networks.map(({ id }) => id),
    )
    const sources = await listCallSources(tx, labId)
    return {
      yesterday: addDays(await labToday(tx, labId), -1),
      items: networks.flatMap((network) =>
        sources.map((source) => ({
          networkId: network.id,
          network: network.name,
          sourceId: source.id,
          source: source.label,
          completeThrough:
            marks.find((mark) => mark.networkId === network.id && mark.sourceId === source.id)
              ?.completeThrough ?? null,
        })),
      ),
    }
  })
