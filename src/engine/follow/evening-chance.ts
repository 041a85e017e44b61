import { type Chance, readLaw } from '../forecast/chance.ts'
import { openLawTree } from '../forecast/law-tree.ts'
import { creditLeft } from '../forecast/line-laws.ts'
import { meanContacts, type PlanContext, planLineLaw } from '../forecast/plan-chance.ts'
import { adjustedGoalMilli, earnedMilli } from './credit.ts'
import type { FollowLines } from './lines.ts'

/** What is known about one line this evening: planned calls still to come, extra ones added, and the goal. */
export type LineState = { line: number; planned: number; extra: number; goal: number }

/** Chances of one sector where the calls to come of a line are max(X, p) + k. */
export type EveningChance = {
  read: () => Chance
  /** The chance after these lines changed; kept. */
  change: (states: readonly LineState[]) => Chance
}

/**
 * Law of what a line will still be credited when its calls to come are max(X, planned) + extra: what the alert's card and
 * a logged call read. `law` is that of X, told apart up to `room` contacts (−1 = no maximum of credit).
 */
export function withPlanned(law: Float64Array, room: number, planned: number, extra: number): Float64Array {
  const cap = room < 0 ? Infinity : room
  const most = Math.min(Math.max(law.length - 1, planned) + extra, cap)
  const values = new Float64Array(most + 1)
  law.forEach((probability, calls) => {
    const credited = Math.min(Math.max(calls, planned) + extra, cap)
    values[credited] = (values[credited] as number) + probability
  })
  return values
}

/** Opens the chance of one sector's lines, given their planned calls and k = 0; other columns are only read. */
export function openEveningChance(lines: FollowLines, context: PlanContext): EveningChance {
  const goal = lines.goal.slice()
  const current = { ...lines, goal }
  const lawOf = (line: number, planned: number, extra: number): Float64Array => {
    const law = planLineLaw(current, line, context)
    if (lines.closed[line]) return law
    const room = creditLeft(lines.done[line] as number, lines.maxCredited[line] as number)
    return withPlanned(law, room, planned, extra)
  }
  const leaves = Array.from(goal, (_, line) => lawOf(line, lines.planned[line] as number, 0))
  const tree = openLawTree(lines.weightMilli, leaves)
  const meanOf = (law: Float64Array, line: number) => meanContacts(law) * (lines.weightMilli[line] as number)
  const means = Float64Array.from(leaves, meanOf)
  const sum = (valueOf: (line: number) => number): number => {
    let total = 0
    for (let line = 0; line < goal.length; line++) total += valueOf(line)
    return total
  }
  const read = (): Chance =>
    readLaw(tree.total(), {
      goalMilli: sum((line) => adjustedGoalMilli(current, line)),
      earnedMilli: sum((line) => earnedMilli(lines, line)),
      meanToComeMilli: sum((line) => means[line] as number),
      keepBps: context.keepBps,
    })
  return {
    read,
    change: (states) => {
      const changes = states.map(({ line, planned, extra, goal: wanted }) => {
        goal[line] = wanted
        const values = lawOf(line, planned, extra)
        means[line] = meanOf(values, line)
        return { leaf: line, values }
      })
      tree.replace(changes.filter(({ leaf }) => (lines.weightMilli[leaf] as number) > 0))
      return read()
    },
  }
}

/** A call that was just logged, on a line of the sector. */
export type LoggedCall = {
  line: number
  isDone: boolean
  /** The call was one of the line's planned ones. */
  wasPlanned: boolean
}

/**
 * The chance before and after the last of the calls logged since the as-of day, both of the same evening: planned calls
 * count in both. A planned call that is done changes nothing, a planned one that is not done takes it away, an extra one
 * that is done adds it, an extra one that is not done leaves the chance as it is.
 *
 * `planned` of the lines still holds the planned calls among them. No call at all is a RangeError.
 */
export function loggedCallChance(
  lines: FollowLines,
  context: PlanContext,
  calls: readonly LoggedCall[],
): { before: Chance; after: Chance } {
  if (calls.length === 0) throw new RangeError('no call was logged')
  const evening = openEveningChance(lines, context)
  const before = evening.change(statesAfter(lines, calls.slice(0, -1)))
  return { before, after: evening.change(statesAfter(lines, calls)) }
}

function statesAfter(lines: FollowLines, calls: readonly LoggedCall[]): LineState[] {
  const states = new Map<number, LineState>()
  for (const { line, isDone, wasPlanned } of calls) {
    const state = states.get(line) ?? {
      line,
      planned: lines.planned[line] as number,
      extra: 0,
      goal: lines.goal[line] as number,
    }
    if (isDone && !wasPlanned) state.extra++
    if (!isDone && wasPlanned) state.planned = Math.max(state.planned - 1, 0)
    states.set(line, state)
  }
  return [...states.values()]
}
