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

const later = (a: string, b: string) => (a > b ? a : b)

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
  for (let line = 0; line < count; line++) {
    if (lines.closed[line]) continue
    const limit = limits.get(hcpIds[lines.hcp[line] ?? -1] ?? '')
    const first = [
      limit?.lastDone && addDays(limit.lastDone, gapDays),
      limit?.lastRefused && addDays(limit.lastRefused, refusalDays),
    ].reduce<string>((day, other) => (other ? later(day, other) : day), window.from)
    const left = daysBetween(first, window.until)
    // What takes no working contact (an e-mail) asks nobody for time.
    const isFree = lines.loadMilli[line] === 0
    const spaced = isFree ? 1000 : left < 0 ? 0 : Math.floor(left / gapDays) + 1
    const planned = lines.planned[line] ?? 0
    const maximum = limit?.yearlyMax ?? yearlyCap
    const room = maximum === null ? Infinity : Math.max(maximum - (limit?.doneYear ?? 0) - planned, 0)
    const free = Math.max(spaced - planned, 0)
    const wanted = Math.max((lines.goal[line] ?? 0) - (lines.done[line] ?? 0) - planned, 0)
    result.possible[line] = Math.min(free, room)
    result.byYearlyCap[line] = room < wanted ? 1 : 0
    result.bySpacing[line] = room >= wanted && free < wanted ? 1 : 0
  }
  return result
}
