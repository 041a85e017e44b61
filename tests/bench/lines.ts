import type { Spread } from './measure.ts'

/** One line of the results. `met` is null where a figure is told for what it is, without a budget. */
export type Line = {
  work: string
  ours: string
  peer: string
  ratio: string
  budget: string
  met: boolean | null
}

const digits = (value: number) => (value >= 100 ? 0 : value >= 10 ? 1 : 2)

/** A duration in the unit that a person reads. */
export const duration = (milliseconds: number): string =>
  milliseconds >= 1000
    ? `${(milliseconds / 1000).toFixed(digits(milliseconds / 1000))} s`
    : `${milliseconds.toFixed(digits(milliseconds))} ms`

/** The median, between the fastest and the slowest run. */
export const shown = (spread: Spread, of: 'median' | 'p95' = 'median'): string =>
  of === 'p95'
    ? `p95 ${duration(spread.p95)} (median ${duration(spread.median)}, ${spread.runs} runs)`
    : `${duration(spread.median)} (${duration(spread.low)} – ${duration(spread.high)}, ${spread.runs} runs)`

/** Ours as so many times the peer; `most` null = no budget. */
export function ratioLine(
  work: string,
  ours: Spread,
  peer: Spread,
  most: number | null,
  of: 'median' | 'p95' = 'median',
): Line {
  const ratio = ours[of] / peer[of]
  return {
    work,
    ours: shown(ours, of),
    peer: shown(peer, of),
    ratio: ratio.toFixed(2),
    budget: most === null ? '–' : `≤ ${most < 1 ? most.toFixed(2) : most}`,
    met: most === null ? null : ratio <= most,
  }
}

/** A work of one core against a limit of its own, which what the process took of the processor must keep. */
export const limitLine = (work: string, ours: Spread, mostMilliseconds: number | null): Line => ({
  work,
  ours: `${duration(ours.processor)} of one core; elapsed ${shown(ours)}`,
  peer: '–',
  ratio: '–',
  budget: mostMilliseconds === null ? '–' : `≤ ${duration(mostMilliseconds)}`,
  met: mostMilliseconds === null ? null : ours.processor <= mostMilliseconds,
})
