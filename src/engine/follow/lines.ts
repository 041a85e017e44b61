/**
 * Lines of the plans in force on the as-of day: one row is one hcp × channel of one sector's plan. Columns of the same
 * length, rows in ascending (sector, hcp, channel) or (hcp, channel, sector) order: sums are taken in row order, and
 * the same rows in the same order give the same bytes.
 *
 * Contacts are whole numbers, weights and loads thousandths. Calls dated after the as-of day are not in `done`.
 */
export type FollowLines = {
  /** Dense index of the hcp, ascending by hcp id: ties are broken by it. */
  hcp: Int32Array
  /** Row of `FollowSectors`. */
  sector: Int32Array
  /** Index of the segment, −1 = none. */
  segment: Int32Array
  channel: Int32Array
  /** Approved contacts. */
  goal: Int32Array
  /** Approved contacts of the first sealed version that has the line: the raw reading. */
  firstGoal: Int32Array
  /** Contacts that earn credit at most, −1 = no maximum. */
  maxCredited: Int32Array
  weightMilli: Int32Array
  loadMilli: Int32Array
  /** DONE contacts of the run, through the as-of day. */
  done: Int32Array
  /** Planned contacts still to come. */
  planned: Int32Array
  /** n₀: DONE contacts with the same hcp and channel in the window before the cycle. */
  priorDone: Int32Array
  /** DONE contacts within the last 20 worked days of the sector. */
  recentDone: Int32Array
  /** 1 = the hcp ceased, opposed or refuses visits: the adjusted reading counts what is done, the forecast adds nothing. */
  closed: Uint8Array
}

/**
 * Sectors of the network, as of the same day. Capacities are whole thousandths of a contact, days whole thousandths of a
 * working day. A sector without capacity over the run, or vacant, is out of the adjusted reading and of the forecast.
 */
export type FollowSectors = {
  /** Capacity gone and capacity of the run, absences taken out. */
  goneMilli: Float64Array
  capacityMilli: Float64Array
  /** The same without taking absences out; for a vacant sector, its working days will do. 0 = no raw expectation. */
  rawGoneMilli: Float64Array
  rawCapacityMilli: Float64Array
  /** Capacity-days left (Σ over reps of days × shares). */
  daysLeftMilli: Float64Array
  /** Capacity-days behind `recentDone`. */
  recentDaysMilli: Float64Array
  /** Working days of the window before the cycle, and of the cycle: e₀ = goal × memoryDays ÷ runDays. */
  memoryDays: Float64Array
  runDays: Float64Array
  /** 1 = no lead. */
  vacant: Uint8Array
}

/** Which lines make which perimeter: `of[line]` is its number, 0 … count − 1, or −1 for none. */
export type Grouping = { of: Int32Array; count: number }

/** The lines of each perimeter, in row order: those of g are rows[start[g]] … rows[start[g + 1] − 1]. */
export type GroupedRows = { start: Int32Array; rows: Int32Array }

/** Counting sort of the lines by perimeter, stable. A number outside −1 … count − 1 is a RangeError. */
export function rowsByGroup(grouping: Grouping): GroupedRows {
  const { of, count } = grouping
  const start = new Int32Array(count + 1)
  for (const group of of) {
    if (group >= count || group < -1) throw new RangeError(`perimeter ${group} of ${count}`)
    if (group >= 0) start[group + 1] = (start[group + 1] as number) + 1
  }
  for (let group = 0; group < count; group++)
    start[group + 1] = (start[group + 1] as number) + (start[group] as number)
  const next = start.slice(0, count)
  const rows = new Int32Array(start[count] as number)
  of.forEach((group, row) => {
    if (group < 0) return
    const at = next[group] as number
    rows[at] = row
    next[group] = at + 1
  })
  return { start, rows }
}

/** Every line in one perimeter: the network. */
export function wholeGrouping(lines: Pick<FollowLines, 'goal'>): Grouping {
  return { of: new Int32Array(lines.goal.length), count: 1 }
}

/** Perimeters of sectors' attributes: `ofSector[sector]` is the region (or −1). */
export function groupingBySector(
  lines: Pick<FollowLines, 'sector'>,
  ofSector: Int32Array,
  count: number,
): Grouping {
  return { of: lines.sector.map((sector) => ofSector[sector] ?? -1), count }
}

/** Every pair of two groupings: perimeter = first × second.count + second; −1 where either is −1. */
export function crossGrouping(first: Grouping, second: Grouping): Grouping {
  const of = first.of.map((group, row) => {
    const other = second.of[row] ?? -1
    return group < 0 || other < 0 ? -1 : group * second.count + other
  })
  return { of, count: first.count * second.count }
}

/** The given rows of the lines, as lines of their own: one sector's, for its plan or its way out. */
export function takeLines(lines: FollowLines, rows: ArrayLike<number>): FollowLines {
  const take = (column: Int32Array) => Int32Array.from(rows, (row) => column[row] as number)
  return {
    hcp: take(lines.hcp),
    sector: take(lines.sector),
    segment: take(lines.segment),
    channel: take(lines.channel),
    goal: take(lines.goal),
    firstGoal: take(lines.firstGoal),
    maxCredited: take(lines.maxCredited),
    weightMilli: take(lines.weightMilli),
    loadMilli: take(lines.loadMilli),
    done: take(lines.done),
    planned: take(lines.planned),
    priorDone: take(lines.priorDone),
    recentDone: take(lines.recentDone),
    closed: Uint8Array.from(rows, (row) => lines.closed[row] as number),
  }
}
