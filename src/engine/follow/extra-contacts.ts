import { type PlanContext, planLineLaw } from '../forecast/plan-chance.ts'
import type { FollowLines } from './lines.ts'

/** One extra contact: the k-th on its line, over what is done, planned, and already added. */
export type ExtraContact = {
  line: number
  hcp: number
  k: number
  /** weight × value of the segment × P(n + max(X, p) + k − 1 < goal), in contacts. */
  gain: number
  loadMilli: number
}

/** What a ranking of extra contacts reads, beside the lines of one sector. */
export type ExtraInput = {
  lines: FollowLines
  context: PlanContext
  /** Value of a contact in each segment, thousandths; a line without segment counts 1,000. */
  segmentValueMilli: ArrayLike<number>
  /** Contacts that can still be made on each line beyond the planned ones (constraints, visit rule, minimum gap). */
  possible: Int32Array
}

/**
 * Gains of the extra contacts k = 1, 2 … of a line, `limit` at most: gain falls as k grows. P(n + max(X, p) + k − 1 < goal)
 * is 0 as soon as n + p + k > goal, else P(X ≤ goal − n − k).
 */
export function extraGains(input: ExtraInput, line: number, limit: number): number[] {
  const { lines } = input
  const goal = lines.goal[line] as number
  const done = lines.done[line] as number
  const most = Math.min(limit, goal - done - (lines.planned[line] as number))
  if (most <= 0 || lines.closed[line]) return []
  const value = input.segmentValueMilli[lines.segment[line] as number] ?? 1000
  const worth = ((lines.weightMilli[line] as number) / 1000) * (value / 1000)
  let sum = 0
  const cumulated = planLineLaw(lines, line, input.context, goal - done).map((share) => (sum += share))
  const last = cumulated.length - 1
  return Array.from({ length: most }, (_, index) => {
    const missing = goal - done - index - 1
    return worth * (cumulated[Math.min(missing, last)] as number)
  })
}

/** Contacts that can be added to a line: possible, and with credit left over what is done and planned. */
export function roomForExtra(input: ExtraInput, line: number): number {
  const { lines } = input
  const max = lines.maxCredited[line] as number
  const possible = input.possible[line] as number
  if (max < 0) return possible
  return Math.min(possible, max - (lines.done[line] as number) - (lines.planned[line] as number))
}

/**
 * Every extra contact worth making in a sector, best first: by gain ÷ load (a load of 0 before all others), then hcp id,
 * then k; lines of one hcp that tie keep their order.
 */
export function rankExtraContacts(input: ExtraInput): ExtraContact[] {
  const { lines } = input
  const contacts: ExtraContact[] = []
  for (let line = 0; line < lines.goal.length; line++) {
    const hcp = lines.hcp[line] as number
    const loadMilli = lines.loadMilli[line] as number
    extraGains(input, line, roomForExtra(input, line)).forEach((gain, index) => {
      if (gain > 0) contacts.push({ line, hcp, k: index + 1, gain, loadMilli })
    })
  }
  const rank = ({ gain, loadMilli }: ExtraContact) => (loadMilli > 0 ? gain / loadMilli : Infinity)
  const byRank = (a: ExtraContact, b: ExtraContact) => (rank(a) === rank(b) ? 0 : rank(b) - rank(a))
  return contacts.sort((a, b) => byRank(a, b) || a.hcp - b.hcp || a.k - b.k || a.line - b.line)
}
