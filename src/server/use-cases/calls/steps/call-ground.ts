import type { Actor, ScopeFilter } from '#src/contracts/actor.ts'
import { clock } from '../../../platform/clock.ts'
import type { Tx } from '../../../platform/transaction.ts'
import { cyclesOnDay, sectorsNamed, type CallCycle } from '../../../repositories/call-ground-repository.ts'
import { listCallTargets, type CallTarget } from '../../../repositories/call-target-repository.ts'
import { findCycle } from '../../../repositories/cycle-repository.ts'
import { findLab } from '../../../repositories/lab-repository.ts'
import { configurationInForce } from '../../cycles/steps/configuration.ts'

export type CallGround = {
  today: string
  /** HH:MM where the lab is. */
  now: string
  sectors: { id: string; name: string; networkId: string }[]
  /** The cycle that runs today in each network of these sectors. */
  cycles: CallCycle[]
}

const timeIn = (timeZone: string, instant: Date): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(
    instant,
  )

/** Where and when calls are made: today's day and hour, the sectors in question and the cycles that run there. */
export async function callGround(tx: Tx, labId: string, sectorIds: readonly string[]): Promise<CallGround> {
  const lab = await findLab(tx, labId)
  const timeZone = lab?.timeZone ?? 'Europe/Paris'
  const today = clock.today(timeZone)
  const sectors = await sectorsNamed(tx, labId, sectorIds)
  const networkIds = [...new Set(sectors.map(({ networkId }) => networkId))]
  return {
    today,
    now: timeIn(timeZone, clock.now()),
    sectors,
    cycles: await cyclesOnDay(tx, labId, networkIds, today),
  }
}

/** The sectors of a scope: the actor's own, or those of the rows at hand when the whole lab is in reach. */
export const sectorsOf = (
  actor: Pick<Actor, 'sectorIds'>,
  scope: ScopeFilter,
  found: readonly string[],
): string[] => (scope.kind === 'lab' ? [...new Set(found)] : [...actor.sectorIds])

/** Where hcps stand in the plans that run today, by « sector hcp »; all those of the sectors when none is given. */
export async function standings(
  tx: Tx,
  labId: string,
  ground: CallGround,
  hcpIds: readonly string[] | null,
): Promise<Map<string, CallTarget>> {
  const found = new Map<string, CallTarget>()
  for (const { id, networkId, startsOn, endsOn } of ground.cycles) {
    const cycle = await findCycle(tx, labId, id)
    if (!cycle) continue
    const { document } = await configurationInForce(tx, labId, cycle)
    const run = { startsOn, endsOn }
    const targets = await listCallTargets(
      tx,
      labId,
      {
        cycleId: id,
        asOf: ground.today,
        through: ground.today,
        run,
        memory: run,
        networkIds: [networkId],
        segmentation: document.grid.segmentation,
        sectorIds: ground.sectors.map((sector) => sector.id),
      },
      hcpIds,
    )
    for (const target of targets) found.set(`${target.sectorId} ${target.hcpId}`, target)
  }
  return found
}
