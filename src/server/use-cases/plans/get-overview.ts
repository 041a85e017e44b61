import type { Actor, ScopeFilter } from '#src/contracts/actor.ts'
import type { PlanOverview } from '#src/contracts/plan-overview.ts'
import { notFound } from '#src/lib/app-error.ts'
import { scope } from '#src/policy/can.ts'
import { clock } from '../../platform/clock.ts'
import { snapshot, type Tx } from '../../platform/transaction.ts'
import { listCycleChannels, listCycleSegments } from '../../repositories/allocation-repository.ts'
import { findCycle } from '../../repositories/cycle-repository.ts'
import { listLastWordsOf } from '../../repositories/plan-hcp-repository.ts'
import {
  listOverviewLines,
  listStateChanges,
  type OverviewLine,
} from '../../repositories/plan-overview-repository.ts'
import { listPlanReasons } from '../../repositories/plan-reason-repository.ts'
import { findPlanCycleId, listPlanHeads, type PlanHead } from '../../repositories/plan-repository.ts'
import { configurationInForce } from '../cycles/steps/configuration.ts'
import { orderedCodes } from '../strategy/steps/read-allocation.ts'
import { byReason, byRegion, bySegment } from './steps/consolidate.ts'
import { lineUp, type Lined } from './steps/lineup.ts'
import { wordsByHcp } from './steps/plan-constraints.ts'
import { networkMemory } from './steps/plan-forecast.ts'

type Cycle = NonNullable<Awaited<ReturnType<typeof findCycle>>>

async function linedPlans(tx: Tx, labId: string, cycle: Cycle, reach: ScopeFilter) {
  const { document } = await configurationInForce(tx, labId, cycle)
  const channels = await listCycleChannels(tx, labId, cycle.id)
  const segments = await listCycleSegments(tx, labId, cycle.id, document.grid.segmentation)
  const order = orderedCodes(segments)
  const heads = await listPlanHeads(tx, labId, cycle.id, clock.now(), reach)
  const byNetwork = new Map<string, PlanHead[]>()
  for (const head of heads) byNetwork.set(head.networkId, [...(byNetwork.get(head.networkId) ?? []), head])
  const changes = await listStateChanges(
    tx,
    labId,
    heads.map(({ id }) => id),
  )
  const plans: Lined[] = []
  for (const [networkId, own] of byNetwork) {
    const [first] = own
    if (!first) continue
    const memory = await networkMemory(tx, labId, first)
    const lines = await listOverviewLines(tx, labId, {
      versionIds: own.map(({ versionId }) => versionId),
      networkIds: [networkId],
      segmentation: document.grid.segmentation,
      window: memory.window,
    })
    const hcpIds = [...new Set(lines.map(({ hcpId }) => hcpId))]
    const words = wordsByHcp(await listLastWordsOf(tx, labId, clock.now(), hcpIds))
    const byVersion = new Map<string, OverviewLine[]>(own.map(({ versionId }) => [versionId, []]))
    for (const line of lines) byVersion.get(line.versionId)?.push(line)
    for (const head of own)
      plans.push(
        lineUp(
          head,
          byVersion.get(head.versionId) ?? [],
          {
            document,
            channels,
            segmentCodes: order,
            words,
            prior: memory.prior,
            memory: memory.ratios.get(head.holidayZone) ?? 0,
          },
          changes.get(head.id),
        ),
      )
  }
  const shown = segments.toSorted((left, right) => order.indexOf(left.code) - order.indexOf(right.code))
  return { document, segments: shown, plans }
}

/** The plans of a cycle in the reader's reach, beside theory: one by one, by region, by segment, by reason. */
export const getOverview = (
  actor: Actor,
  input: { cycleId?: string | undefined },
): Promise<PlanOverview | null> =>
  snapshot(actor, async (tx) => {
    const { labId } = actor
    const reach = scope(actor, 'plans.read')
    const cycleId = input.cycleId ?? (await findPlanCycleId(tx, labId, reach))
    if (!cycleId) return null
    const cycle = await findCycle(tx, labId, cycleId)
    if (!cycle) throw notFound()
    const { document, segments, plans } = await linedPlans(tx, labId, cycle, reach)
    const reasons = new Map(
      (await listPlanReasons(tx, labId)).map(({ code, labels }) => [code, labels[actor.locale] ?? code]),
    )
    return {
      cycle: {
        id: cycle.id,
        name: cycle.name,
        state: cycle.state,
        closesOn: cycle.engagement?.endsOn ?? null,
        run: cycle.run,
      },
      amberBps: document.followUp.amberBps,
      plans: plans.map(({ lineup }) => lineup),
      regions: byRegion(plans),
      segments: bySegment(
        plans,
        segments.map(({ code, name, rank, colour }) => ({ code, name, rank, colour })),
      ),
      reasons: byReason(plans, reasons),
    }
  })
