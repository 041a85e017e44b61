import { adjustedGoalMilli, earnedMilli, isSectorOut } from './credit.ts'
import { type FollowLines, type FollowSectors, type Grouping, rowsByGroup } from './lines.ts'
import { expectedMilli, groupStatus, sectorStatus } from './status.ts'

export type FigureSettings = { toleranceBps: number; keepBps: number }

/** One reading of each perimeter. Amounts in thousandths of a contact, shares as fractions, NaN = missing. */
export type ReadingFigures = {
  /** DONE contacts, without credit or weight. */
  done: Float64Array
  goalMilli: Float64Array
  earnedMilli: Float64Array
  /** Σ over sectors of elapsed × goal, each rounded half up; NaN where no sector has capacity. */
  expectedMilli: Float64Array
  goneMilli: Float64Array
  capacityMilli: Float64Array
  elapsed: Float64Array
  attainment: Float64Array
  /** Codes of status.ts. */
  status: Int8Array
  remainingMilli: Float64Array
  toScheduleMilli: Float64Array
  /** max(keep × goal − earned, 0). */
  shortMilli: Float64Array
  /** 1 = earned ≥ keep × goal already. */
  kept: Uint8Array
  /** Weighted contacts a capacity-day: short ÷ days left; NaN when none is left. */
  requiredPace: Float64Array
  /** Weighted contacts a capacity-day over the last 20 worked days; NaN without such days. */
  recentPace: Float64Array
}

/** Figures of each perimeter of a grouping. */
export type FollowFigures = {
  lines: Int32Array
  /** Committed hcps (approved contacts on a line of the perimeter), and those met once at least. */
  hcps: Int32Array
  seen: Int32Array
  /** Committed hcps done at least as often as approved on every line of the perimeter. */
  atFrequency: Int32Array
  raw: ReadingFigures
  adjusted: ReadingFigures
}

type Columns = 'goneMilli' | 'capacityMilli'

/**
 * Figures of every perimeter: hcp, segment, channel, sector, region, network or any other, as the grouping says.
 *
 * Raw takes every line's first goal, vacant sectors and working days without absences; adjusted takes the goal in force,
 * closed lines at what they earned, sectors that are out left out. Credit, expected and status as `domain.md` defines
 * them, on whole numbers. Within one sector the status compares exactly, over several it reads the rounded sum.
 */
export function followFigures(
  lines: FollowLines,
  sectors: FollowSectors,
  grouping: Grouping,
  settings: FigureSettings,
): FollowFigures {
  const { start, rows } = rowsByGroup(grouping)
  const count = grouping.count
  const figures: FollowFigures = {
    lines: new Int32Array(count),
    hcps: new Int32Array(count),
    seen: new Int32Array(count),
    atFrequency: new Int32Array(count),
    raw: emptyReading(count),
    adjusted: emptyReading(count),
  }
  const hcpCount = lines.hcp.reduce((most, hcp) => Math.max(most, hcp + 1), 0)
  const stamps = {
    committed: new Int32Array(hcpCount).fill(-1),
    seen: new Int32Array(hcpCount).fill(-1),
    missed: new Int32Array(hcpCount).fill(-1),
  }
  const scratch = {
    goal: new Float64Array(sectors.vacant.length),
    touched: new Uint8Array(sectors.vacant.length),
  }
  for (let group = 0; group < count; group++) {
    const own = rows.subarray(start[group], start[group + 1])
    figures.lines[group] = own.length
    countHcps(lines, own, group, stamps, figures)
    readRaw(lines, sectors, own, group, settings, scratch, figures.raw)
    readAdjusted(lines, sectors, own, group, settings, scratch, figures.adjusted)
  }
  return figures
}

function countHcps(
  lines: FollowLines,
  rows: Int32Array,
  group: number,
  stamps: { committed: Int32Array; seen: Int32Array; missed: Int32Array },
  figures: FollowFigures,
): void {
  for (const row of rows) {
    const hcp = lines.hcp[row] as number
    const done = lines.done[row] as number
    const goal = lines.goal[row] as number
    if (goal > 0) stamps.committed[hcp] = group
    if (done > 0) stamps.seen[hcp] = group
    if (done < goal) stamps.missed[hcp] = group
  }
  let committed = 0
  let seen = 0
  let atFrequency = 0
  for (const row of rows) {
    const hcp = lines.hcp[row] as number
    if (stamps.committed[hcp] !== group) continue
    committed++
    if (stamps.seen[hcp] === group) seen++
    if (stamps.missed[hcp] !== group) atFrequency++
    stamps.committed[hcp] = -1
  }
  figures.hcps[group] = committed
  figures.seen[group] = seen
  figures.atFrequency[group] = atFrequency
}

type Scratch = { goal: Float64Array; touched: Uint8Array }

function readRaw(
  lines: FollowLines,
  sectors: FollowSectors,
  rows: Int32Array,
  group: number,
  settings: FigureSettings,
  scratch: Scratch,
  out: ReadingFigures,
): void {
  const capacity = { goneMilli: sectors.rawGoneMilli, capacityMilli: sectors.rawCapacityMilli }
  const goal = (row: number) => (lines.firstGoal[row] as number) * (lines.weightMilli[row] as number)
  readRows(lines, sectors, rows, group, settings, scratch, out, capacity, goal, () => false)
}

function readAdjusted(
  lines: FollowLines,
  sectors: FollowSectors,
  rows: Int32Array,
  group: number,
  settings: FigureSettings,
  scratch: Scratch,
  out: ReadingFigures,
): void {
  const goal = (row: number) => adjustedGoalMilli(lines, row)
  const isOut = (sector: number) => isSectorOut(sectors, sector)
  readRows(lines, sectors, rows, group, settings, scratch, out, sectors, goal, isOut)
}

function readRows(
  lines: FollowLines,
  sectors: FollowSectors,
  rows: Int32Array,
  group: number,
  settings: FigureSettings,
  scratch: Scratch,
  out: ReadingFigures,
  capacity: Pick<FollowSectors, Columns>,
  goalOf: (row: number) => number,
  isOut: (sector: number) => boolean,
): void {
  const found: number[] = []
  let done = 0
  let goalMilli = 0
  let earned = 0
  let remaining = 0
  let toSchedule = 0
  let recent = 0
  for (const row of rows) {
    const sector = lines.sector[row] as number
    if (isOut(sector)) continue
    const weight = lines.weightMilli[row] as number
    const goal = goalOf(row)
    const earnedOfRow = earnedMilli(lines, row)
    done += lines.done[row] as number
    goalMilli += goal
    earned += earnedOfRow
    remaining += Math.max(goal - earnedOfRow, 0)
    toSchedule += Math.max(goal - (lines.planned[row] as number) * weight - earnedOfRow, 0)
    recent += (lines.recentDone[row] as number) * weight
    if (!scratch.touched[sector]) {
      scratch.touched[sector] = 1
      scratch.goal[sector] = 0
      found.push(sector)
    }
    scratch.goal[sector] = (scratch.goal[sector] as number) + goal
  }
  let expected = Number.NaN
  let gone = 0
  let total = 0
  let daysLeft = 0
  let recentDays = 0
  for (const sector of found.sort((a, b) => a - b)) {
    scratch.touched[sector] = 0
    const sectorGone = capacity.goneMilli[sector] as number
    const sectorCapacity = capacity.capacityMilli[sector] as number
    daysLeft += sectors.daysLeftMilli[sector] as number
    recentDays += sectors.recentDaysMilli[sector] as number
    if (!(sectorCapacity > 0)) continue
    gone += sectorGone
    total += sectorCapacity
    const own = expectedMilli(scratch.goal[sector] as number, sectorGone, sectorCapacity)
    expected = (Number.isNaN(expected) ? 0 : expected) + own
  }
  const short = Math.max((goalMilli * settings.keepBps) / 10_000 - earned, 0)
  out.done[group] = done
  out.goalMilli[group] = goalMilli
  out.earnedMilli[group] = earned
  out.expectedMilli[group] = expected
  out.goneMilli[group] = gone
  out.capacityMilli[group] = total
  out.elapsed[group] = total > 0 ? gone / total : Number.NaN
  out.attainment[group] = goalMilli > 0 ? earned / goalMilli : Number.NaN
  out.status[group] =
    found.length === 1
      ? sectorStatus(earned, goalMilli, gone, total, settings.toleranceBps)
      : groupStatus(earned, expected, settings.toleranceBps)
  out.remainingMilli[group] = remaining
  out.toScheduleMilli[group] = toSchedule
  out.shortMilli[group] = short
  out.kept[group] = goalMilli > 0 && earned * 10_000 >= goalMilli * settings.keepBps ? 1 : 0
  out.requiredPace[group] = daysLeft > 0 ? short / daysLeft : Number.NaN
  out.recentPace[group] = recentDays > 0 ? recent / recentDays : Number.NaN
}

function emptyReading(count: number): ReadingFigures {
  const column = () => new Float64Array(count)
  return {
    done: column(),
    goalMilli: column(),
    earnedMilli: column(),
    expectedMilli: column(),
    goneMilli: column(),
    capacityMilli: column(),
    elapsed: column(),
    attainment: column(),
    status: new Int8Array(count),
    remainingMilli: column(),
    toScheduleMilli: column(),
    shortMilli: column(),
    kept: new Uint8Array(count),
    requiredPace: column(),
    recentPace: column(),
  }
}
