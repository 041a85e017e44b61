import type { Actor, ScopeFilter } from '#src/contracts/actor.ts'
import type { CycleLine } from '#src/contracts/cycles.ts'
import { notFound } from '#src/lib/app-error.ts'
import { scope } from '#src/policy/can.ts'
import type { Tx } from '../../../platform/transaction.ts'
import { readCycleFigures } from '../../../repositories/cycle-figures-repository.ts'
import { listCycleHeads, type CycleHead } from '../../../repositories/cycle-list-repository.ts'
import { findCycle } from '../../../repositories/cycle-repository.ts'
import { listPlanChoices } from '../../../repositories/plan-repository.ts'
import { readQualified } from '../../qualification/steps/qualified.ts'
import { configurationInForce } from './configuration.ts'
import { cycleLine, keptQualified, ownPlanFigure, stepFigures, type Qualified } from './ribbon.ts'

async function liveQualified(tx: Tx, labId: string, head: CycleHead): Promise<Qualified | null> {
  if (keptQualified(head)) return null
  const cycle = await findCycle(tx, labId, head.id)
  if (!cycle || cycle.networkIds.length === 0) return null
  const { document } = await configurationInForce(tx, labId, cycle)
  return readQualified(tx, labId, cycle, document)
}

/** The plans that a rep's ribbon speaks of; null = the count of the whole lab, as everyone else reads it. */
export const ownPlans = (actor: Actor): ScopeFilter | null =>
  actor.role === 'REP' ? scope(actor, 'plans.read') : null

/** Cycles as lines of the ribbon; one when an id is given. */
export async function readCycleLines(
  tx: Tx,
  labId: string,
  plans: ScopeFilter | null,
  cycleId?: string,
): Promise<CycleLine[]> {
  const heads = await listCycleHeads(tx, labId, cycleId)
  const stored = await readCycleFigures(
    tx,
    labId,
    heads.map(({ id }) => id),
  )
  const own = plans && (await listPlanChoices(tx, labId, plans))
  const lines: CycleLine[] = []
  for (const head of heads) {
    const figures = stored.get(head.id)
    if (!figures) continue
    const known = stepFigures(figures, await liveQualified(tx, labId, head))
    const ENGAGEMENT = own ? ownPlanFigure(own.filter((plan) => plan.cycleId === head.id)) : known.ENGAGEMENT
    lines.push(cycleLine(head, { ...known, ENGAGEMENT }))
  }
  return lines
}

export async function readCycleLine(
  tx: Tx,
  labId: string,
  plans: ScopeFilter | null,
  cycleId: string,
): Promise<CycleLine> {
  const [line] = await readCycleLines(tx, labId, plans, cycleId)
  if (!line) throw notFound()
  return line
}
