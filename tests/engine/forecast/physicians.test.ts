import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { lineLaws } from '#src/engine/forecast/line-laws.ts'
import { forecastPerimeters } from '#src/engine/forecast/perimeter.ts'
import { fitPrior } from '#src/engine/forecast/prior.ts'
import { alertReading } from '#src/engine/follow/alert-reading.ts'
import { followFigures } from '#src/engine/follow/figures.ts'
import { wholeGrouping } from '#src/engine/follow/lines.ts'
import { statusName } from '#src/engine/follow/status.ts'
import { linesOf, sectorsOf } from './builders.ts'
import { physicianLines } from './physician-lines.ts'

const isAbsent = !existsSync(physicianLines.file)
if (isAbsent) console.warn('skipped: the calls on 500 physicians are not beside the project (../shared/data)')

describe.skipIf(isAbsent)('the first 500 physicians, cycle January–June', () => {
  const physicians = isAbsent ? [] : physicianLines.read()
  const count = 20
  const readAt = (day: 'february' | 'june', gone: number) => {
    const lines = linesOf(physicians.map((one) => ({ ...one, done: one[day] })))
    const sector = { goneMilli: gone * 1000, capacityMilli: 123_000, memoryDays: 128, runDays: 123 }
    const sectors = sectorsOf(Array.from({ length: count }, () => sector))
    const settings = { toleranceBps: 2000, keepBps: 8000, memoryMilli: 200 }
    const laws = lineLaws(lines, sectors, fitPrior(lines, sectors), settings)
    const grouping = { of: lines.sector, count }
    return {
      figures: followFigures(lines, sectors, grouping, settings),
      network: followFigures(lines, sectors, wholeGrouping(lines), settings),
      chances: forecastPerimeters(laws, grouping, settings),
    }
  }

  it('at the end of February gives the figures and the chances of sectors 1 and 2', () => {
    const { figures, chances } = readAt('february', 41)
    const told = (sector: number) => [
      (figures.adjusted.goalMilli[sector] ?? 0) / 1000,
      figures.adjusted.done[sector],
      (figures.adjusted.earnedMilli[sector] ?? 0) / 1000,
      (figures.adjusted.expectedMilli[sector] ?? 0) / 1000,
      (figures.seen[sector] ?? 0) / (figures.hcps[sector] ?? 0),
      statusName(figures.adjusted.status[sector] ?? -1),
    ]
    expect(told(0)).toEqual([306, 116, 116, 102, 0.8, 'on_track'])
    expect(told(1)).toEqual([249, 101, 101, 83, 0.88, 'over'])
    expect(chances.probability[0]).toBeCloseTo(0.5195, 4)
    expect(chances.probability[1]).toBeCloseTo(0.9715, 4)
    expect((chances.meanMilli[0] ?? 0) / 1000).toBeCloseTo(245.2, 2)
    expect((chances.meanMilli[1] ?? 0) / 1000).toBeCloseTo(219.38, 2)
  })

  it('reads for an alert what its figures and its forecast say', () => {
    const { figures, chances } = readAt('february', 41)
    const reading = alertReading(figures, chances, 0)
    expect(reading).toMatchObject({
      goalMilli: 306_000,
      earnedMilli: 116_000,
      goneMilli: 41_000,
      kept: false,
    })
    expect(reading.probability).toBeCloseTo(0.5195, 4)
  })

  it('at the end of June counts 5,587 done, 4,282 earned of 5,760', () => {
    const { network, figures, chances } = readAt('june', 123)
    expect(network.adjusted.done[0]).toBe(5587)
    expect(network.adjusted.earnedMilli[0]).toBe(4_282_000)
    expect(network.adjusted.goalMilli[0]).toBe(5_760_000)
    expect([...chances.probability]).toEqual([...figures.adjusted.kept])
  })
})
