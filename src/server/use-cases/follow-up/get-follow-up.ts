import type { Actor } from '#src/contracts/actor.ts'
import type { FollowPerimeterInput, FollowSectorRow, FollowUpDto } from '#src/contracts/follow-up.ts'
import { activityFigures } from '#src/engine/index.ts'
import { snapshot } from '../../platform/transaction.ts'
import { listOpenAlertIds } from '../../repositories/alert-read-repository.ts'
import { listEarnedByDay } from '../../repositories/follow-line-repository.ts'
import { findLatestFollowRun } from '../../repositories/follow-run-repository.ts'
import { followCut, followForecast } from './steps/follow-figures.ts'
import { readPerimeter, type FollowReading } from './steps/read-perimeter.ts'
import { courseOf, curveOf, weeksOf } from './steps/view-curve.ts'
import { bpsOf, figuresDto } from './steps/view-figures.ts'
import { productTable, segmentTable } from './steps/view-tables.ts'

function choicesDto({ choices }: FollowReading['perimeter']): FollowUpDto['choices'] {
  return {
    networks: choices.networks.map(({ networkId: id, network: name }) => ({ id, name })),
    regions: choices.regions.map(({ regionId: id, region: name, networkId }) => ({ id, name, networkId })),
    sectors: choices.sectors.map(({ sectorId: id, sector: name, regionId }) => ({ id, name, regionId })),
  }
}

const firstLate = (a: FollowSectorRow, b: FollowSectorRow): number => {
  const gap = ({ figures: { adjusted } }: FollowSectorRow) =>
    adjusted.expectedMilli === null ? Infinity : adjusted.earnedMilli - adjusted.expectedMilli
  const [left, right] = [gap(a), gap(b)]
  return left === right ? (a.name < b.name ? -1 : 1) : left - right
}

/**
 * Realisation of a perimeter in the actor's reach as of the latest known day: figures, forecast, curve, sectors from the
 * most late to the most ahead, segments × channels, products. Computed as asked, from one instant of the tables.
 */
export const getFollowUp = (actor: Actor, asked: FollowPerimeterInput): Promise<FollowUpDto> =>
  snapshot(actor, async (tx) => {
    const { labId } = actor
    const { perimeter, priors, input } = await readPerimeter(tx, actor, asked)
    const { cycle, settings, sectors, forces, known } = input
    const earned = await listEarnedByDay(tx, labId, input.scope)
    const computed = await findLatestFollowRun(tx, labId, cycle.id)
    const openAlerts = await listOpenAlertIds(tx, labId, cycle.id)

    const forecast = followForecast(input, priors)
    const bySector = followCut(input, forecast, 'SECTOR', 'ALL')
    const whole = followCut(input, forecast, 'NETWORK', 'ALL')
    const own = forces.flatMap(({ sectorId }, sector) => (perimeter.sectorIds.has(sectorId) ? [sector] : []))
    const isVacant = (sector: number) => sectors.vacant[sector] === 1
    const vacant = own.filter(isVacant)
    const course = courseOf(input, earned)
    const figures = figuresDto(
      whole.figures,
      whole.chances,
      0,
      settings,
      vacant.length > 0 && vacant.length === own.length,
    )
    const { curve, days } = curveOf(input, course, own, figures.chance)
    const rows = own.flatMap((sector): FollowSectorRow[] => {
      const force = forces[sector]
      if (!force) return []
      const { sectorId: id, code, name, regionId } = force
      return [
        {
          id,
          code,
          name,
          regionId,
          lead: input.leads.get(id) ?? null,
          figures: figuresDto(bySector.figures, bySector.chances, sector, settings, isVacant(sector)),
          weeksBps: weeksOf(input, course, sector),
          alertId: openAlerts.get(id) ?? null,
        },
      ]
    })
    const of = Int32Array.from(forces, (_, sector) => (own.includes(sector) ? 0 : -1))
    const activity = activityFigures(input.activity, of, 1)
    const sumOwn = (column: ArrayLike<number>) => own.reduce((sum, sector) => sum + (column[sector] ?? 0), 0)
    const closed = new Set(
      Array.from(input.lines.hcp).filter(
        (_, line) => input.lines.closed[line] === 1 && (input.lines.goal[line] ?? 0) > 0,
      ),
    )
    const { amberBps, redBps, keepBps, toleranceBps } = settings
    return {
      cycle: { id: cycle.id, name: cycle.name, state: cycle.state },
      perimeter: {
        level: perimeter.level,
        id: perimeter.id,
        name: perimeter.name,
        lead: perimeter.level === 'SECTOR' ? (input.leads.get(perimeter.id) ?? null) : null,
        networkId: perimeter.networkId,
        regionId: perimeter.regionId,
      },
      choices: choicesDto(perimeter),
      asOf: input.asOf,
      heldBy: known.heldBy,
      run: input.run,
      days: {
        ...days,
        leftMilli: own
          .filter(course.isCounted)
          .reduce((sum, sector) => sum + (sectors.daysLeftMilli[sector] ?? 0), 0),
      },
      settings: { toleranceBps, keepBps, amberBps, redBps },
      figures,
      vacant: {
        sectors: vacant.length,
        names: vacant.flatMap((sector) => forces[sector]?.name ?? []),
        goalMilli: vacant.reduce((sum, sector) => sum + (bySector.figures.raw.goalMilli[sector] ?? 0), 0),
      },
      closedHcps: closed.size,
      activity: {
        done: sumOwn(input.activity.done),
        contactsADayMilli: Number.isFinite(activity.contactsPerDay[0])
          ? Math.round((activity.contactsPerDay[0] ?? 0) * 1000)
          : null,
        onTargetBps: bpsOf(activity.onTarget[0] ?? NaN),
      },
      curve,
      sectors: rows.sort(firstLate),
      channels: input.channels.map(({ id, code, name, weightMilli }) => ({ id, code, name, weightMilli })),
      segments: segmentTable(input),
      products: productTable(input, forecast),
      computing: {
        isRunning: computed?.state === 'QUEUED' || computed?.state === 'RUNNING',
        endedAt: computed?.endedAt ?? null,
      },
    }
  })
