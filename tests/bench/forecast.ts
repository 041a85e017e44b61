import {
  alertReading,
  crossGrouping,
  decideSectorAlerts,
  fitPrior,
  followFigures,
  forecastPerimeters,
  groupingBySector,
  lineLaws,
  type FollowLines,
  type FollowSectors,
  type Grouping,
} from '#src/engine/index.ts'
import { seededRandom } from '#src/lib/seeded-random.ts'
import type { Bench } from './bench.ts'
import { limitLine } from './lines.ts'
import { repeat } from './measure.ts'

const sectors = 1000
const linesASector = 300
const regions = 50
const segments = 8

function column(length: number, of: (row: number) => number): Int32Array {
  return Int32Array.from({ length }, (_, row) => of(row))
}

/** A network at 60 % of its run, each line with a goal of 1 to 6 and about as many contacts done as expected. */
function network(): { lines: FollowLines; forces: FollowSectors } {
  const random = seededRandom('bench network')
  const count = sectors * linesASector
  const goal = column(count, () => 1 + random.integer(6))
  const done = column(count, (row) => Math.floor((goal[row] ?? 0) * random.uniform() * 1.2))
  const lines: FollowLines = {
    hcp: column(count, (row) => row),
    sector: column(count, (row) => Math.floor(row / linesASector)),
    segment: column(count, () => random.integer(segments)),
    channel: column(count, () => random.integer(3)),
    goal,
    firstGoal: goal,
    maxCredited: column(count, (row) => (goal[row] ?? 0) + 2),
    weightMilli: column(count, () => (random.uniform() < 0.8 ? 1000 : 500)),
    loadMilli: column(count, () => 1000),
    done,
    planned: column(count, () => random.integer(2)),
    priorDone: column(count, () => random.integer(4)),
    recentDone: column(count, () => random.integer(2)),
    closed: new Uint8Array(count),
  }
  const same = (value: number) => new Float64Array(sectors).fill(value)
  const forces: FollowSectors = {
    goneMilli: same(60_000),
    capacityMilli: same(100_000),
    rawGoneMilli: same(60_000),
    rawCapacityMilli: same(100_000),
    daysLeftMilli: same(40_000),
    recentDaysMilli: same(20_000),
    memoryDays: same(80),
    runDays: same(80),
    vacant: new Uint8Array(sectors),
  }
  return { lines, forces }
}

const settings = { toleranceBps: 1000, keepBps: 9500, memoryMilli: 500 }
const alerts = { amberBps: 6000, redBps: 3000, startBps: 1000, floorContacts: 3, floorGoalContacts: 20 }

/** Figures, forecast and alerts of a whole network, as the night computes them. */
export const forecastBench: Bench = {
  name: 'forecast',
  database: false,
  run: async () => {
    const { lines, forces } = network()
    const regionOf = column(sectors, (sector) => sector % regions)
    const bySector = groupingBySector(
      lines,
      column(sectors, (sector) => sector),
      sectors,
    )
    const byRegion = groupingBySector(lines, regionOf, regions)
    const bySegment: Grouping = { of: lines.segment, count: segments }
    const night = () => {
      const prior = fitPrior(lines, forces)
      const laws = lineLaws(lines, forces, prior, settings)
      const cut = (grouping: Grouping) => ({
        figures: followFigures(lines, forces, grouping, settings),
        chances: forecastPerimeters(laws, grouping, settings),
      })
      const own = cut(bySector)
      const parts = cut(crossGrouping(bySector, bySegment))
      cut(bySegment)
      cut(byRegion)
      const caseOf = ({ figures, chances }: typeof own, group: number) => ({
        today: alertReading(figures, chances, group),
        previousProbability: 0.5,
        isOpen: false,
      })
      let opened = 0
      for (let sector = 0; sector < sectors; sector += 1) {
        const own_parts = Array.from({ length: segments }, (_, segment) =>
          caseOf(parts, sector * segments + segment),
        )
        if (decideSectorAlerts(caseOf(own, sector), own_parts, alerts).sector.action === 'open') opened += 1
      }
      return opened
    }
    const times = await repeat(night, { warmUps: 1, repetitions: 5 })
    const work = `forecast and alerts of 1,000 sectors × 300 lines, by sector, segment, sector × segment and region, one core (${night()} alerts)`
    return [limitLine(work, times, 3000)]
  },
}
