import { adjustedGoalMilli, earnedMilli, elapsedShare } from '../follow/credit.ts'
import type { FollowLines } from '../follow/lines.ts'
import { type Chance, readLaw } from './chance.ts'
import { type LawTree, openLawTree } from './law-tree.ts'
import { creditLeft, type ForecastSectors, type ForecastSettings } from './line-laws.ts'
import { posterior, writeCallsToCome } from './line.ts'
import { memoryRatio, type Prior } from './prior.ts'

/** Lines of one sector's plan as it stands on the screen; removed lines stay, with goal 0. */
export type PlanLines = Pick<
  FollowLines,
  'goal' | 'maxCredited' | 'weightMilli' | 'done' | 'priorDone' | 'closed'
>

/** One sector on one day: elapsed is 0 before the seal; memory = working days of the window ÷ of the cycle. */
export type PlanContext = ForecastSettings & { prior: Prior; elapsed: number; memory: number }

/** The context of one sector of the network, as of the day of its columns. */
export function planContext(
  sectors: ForecastSectors,
  sector: number,
  prior: Prior,
  settings: ForecastSettings,
): PlanContext {
  return {
    memoryMilli: settings.memoryMilli,
    keepBps: settings.keepBps,
    prior,
    elapsed: elapsedShare(sectors, sector),
    memory: memoryRatio(sectors, sector),
  }
}

/** What the rep types on a line. */
export type PlanChange = { line: number; goal: number; maxCredited: number }

export type PlanChance = {
  /** The lines as they stand, changes included: to be read, never written. */
  lines: PlanLines
  /** Chance of the plan as it stands. */
  read: () => Chance
  /** Keeps the changes and answers the new chance. */
  change: (changes: readonly PlanChange[]) => Chance
  /** The chance if the changes were made; nothing is kept. */
  whatIf: (changes: readonly PlanChange[]) => Chance
}

/** P(kept) less or more than the plan as it stands, a share; NaN where the step cannot be made. */
export type PlanStep = { line: number; less: number; more: number }

/**
 * The law of what one line of a plan will still be credited, in contacts; `room` is how many contacts the law tells apart
 * (−1 = all).
 */
export function planLineLaw(
  lines: PlanLines,
  line: number,
  context: PlanContext,
  room: number = creditLeft(lines.done[line] as number, lines.maxCredited[line] as number),
): Float64Array {
  if (lines.closed[line]) return Float64Array.of(1)
  const law = posterior(context.prior, context.memoryMilli, {
    goal: lines.goal[line] as number,
    done: lines.done[line] as number,
    priorDone: lines.priorDone[line] as number,
    elapsed: context.elapsed,
    memory: context.memory,
  })
  const arena = { values: new Float64Array(32) }
  const length = writeCallsToCome(arena, 0, law, room)
  return arena.values.slice(0, length)
}

/**
 * Opens the chance of a plan for editing: the first reading convolves every line, a change of one line log₂ n sums.
 * The columns given are copied. The same function as the forecast of the sealed plan, always exact.
 */
export function openPlanChance(given: PlanLines, context: PlanContext): PlanChance {
  const lines: PlanLines = { ...given, goal: given.goal.slice(), maxCredited: given.maxCredited.slice() }
  const leaves = Array.from(lines.goal, (_, line) => planLineLaw(lines, line, context))
  const tree = openLawTree(lines.weightMilli, leaves)
  const meanOf = (law: Float64Array, line: number) => meanContacts(law) * (lines.weightMilli[line] as number)
  const means = Float64Array.from(leaves, meanOf)
  const goals = Float64Array.from(leaves, (_, line) => adjustedGoalMilli(lines, line))
  const earned = Float64Array.from(leaves, (_, line) => earnedMilli(lines, line))
  const sum = (column: Float64Array) => column.reduce((total, value) => total + value, 0)

  const read = (): Chance =>
    readLaw(tree.total(), {
      goalMilli: sum(goals),
      earnedMilli: sum(earned),
      meanToComeMilli: sum(means),
      keepBps: context.keepBps,
    })
  const write = (changes: readonly PlanChange[]): ReturnType<LawTree['replace']> => {
    const laws = changes.map(({ line, goal, maxCredited }) => {
      lines.goal[line] = goal
      lines.maxCredited[line] = maxCredited
      const values = planLineLaw(lines, line, context)
      means[line] = meanOf(values, line)
      goals[line] = adjustedGoalMilli(lines, line)
      earned[line] = earnedMilli(lines, line)
      return { leaf: line, values }
    })
    return tree.replace(laws.filter(({ leaf }) => (lines.weightMilli[leaf] as number) > 0))
  }

  return {
    lines,
    read,
    change: (changes) => {
      write(changes)
      return read()
    },
    whatIf: (changes) => {
      const before = changes.map(({ line }) => ({
        line,
        goal: lines.goal[line] as number,
        maxCredited: lines.maxCredited[line] as number,
        mean: means[line] as number,
        goalMilli: goals[line] as number,
        earnedMilli: earned[line] as number,
      }))
      const undo = write(changes)
      const chance = read()
      undo()
      for (const one of before.reverse()) {
        lines.goal[one.line] = one.goal
        lines.maxCredited[one.line] = one.maxCredited
        means[one.line] = one.mean
        goals[one.line] = one.goalMilli
        earned[one.line] = one.earnedMilli
      }
      return chance
    },
  }
}

/** The chance of a plan, once. */
export function planChance(lines: PlanLines, context: PlanContext): Chance {
  return openPlanChance(lines, context).read()
}

/**
 * What one contact less and one more on each of the given lines would do to P(kept). A goal goes down to what is done and
 * up to its maximum of credit; a step beyond is NaN.
 */
export function whatIfs(plan: PlanChance, given: readonly number[]): PlanStep[] {
  const { lines } = plan
  const now = plan.read().probability
  return given.map((line) => {
    const goal = lines.goal[line] as number
    const maxCredited = lines.maxCredited[line] as number
    const step = (to: number) => plan.whatIf([{ line, goal: to, maxCredited }]).probability - now
    return {
      line,
      less: goal > Math.max(lines.done[line] as number, 0) ? step(goal - 1) : Number.NaN,
      more: maxCredited < 0 || goal < maxCredited ? step(goal + 1) : Number.NaN,
    }
  })
}

/** Mean of a law of whole contacts. */
export function meanContacts(law: Float64Array): number {
  let mean = 0
  for (let k = 1; k < law.length; k++) mean += k * (law[k] as number)
  return mean
}
