import { normalCdf, normalDensity, normalQuantile } from '#src/lib/special/normal.ts'
import type { Law } from './convolve.ts'

/**
 * What the forecast says of one perimeter. Amounts are thousandths of a contact; NaN where there is no goal.
 * `probability` is P(kept): final earned ≥ keep × goal. Low and high are the smallest values whose cumulated probability
 * reaches 10 % and 90 %. `shortfallMilli` is E[max(keep × goal − final earned, 0)].
 */
export type Chance = {
  probability: number
  goalMilli: number
  earnedMilli: number
  meanMilli: number
  lowMilli: number
  highMilli: number
  shortfallMilli: number
}

/** Amounts of a perimeter that its law does not hold. */
export type ChanceBase = {
  goalMilli: number
  earnedMilli: number
  meanToComeMilli: number
  keepBps: number
}

/** The plan is kept where earned × 10,000 ≥ keep × goal: whole numbers, no quotient is rounded. */
export function keptFromMilli(goalMilli: number, keepBps: number): number {
  return Math.ceil((goalMilli * keepBps) / 10_000)
}

const nothing = (base: ChanceBase): Chance => ({
  probability: Number.NaN,
  goalMilli: base.goalMilli,
  earnedMilli: base.earnedMilli,
  meanMilli: Number.NaN,
  lowMilli: Number.NaN,
  highMilli: Number.NaN,
  shortfallMilli: Number.NaN,
})

/** Reads the exact law of what is still to come. */
export function readLaw(law: Law, base: ChanceBase): Chance {
  const { goalMilli, earnedMilli, keepBps } = base
  if (!(goalMilli > 0)) return nothing(base)
  const { step, start, values } = law
  const lastIndex = values.length - 1
  const wanted = (goalMilli * keepBps) / 10_000
  const needed = Math.ceil((keptFromMilli(goalMilli, keepBps) - earnedMilli) / step) - start
  let probability = 0
  for (let i = lastIndex; i >= needed && i >= 0; i--) probability += values[i] as number
  let low = Number.NaN
  let high = lastIndex
  let cumulated = 0
  let shortfall = 0
  for (let i = 0; i <= lastIndex; i++) {
    const share = values[i] as number
    if (i < needed) shortfall += share * (wanted - earnedMilli - (start + i) * step)
    cumulated += share
    if (Number.isNaN(low) && cumulated >= 0.1) low = i
    if (cumulated >= 0.9 && i < high) high = i
  }
  return {
    probability: Math.min(probability, 1),
    goalMilli,
    earnedMilli,
    meanMilli: earnedMilli + base.meanToComeMilli,
    lowMilli: earnedMilli + (start + low) * step,
    highMilli: earnedMilli + (start + high) * step,
    shortfallMilli: shortfall,
  }
}

/**
 * The normal law of the same mean and variance, with continuity correction of half a step of the lattice: what stands
 * for the exact law above 2,000 lines. The expected shortfall is that of the continuous law.
 */
export function readNormal(varianceMilli: number, step: number, base: ChanceBase): Chance {
  const { goalMilli, earnedMilli, keepBps, meanToComeMilli } = base
  if (!(goalMilli > 0)) return nothing(base)
  if (!(varianceMilli > 0)) {
    const law = { step, start: Math.round(meanToComeMilli / step), values: Float64Array.of(1) }
    return readLaw(law, base)
  }
  const deviation = Math.sqrt(varianceMilli)
  const wanted = (goalMilli * keepBps) / 10_000 - earnedMilli
  const needed = Math.ceil((keptFromMilli(goalMilli, keepBps) - earnedMilli) / step)
  const point = (z: number) =>
    earnedMilli + Math.max(Math.ceil((meanToComeMilli + z * deviation) / step - 0.5), 0) * step
  const z = (wanted - meanToComeMilli) / deviation
  return {
    probability: needed <= 0 ? 1 : normalCdf((meanToComeMilli - (needed - 0.5) * step) / deviation),
    goalMilli,
    earnedMilli,
    meanMilli: earnedMilli + meanToComeMilli,
    lowMilli: point(normalQuantile(0.1)),
    highMilli: point(normalQuantile(0.9)),
    shortfallMilli: wanted <= 0 ? 0 : deviation * (z * normalCdf(z) + normalDensity(z)),
  }
}
