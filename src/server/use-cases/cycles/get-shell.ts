import type { Actor } from '#src/contracts/actor.ts'
import type { CycleState } from '#src/contracts/cycles.ts'
import type { ShellDto } from '#src/contracts/shell.ts'
import { mayEver, scope } from '#src/policy/can.ts'
import { read, type Tx } from '../../platform/transaction.ts'
import { listCycleHeads, type CycleHead } from '../../repositories/cycle-list-repository.ts'
import { countOpenAlerts, countPlans, networksOfSectors } from '../../repositories/cycle-shell-repository.ts'
import { countToQualify } from '../qualification/steps/to-qualify.ts'

/** What a person is most likely to be working on, first. */
const interest: readonly CycleState[] = [
  'RUNNING',
  'ENGAGEMENT',
  'STRATEGY',
  'SEGMENTATION',
  'QUALIFICATION',
  'DRAFT',
  'CLOSED',
]

function currentCycle(heads: readonly CycleHead[], networkIds: readonly string[] | null): string | null {
  const own = heads.filter(
    ({ networks }) => networkIds === null || networks.some(({ id }) => networkIds.includes(id)),
  )
  const first = own.toSorted((a, b) => interest.indexOf(a.state) - interest.indexOf(b.state))[0]
  return first?.id ?? null
}

async function waitingPlans(tx: Tx, actor: Actor): Promise<number> {
  const states = actor.role === 'MANAGER' ? ['SUBMITTED'] : actor.role === 'REP' ? ['OPEN', 'RETURNED'] : []
  return states.length > 0 ? countPlans(tx, actor.labId, scope(actor, 'plans.read'), states) : 0
}

/** The frame around every screen: cycles to choose from and what waits for this person. */
export const getShell = (actor: Actor): Promise<ShellDto> =>
  read(actor, async (tx) => {
    const { labId } = actor
    const heads = await listCycleHeads(tx, labId)
    const reach = scope(actor, 'home.read')
    const networkIds = reach.kind === 'lab' ? null : await networksOfSectors(tx, labId, reach.sectorIds)
    return {
      cycles: heads.map(({ id, name, state, runStartsOn, runEndsOn }) => ({
        id,
        name,
        state,
        runFrom: runStartsOn,
        runTo: runEndsOn,
      })),
      currentCycleId: currentCycle(heads, networkIds),
      openAlerts: mayEver(actor, 'alerts.read')
        ? await countOpenAlerts(tx, labId, scope(actor, 'alerts.read'))
        : 0,
      waitingPlans: await waitingPlans(tx, actor),
      toQualify: actor.role === 'REP' ? await countToQualify(tx, actor) : 0,
    }
  })
