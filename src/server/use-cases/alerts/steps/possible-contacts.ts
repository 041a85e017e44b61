import type { FollowLines } from '#src/engine/index.ts'
import { addDays, daysBetween } from '#src/lib/calendar.ts'
import type { HcpLimit } from '../../../repositories/follow-limit-repository.ts'

/** Two contacts with one hcp are a week apart at least; one who refused is not asked again for two weeks. */
const gapDays = 7
const refusalDays = 14

export type Possible = {
  /** Contacts that each line can still take beyond its planned ones. */
  possible: Int32Array
  /** Lines held back by the time left, and by the yearly cap. */
  bySpacing: Uint8Array
  byYearlyCap: Uint8Array
}

/**
 * How many more contacts every line can take until the last day: closed lines none, the others what the gap between two
 * contacts leaves, and no hcp beyond its yearly maximum (its own, else the cycle's).
 */
export function possibleContacts(
  lines: FollowLines,
  hcpIds: readonly string[],
  limits: ReadonlyMap<string, HcpLimit>,
  window: { from: string; until: string },
  yearlyCap: number | null,
): Possible {
  const count = lines.goal.length
  const result: Possible = {
    possible: new Int32Array(count),
    bySpacing: new Uint8Array(count),
    byYearlyCap: new Uint8Array(count),
  }
  // What one line of an hcp takes, of its days or of its yearly maximum, the next one no longer has.
  const taken = new Map<number, { spaced: number; year: number }>()
  for (let line = 0; line < count; line++) {
    if (lines.closed[line]) continue
    const hcp = lines.hcp[line] ?? -1
    const limit = limits.get(hcpIds[hcp] ?? '')
    const used = taken.get(hcp) ?? { spaced: 0, year: 0 }
    // What takes no working contact (an e-mail) asks nobody for time.
    const isFree = lines.loadMilli[line] === 0
    const spaced = isFree ? Infinity : weeksFrom(limit, window) - used.spaced
    const maximum = limit?.yearlyMax ?? yearlyCap
    const year = maximum === null ? Infinity : maximum - (limit?.doneYear ?? 0) - used.year
    const planned = lines.planned[line] ?? 0
    const wanted = Math.max((lines.goal[line] ?? 0) - (lines.done[line] ?? 0) - planned, 0)
    const possible = Math.max(Math.min(spaced - planned, year - planned, wanted), 0)
    result.possible[line] = possible
    result.byYearlyCap[line] = year - planned < wanted ? 1 : 0
    result.bySpacing[line] = year - planned >= wanted && spaced - planned < wanted ? 1 : 0
    taken.set(hcp, {
      spaced: used.spaced + (isFree ? 0 : possible + planned),
      year: used.year + possible + planned,
    })
  }
  return result
}

/** Meetings that fit before the last day, a gap apart, from the first day on which the hcp may be met again. */
function weeksFrom(limit: HcpLimit | undefined, window: { from: string; until: string }): number {
  const first = [
    limit?.lastDone && addDays(limit.lastDone, gapDays),
    limit?.lastRefused && addDays(limit.lastRefused, refusalDays),
  ].reduce<string>((day, other) => (other && other > day ? other : day), window.from)
  const left = daysBetween(first, window.until)
  return left < 0 ? 0 : Math.floor(left / gapDays) + 1
}
