import { notFound } from '#src/lib/app-error.ts'
import { actorless, actorlessSnapshot } from '../../../platform/transaction.ts'
import { findCycle, lockCycle } from '../../../repositories/cycle-repository.ts'
import {
  latestSnapshotDay,
  replaceSnapshots,
  type FollowSnapshot,
} from '../../../repositories/snapshot-repository.ts'
import { freezeDocument } from '../../cycles/steps/configuration.ts'
import { decideAlerts, type AlertCuts, type AlertTally } from './decide-alerts.ts'
import {
  dimensions,
  followCut,
  followForecast,
  followPriors,
  levels,
  type FollowCut,
  type FollowDimension,
} from './follow-figures.ts'
import { readFollowInput, type FollowInput } from './follow-input.ts'
import { snapshotRows } from './snapshot-rows.ts'

/** Who computes: a person, or the worker for nobody. */
type By = { labId: string; memberId?: string | null | undefined }

export type NetworkFollowUp = AlertTally & {
  networkId: string
  asOf: string
  sectors: number
  lines: number
}
export type FollowUpComputed = { cycleId: string; networks: NetworkFollowUp[] }

type Computed = { rows: FollowSnapshot[]; cuts: AlertCuts }

function computeNetwork(input: FollowInput): Computed {
  const forecast = followForecast(input, followPriors(input))
  const rows: FollowSnapshot[] = []
  const sectorCuts: Partial<Record<FollowDimension, FollowCut>> = {}
  for (const level of levels)
    for (const dimension of dimensions) {
      const cut = followCut(input, forecast, level, dimension)
      if (level === 'SECTOR') sectorCuts[dimension] = cut
      rows.push(...snapshotRows(cut, level, dimension))
    }
  return { rows, cuts: sectorCuts as AlertCuts }
}

/**
 * Figures and forecast of every perimeter of a cycle as of its latest known day (or of `asOf`, an earlier one), kept as
 * snapshots, and the alerts of that day: read at one instant, computed with no transaction open, written under the lock
 * of the cycle. Computed again it comes to the same. Alerts are not judged for a day that a later one has followed.
 */
export async function computeFollowUp(
  by: By,
  cycleId: string,
  asOf?: string,
  onNetwork?: (done: number, total: number) => Promise<void>,
): Promise<FollowUpComputed> {
  const { labId } = by
  const scope = { labId, memberId: by.memberId ?? undefined }
  const cycle = await actorlessSnapshot(scope, (tx) => findCycle(tx, labId, cycleId))
  if (!cycle) throw notFound()
  const networks: NetworkFollowUp[] = []
  for (const networkId of cycle.networkIds) {
    const input = await actorlessSnapshot(scope, (tx) =>
      readFollowInput(tx, labId, cycleId, { networkId, asOf }),
    )
    const { rows, cuts } = computeNetwork(input)
    const tally = await actorless(scope, async (tx) => {
      await lockCycle(tx, labId, cycleId)
      const configurationHash =
        input.configurationHash ?? (await freezeDocument(tx, { labId, memberId: null }, input.document))
      const latest = await latestSnapshotDay(tx, labId, cycleId, networkId)
      const isLatest = latest === null || latest <= input.asOf
      const value = isLatest
        ? await decideAlerts(tx, labId, input, cuts)
        : { opened: 0, stayed: 0, closed: 0 }
      await replaceSnapshots(tx, labId, { cycleId, asOf: input.asOf, configurationHash }, rows)
      // Derived from what others wrote and were audited for: the trail keeps those.
      return { value, audit: null }
    })
    networks.push({
      networkId,
      asOf: input.asOf,
      sectors: input.forces.length,
      lines: input.lines.goal.length,
      ...tally,
    })
    await onNetwork?.(networks.length, cycle.networkIds.length)
  }
  return { cycleId, networks }
}
