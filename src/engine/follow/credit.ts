import type { FollowLines, FollowSectors } from './lines.ts'

/** Contacts that earn credit: min(done, max); −1 = no maximum. */
export function creditedContacts(done: number, maxCredited: number): number {
  return maxCredited >= 0 && done > maxCredited ? maxCredited : done
}

/** Earned of a line, thousandths: min(done, max credited) × weight. Weight 1, max 4, done 5 → 4,000. */
export function earnedMilli(
  lines: Pick<FollowLines, 'done' | 'maxCredited' | 'weightMilli'>,
  line: number,
): number {
  const credited = creditedContacts(lines.done[line] as number, lines.maxCredited[line] as number)
  return credited * (lines.weightMilli[line] as number)
}

/** Goal of a line as the adjusted reading takes it, thousandths: a closed line asks for what it earned, no more. */
export function adjustedGoalMilli(
  lines: Pick<FollowLines, 'goal' | 'done' | 'maxCredited' | 'weightMilli' | 'closed'>,
  line: number,
): number {
  if (lines.closed[line]) return earnedMilli(lines, line)
  return (lines.goal[line] as number) * (lines.weightMilli[line] as number)
}

/** Vacant sectors, and sectors without any capacity over the run, are out of the adjusted reading and of the forecast. */
export function isSectorOut(
  sectors: Pick<FollowSectors, 'vacant' | 'capacityMilli'>,
  sector: number,
): boolean {
  return sectors.vacant[sector] === 1 || !((sectors.capacityMilli[sector] as number) > 0)
}

/** Share of the run's capacity that is gone in one sector, 0 … 1; NaN = missing, where the sector has none. */
export function elapsedShare(
  sectors: Pick<FollowSectors, 'goneMilli' | 'capacityMilli'>,
  sector: number,
): number {
  const capacity = sectors.capacityMilli[sector] as number
  return capacity > 0 ? Math.min((sectors.goneMilli[sector] as number) / capacity, 1) : Number.NaN
}
