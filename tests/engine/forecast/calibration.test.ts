import { describe, expect, it } from 'vitest'
import { lineLaws } from '#src/engine/forecast/line-laws.ts'
import { forecastPerimeters } from '#src/engine/forecast/perimeter.ts'
import { judgeForecasts } from '#src/engine/follow/judge.ts'
import { seededRandom } from '#src/lib/seeded-random.ts'
import { linesOf, sectorsOf } from './builders.ts'

const prior = { alpha: 2.2, beta: 2 }
const settings = { memoryMilli: 0, keepBps: 9000 }
const sectorCount = 20_000
const perSector = 12

/** Sectors drawn from the model itself: the forecast reads n (times a factor), what happens comes from the same pace. */
const simulate = (factor: number) => {
  const random = seededRandom('calibration')
  const lines = []
  const finals: number[] = []
  for (let sector = 0; sector < sectorCount; sector++) {
    for (let line = 0; line < perSector; line++) {
      const goal = random.pick([4, 6, 8, 10])
      const pace = random.gamma(prior.alpha, 1 / prior.beta)
      const done = random.poisson(pace * goal * 0.5)
      finals.push(Math.min(done + random.poisson(pace * goal * 0.5), goal + 2))
      lines.push({ sector, goal, maxCredited: goal + 2, done: Math.round(done * factor) })
    }
  }
  const sectors = sectorsOf(Array.from({ length: sectorCount }, () => ({ goneMilli: 50_000 })))
  const columns = linesOf(lines)
  const laws = lineLaws(columns, sectors, prior, settings)
  const chances = forecastPerimeters(laws, { of: columns.sector, count: sectorCount }, settings)
  const judged = Array.from(chances.probability, (probability, sector) => {
    let earned = 0
    for (let line = 0; line < perSector; line++) earned += finals[sector * perSector + line] ?? 0
    return {
      probability,
      alerted: probability < 0.6,
      kept: earned * 1e7 >= 9000 * (chances.goalMilli[sector] ?? 0),
    }
  })
  return judgeForecasts(judged)
}

/** One point at ten times the size is √10 points here; a bin must be full enough to say anything. */
const worstGap = (judgement: ReturnType<typeof judgeForecasts>) =>
  Math.max(
    ...judgement.calibration.map(({ count, predicted, realised }) =>
      count < 300 ? 0 : Math.abs(predicted - realised),
    ),
  )

describe('calibration on sectors drawn from the model', { timeout: 120_000 }, () => {
  it('says 70 % where 70 % are kept, in every tenth', () => {
    const judgement = simulate(1)
    expect(judgement.calibration.every(({ count }) => count >= 300)).toBe(true)
    expect(worstGap(judgement)).toBeLessThan(0.0316)
    expect(judgement.brier).toBeLessThan(0.12)
    expect(judgement.recall).toBeGreaterThan(0.8)
  })

  it('would show calls counted a tenth too high', () => {
    expect(worstGap(simulate(1.1))).toBeGreaterThan(0.0316)
  })
})
