import { adjustedGoalMilli, creditedContacts, elapsedShare, isSectorOut } from '../follow/credit.ts'
import type { FollowLines, FollowSectors } from '../follow/lines.ts'
import { type Arena, reserve } from './arena.ts'
import { type Posterior, posterior, writeCallsToCome } from './line.ts'
import { memoryRatio, type Prior } from './prior.ts'

/** Settings of the cycle that the forecast reads: κ and the attainment from which a plan is kept. */
export type ForecastSettings = { memoryMilli: number; keepBps: number }

export type ForecastLines = Pick<
  FollowLines,
  'sector' | 'goal' | 'maxCredited' | 'weightMilli' | 'done' | 'priorDone' | 'closed'
>
export type ForecastSectors = Pick<
  FollowSectors,
  'goneMilli' | 'capacityMilli' | 'memoryDays' | 'runDays' | 'vacant'
>

/**
 * Law of what each line will still earn, in contacts over what it has earned: P(k more) = values[offset[line] + k],
 * up to offset[line + 1]. Goal, earned and moments as the adjusted reading takes them; `counted` is 0 for lines of
 * sectors that are out.
 */
export type LineLaws = {
  counted: Uint8Array
  goalMilli: Float64Array
  earnedMilli: Float64Array
  weightMilli: Int32Array
  offset: Int32Array
  values: Float64Array
  /** Mean and variance of the contacts still to be credited. */
  mean: Float64Array
  variance: Float64Array
}

/** Contacts that a line can still be credited; −1 = no maximum. */
export function creditLeft(done: number, maxCredited: number): number {
  return maxCredited < 0 ? -1 : Math.max(maxCredited - done, 0)
}

/**
 * Law of every line as of the day of its columns. Before the seal `goneMilli` is 0 everywhere and the same formula gives
 * the law of the whole run. Closed lines, and lines of sectors that are out, earn nothing more.
 */
export function lineLaws(
  lines: ForecastLines,
  sectors: ForecastSectors,
  prior: Prior,
  settings: Pick<ForecastSettings, 'memoryMilli'>,
): LineLaws {
  const sectorCount = sectors.capacityMilli.length
  const elapsed = new Float64Array(sectorCount)
  const memory = new Float64Array(sectorCount)
  for (let sector = 0; sector < sectorCount; sector++) {
    elapsed[sector] = isSectorOut(sectors, sector) ? Number.NaN : elapsedShare(sectors, sector)
    memory[sector] = memoryRatio(sectors, sector)
  }
  return writeLaws(lines, (line) => {
    const sector = lines.sector[line] as number
    const gone = elapsed[sector] as number
    if (Number.isNaN(gone)) return null
    return posterior(prior, settings.memoryMilli, {
      goal: lines.goal[line] as number,
      done: lines.done[line] as number,
      priorDone: lines.priorDone[line] as number,
      elapsed: gone,
      memory: memory[sector] as number,
    })
  })
}

/** Laws of lines from what is known of each; null = not counted. */
export function writeLaws(
  lines: Pick<FollowLines, 'goal' | 'maxCredited' | 'weightMilli' | 'done' | 'closed'>,
  lawOf: (line: number) => Posterior | null,
): LineLaws {
  const count = lines.goal.length
  const arena: Arena = { values: new Float64Array(16 * count + 64) }
  const laws: Omit<LineLaws, 'values'> = {
    counted: new Uint8Array(count),
    goalMilli: new Float64Array(count),
    earnedMilli: new Float64Array(count),
    weightMilli: lines.weightMilli,
    offset: new Int32Array(count + 1),
    mean: new Float64Array(count),
    variance: new Float64Array(count),
  }
  let at = 0
  for (let line = 0; line < count; line++) {
    const done = lines.done[line] as number
    const law = lawOf(line)
    laws.counted[line] = law ? 1 : 0
    laws.goalMilli[line] = adjustedGoalMilli(lines, line)
    laws.earnedMilli[line] =
      creditedContacts(done, lines.maxCredited[line] as number) * (lines.weightMilli[line] as number)
    laws.offset[line] = at
    if (!law || lines.closed[line]) {
      reserve(arena, at, 1)
      arena.values[at] = 1
      at += 1
      continue
    }
    const length = writeCallsToCome(arena, at, law, creditLeft(done, lines.maxCredited[line] as number))
    let first = 0
    let second = 0
    for (let k = 1; k < length; k++) {
      const part = k * (arena.values[at + k] as number)
      first += part
      second += k * part
    }
    laws.mean[line] = first
    laws.variance[line] = Math.max(second - first * first, 0)
    at += length
  }
  laws.offset[count] = at
  return { ...laws, values: arena.values }
}
