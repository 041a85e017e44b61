import { elapsedShare, isSectorOut } from '../follow/credit.ts'
import type { FollowLines, FollowSectors } from '../follow/lines.ts'

/** Gamma law of the pace θ of a line relative to its plan: shape α, rate β. */
export type Prior = { alpha: number; beta: number }

/** Where neither the run nor the window before it says enough. */
export const defaultPrior: Prior = { alpha: 1.3, beta: 1.3 }

const fewestLines = 30
const leastExposure = 100

/**
 * α and β by the method of moments over counts n and exposures e (contacts): T = Σe, m = Σn ÷ T,
 * v = (Σ e·(n/e − m)² − (L − 1)·m) ÷ (T − Σe² ÷ T), at least (m ÷ 20)²; α = m² ÷ v, β = m ÷ v.
 *
 * The moments of a Poisson–Gamma mixture with unequal exposures (Bühlmann–Straub). Lines with e = 0 must not be given.
 * Fewer than two lines, or no count at all: NaN.
 */
export function priorByMoments(counts: ArrayLike<number>, exposures: ArrayLike<number>): Prior {
  const lines = counts.length
  let exposure = 0
  let count = 0
  let squares = 0
  for (let i = 0; i < lines; i++) {
    const e = exposures[i] as number
    exposure += e
    squares += e * e
    count += counts[i] as number
  }
  const mean = count / exposure
  let spread = 0
  for (let i = 0; i < lines; i++) {
    const e = exposures[i] as number
    const gap = (counts[i] as number) / e - mean
    spread += e * gap * gap
  }
  const floor = (mean / 20) * (mean / 20)
  const variance = Math.max((spread - (lines - 1) * mean) / (exposure - squares / exposure), floor)
  return { alpha: (mean * mean) / variance, beta: mean / variance }
}

/**
 * Prior of a network: over its lines with goal > 0 and e > 0, lines of vacant sectors and closed lines left out. Under 30
 * lines or Σe < 100 the same on the memory (n₀, e₀); too little there as well: α = β = 1.3. Exposures without a single
 * call have no moments and count as too little.
 */
export function fitPrior(
  lines: Pick<FollowLines, 'sector' | 'goal' | 'done' | 'priorDone' | 'closed'>,
  sectors: Pick<FollowSectors, 'goneMilli' | 'capacityMilli' | 'memoryDays' | 'runDays' | 'vacant'>,
): Prior {
  const ofRun = collect(lines, sectors, lines.done, (sector) => elapsedShare(sectors, sector))
  if (ofRun) return ofRun
  return collect(lines, sectors, lines.priorDone, (sector) => memoryRatio(sectors, sector)) ?? defaultPrior
}

/** Exposure of the memory by contact of goal: working days of the window ÷ working days of the cycle. */
export function memoryRatio(sectors: Pick<FollowSectors, 'memoryDays' | 'runDays'>, sector: number): number {
  const run = sectors.runDays[sector] as number
  return run > 0 ? (sectors.memoryDays[sector] as number) / run : 0
}

function collect(
  lines: Pick<FollowLines, 'sector' | 'goal' | 'closed'>,
  sectors: Pick<FollowSectors, 'capacityMilli' | 'vacant'>,
  done: Int32Array,
  share: (sector: number) => number,
): Prior | undefined {
  const counts: number[] = []
  const exposures: number[] = []
  for (let line = 0; line < lines.goal.length; line++) {
    const sector = lines.sector[line] as number
    if (lines.closed[line] || isSectorOut(sectors, sector)) continue
    const e = share(sector) * (lines.goal[line] as number)
    if (!(e > 0)) continue
    counts.push(done[line] as number)
    exposures.push(e)
  }
  return priorOrNothing(counts, exposures)
}

/** The prior by moments; undefined where there is too little: under 30 lines, Σe < 100, or not a single call. */
export function priorOrNothing(counts: readonly number[], exposures: readonly number[]): Prior | undefined {
  const exposure = exposures.reduce((sum, one) => sum + one, 0)
  const called = counts.some((count) => count > 0)
  if (counts.length < fewestLines || exposure < leastExposure || !called) return undefined
  return priorByMoments(counts, exposures)
}
