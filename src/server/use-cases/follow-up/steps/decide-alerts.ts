import {
  alertReading,
  decideSectorAlerts,
  type AlertCase,
  type AlertDecision,
  type AlertReading,
} from '#src/engine/index.ts'
import type { Tx } from '../../../platform/transaction.ts'
import {
  alertsAround,
  deleteAlerts,
  insertAlerts,
  updateAlert,
  type NewAlert,
  type StoredAlert,
} from '../../../repositories/alert-repository.ts'
import { previousChances, type SnapshotDimension } from '../../../repositories/snapshot-repository.ts'
import type { FollowCut } from './follow-figures.ts'
import type { FollowInput } from './follow-input.ts'

/** The cuts of the sectors that may have a card: themselves, their segments, their products. */
export type AlertCuts = Record<'ALL' | 'SEGMENT' | 'PRODUCT', FollowCut>

type Part = { dimension: SnapshotDimension; dimensionId: string; today: AlertReading }

const partsOf = (cuts: AlertCuts, sector: number): Part[] =>
  (['SEGMENT', 'PRODUCT'] as const).flatMap((dimension) => {
    const { figures, chances, dimensionIds } = cuts[dimension]
    return dimensionIds.flatMap((dimensionId, part) => {
      const group = sector * dimensionIds.length + part
      if (figures.lines[group] === 0) return []
      return [{ dimension, dimensionId, today: alertReading(figures, chances, group) }]
    })
  })

const keyOf = (sectorId: string, dimension: string, dimensionId: string) =>
  `${sectorId} ${dimension} ${dimensionId}`

export type AlertTally = { opened: number; stayed: number; closed: number }

/**
 * Opens, keeps and closes the alerts of a network for one as-of day, from the chances of the as-of day before. Told again
 * for the same day it comes to the same: what that day had opened or closed before is taken as not done yet.
 */
export async function decideAlerts(
  tx: Tx,
  labId: string,
  input: FollowInput,
  cuts: AlertCuts,
): Promise<AlertTally> {
  const { asOf, cycle, settings } = input
  const sectorIds = input.forces.map(({ sectorId }) => sectorId)
  const at = { cycleId: cycle.id, asOf, sectorIds }
  const before = new Map(
    (await previousChances(tx, labId, at)).map((row) => [
      keyOf(row.sectorId, row.dimension, row.dimensionId),
      row.probability ?? NaN,
    ]),
  )
  const stored = new Map<string, { standing?: StoredAlert; today?: StoredAlert }>()
  for (const alert of await alertsAround(tx, labId, at)) {
    const key = keyOf(alert.sectorId, alert.dimension, alert.dimensionId)
    const known = stored.get(key) ?? {}
    stored.set(key, alert.openedOn < asOf ? { ...known, standing: alert } : { ...known, today: alert })
  }
  const tally: AlertTally = { opened: 0, stayed: 0, closed: 0 }
  const fresh: NewAlert[] = []
  const undone: string[] = []

  // Nothing can be corrected once the run is over: what was at stake is a fact, and no card asks for it any more.
  const isOver = asOf >= input.run.endsOn

  async function apply(sectorId: string, part: Part, decided: AlertDecision): Promise<void> {
    const decision = isOver && decided.action === 'open' ? ({ action: 'none' } as const) : decided
    const { dimension, dimensionId, today: reading } = part
    const { standing, today } = stored.get(keyOf(sectorId, dimension, dimensionId)) ?? {}
    const seen = { probability: reading.probability, atStakeMilli: Math.round(reading.shortfallMilli) }
    const told = Number.isNaN(reading.probability) ? {} : seen
    if (today && decision.action !== 'open') undone.push(today.id)
    if (decision.action === 'open') {
      tally.opened++
      const level = decision.level === 'red' ? 'RED' : 'AMBER'
      const change = { level, ...seen } as const
      if (today)
        await updateAlert(tx, labId, {
          id: today.id,
          ...change,
          ...(today.closedOn && { closedOn: null, closeCause: null }),
        })
      else fresh.push({ sectorId, dimension, dimensionId, openedOn: asOf, ...change })
    } else if (decision.action === 'stay' && standing && !isOver) {
      tally.stayed++
      await updateAlert(tx, labId, {
        id: standing.id,
        level: decision.level === 'red' ? 'RED' : 'AMBER',
        ...told,
        ...(standing.closedOn && { closedOn: null, closeCause: null }),
      })
    } else if (standing) {
      tally.closed++
      await updateAlert(tx, labId, {
        id: standing.id,
        ...told,
        ...(standing.closedOn ? {} : { closedOn: asOf }),
        closeCause: decision.action === 'close' ? decision.cause : 'ended',
      })
    }
  }

  for (const [sector, sectorId] of sectorIds.entries()) {
    const caseOf = (part: Part): AlertCase => {
      const key = keyOf(sectorId, part.dimension, part.dimensionId)
      return {
        today: part.today,
        previousProbability: before.get(key) ?? NaN,
        isOpen: stored.get(key)?.standing !== undefined,
      }
    }
    const own: Part = {
      dimension: 'ALL',
      dimensionId: '',
      today: alertReading(cuts.ALL.figures, cuts.ALL.chances, sector),
    }
    const parts = partsOf(cuts, sector)
    const decided = decideSectorAlerts(caseOf(own), parts.map(caseOf), settings)
    await apply(sectorId, own, decided.sector)
    for (const [index, part] of parts.entries())
      await apply(sectorId, part, decided.parts[index] ?? { action: 'none' })
  }
  // First what was wrongly opened goes: only one alert of a kind may stand open.
  await deleteAlerts(tx, labId, undone)
  if (fresh.length > 0) await insertAlerts(tx, labId, cycle.id, fresh)
  return tally
}
