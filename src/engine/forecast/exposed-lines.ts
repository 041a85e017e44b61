import type { FollowLines } from '../follow/lines.ts'
import { posteriorOf } from './line.ts'
import { type LineLaws, writeLaws } from './line-laws.ts'
import { defaultPrior, type Prior, priorOrNothing } from './prior.ts'

/** Lines whose exposures are given in contacts, outside any sector: e and e₀ of each. */
export type ExposedLines = Pick<
  FollowLines,
  'goal' | 'maxCredited' | 'weightMilli' | 'done' | 'priorDone'
> & {
  readonly exposure: Float64Array
  readonly priorExposure: Float64Array
}

export type PriorOrigin = 'run' | 'memory' | 'default'

/** The prior of the lines taken as one network (`fitPrior`), and what it was read from. */
export function exposedPrior(lines: ExposedLines): Prior & { origin: PriorOrigin; lines: number } {
  const fit = (origin: PriorOrigin, done: Int32Array, exposure: Float64Array) => {
    const rows = Array.from(lines.goal.keys()).filter(
      (line) => (lines.goal[line] as number) > 0 && (exposure[line] as number) > 0,
    )
    const prior = priorOrNothing(
      rows.map((line) => done[line] as number),
      rows.map((line) => exposure[line] as number),
    )
    return prior && { ...prior, origin, lines: rows.length }
  }
  return (
    fit('run', lines.done, lines.exposure) ??
    fit('memory', lines.priorDone, lines.priorExposure) ?? { ...defaultPrior, origin: 'default', lines: 0 }
  )
}

/** `lineLaws` of lines whose exposures are given. */
export function exposedLaws(lines: ExposedLines, prior: Prior, memoryMilli: number): LineLaws {
  return writeLaws({ ...lines, closed: new Uint8Array(lines.goal.length) }, (line) =>
    posteriorOf(prior, memoryMilli, {
      goal: lines.goal[line] as number,
      done: lines.done[line] as number,
      gone: lines.exposure[line] as number,
      priorDone: lines.priorDone[line] as number,
      priorGone: lines.priorExposure[line] as number,
    }),
  )
}
