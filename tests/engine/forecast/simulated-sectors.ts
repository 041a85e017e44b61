import { lineLaws } from '#src/engine/forecast/line-laws.ts'
import { forecastPerimeters } from '#src/engine/forecast/perimeter.ts'
import { fitPrior } from '#src/engine/forecast/prior.ts'
import { type SeededRandom, seededRandom } from '#src/lib/seeded-random.ts'
import { linesOf, sectorsOf } from './builders.ts'

type Line = Parameters<typeof linesOf>[0][number]
export type Bin = { count: number; predicted: number; realised: number }
export type Simulation = {
  sectors: number
  /** The law that paces were drawn from, or the one that the forecast fits to each network. */
  prior: 'known' | 'fitted'
  /** What the forecast reads is the calls done times this. */
  factor: number
}

const settings = { memoryMilli: 0, keepBps: 9000 }
const sectorsOfNetwork = 50
const weights = [1000, 1000, 500, 300]

/**
 * Sectors drawn from the model itself, in networks of 50: paces of a Gamma law of each network, Poisson calls around
 * them; unequal goals, weights, caps and shares of the run gone. Ten bins of equal count by the probability said: its
 * mean, and the share of sectors that were kept.
 */
export function calibration({ sectors, prior, factor }: Simulation): Bin[] {
  const random = seededRandom('calibration')
  const said: { probability: number; kept: boolean }[] = []
  while (said.length < sectors) said.push(...network(random, prior, factor))
  const sorted = said.slice(0, sectors).toSorted((a, b) => a.probability - b.probability)
  return Array.from({ length: 10 }, (_, tenth) => {
    const bin = sorted.slice(Math.round((tenth * sectors) / 10), Math.round(((tenth + 1) * sectors) / 10))
    return {
      count: bin.length,
      predicted: bin.reduce((sum, one) => sum + one.probability, 0) / bin.length,
      realised: bin.filter((one) => one.kept).length / bin.length,
    }
  })
}

/** The bin whose share is furthest from what was said, in points. */
export function worstPoints(bins: readonly Bin[]): number {
  return Math.max(...bins.map(({ predicted, realised }) => 100 * Math.abs(predicted - realised)))
}

function network(random: SeededRandom, prior: Simulation['prior'], factor: number) {
  const alpha = 1.5 + 3 * random.uniform()
  const known = { alpha, beta: alpha / (0.85 + 0.35 * random.uniform()) }
  const lines: Line[] = []
  const finals: number[] = []
  const sectors = Array.from({ length: sectorsOfNetwork }, (_, sector) => {
    const elapsed = 0.15 + 0.7 * random.uniform()
    let final = 0
    for (let line = 8 + random.integer(9); line > 0; line--) {
      const goal = 1 + random.integer(12)
      const weightMilli = random.pick(weights)
      const maxCredited = random.pick([goal, goal + 2, goal + 2, -1])
      const pace = random.gamma(known.alpha, 1 / known.beta)
      const done = random.poisson(pace * goal * elapsed)
      const total = done + random.poisson(pace * goal * (1 - elapsed))
      final += (maxCredited < 0 ? total : Math.min(total, maxCredited)) * weightMilli
      lines.push({
        sector,
        goal,
        maxCredited,
        weightMilli,
        done: Math.floor(done * factor + random.uniform()),
      })
    }
    finals.push(final)
    return { goneMilli: elapsed * 100_000 }
  })
  const columns = { lines: linesOf(lines), sectors: sectorsOf(sectors) }
  const law = prior === 'known' ? known : fitPrior(columns.lines, columns.sectors)
  const laws = lineLaws(columns.lines, columns.sectors, law, settings)
  const grouping = { of: columns.lines.sector, count: sectorsOfNetwork }
  const { probability, goalMilli } = forecastPerimeters(laws, grouping, settings)
  return finals.map((final, sector) => ({
    probability: probability[sector] ?? Number.NaN,
    kept: final * 10_000 >= settings.keepBps * (goalMilli[sector] ?? 0),
  }))
}
