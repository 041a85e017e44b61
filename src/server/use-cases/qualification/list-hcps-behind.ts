import type { Actor } from '#src/contracts/actor.ts'
import type { HcpsBehindDto } from '#src/contracts/qualification.ts'
import { notFound } from '#src/lib/app-error.ts'
import { assertCan } from '#src/policy/assert-can.ts'
import { scope } from '#src/policy/can.ts'
import { read } from '../../platform/transaction.ts'
import { listProgress } from '../../repositories/answer-completeness-repository.ts'
import { findCycle, listCycleSectors } from '../../repositories/cycle-repository.ts'
import { configurationInForce } from '../cycles/steps/configuration.ts'
import { cycleGround, cycleQuestions } from './steps/questions.ts'

type Input = {
  id: string
  sectorId: string | null
  key: string
  state: 'present' | 'expired' | 'missing' | 'toAsk'
  limit: number
}

/** The hcps behind one figure of completeness: of a sector, or of every sector in reach. `toAsk` = missing or expired. */
export const listHcpsBehind = (actor: Actor, input: Input): Promise<HcpsBehindDto> =>
  read(actor, async (tx) => {
    const { labId } = actor
    const cycle = await findCycle(tx, labId, input.id)
    if (!cycle) throw notFound()
    if (input.sectorId) assertCan(actor, 'qualification.read', { labId, sectorIds: [input.sectorId] })
    const { document } = await configurationInForce(tx, labId, cycle)
    const question = (await cycleQuestions(tx, labId, cycle, document)).find(({ key }) => key === input.key)
    if (!question) throw notFound()
    const ground = await cycleGround(tx, labId, cycle, document)
    const sectors = await listCycleSectors(
      tx,
      labId,
      cycle.networkIds,
      ground.day,
      scope(actor, 'qualification.read'),
    )
    const sectorIds = input.sectorId ? [input.sectorId] : sectors.map(({ id }) => id)
    const rows = await listProgress(tx, labId, ground, [question], sectorIds)
    const items = rows.map(({ present, expired, ...hcp }) => ({
      ...hcp,
      state:
        present.length > 0
          ? ('present' as const)
          : expired.length > 0
            ? ('expired' as const)
            : ('missing' as const),
    }))
    const asked = items.filter(({ state }) =>
      input.state === 'toAsk' ? state !== 'present' : state === input.state,
    )
    return { total: asked.length, items: asked.slice(0, input.limit) }
  })
