import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { lineLaws } from '#src/engine/forecast/line-laws.ts'
import { forecastPerimeters } from '#src/engine/forecast/perimeter.ts'
import { fitPrior } from '#src/engine/forecast/prior.ts'
import { followFigures } from '#src/engine/follow/figures.ts'
import { seededRandom } from '#src/lib/seeded-random.ts'
import { linesOf, sectorsOf } from './builders.ts'
import { physicianLines } from './physician-lines.ts'

const isAbsent = !existsSync(physicianLines.file)
if (isAbsent) console.warn('skipped: the calls on 500 physicians are not beside the project (../shared/data)')

const groupings = 200
const count = 20

/** Mean Brier scores over random groupings of the physicians into sectors, seen from the end of February. */
function briers(keepBps: number) {
  const physicians = physicianLines.read()
  const capacity = (gone: number) =>
    sectorsOf([{ goneMilli: gone * 1000, capacityMilli: 123_000, memoryDays: 128, runDays: 123 }])
  const lines = linesOf(physicians.map((one) => ({ ...one, sector: 0, done: one.february })))
  const final = linesOf(physicians.map((one) => ({ ...one, sector: 0, done: one.june })))
  const settings = { keepBps, memoryMilli: 200, toleranceBps: 2000 }
  const laws = lineLaws(lines, capacity(41), fitPrior(lines, capacity(41)), settings)
  const random = seededRandom('groupings')
  const rows = physicians.map((_, row) => row)
  const totals = { forecast: 0, calendar: 0, baseRate: 0 }
  for (let run = 0; run < groupings; run += 1) {
    const of = new Int32Array(rows.length)
    random.shuffle(rows).forEach((row, place) => (of[row] = place % count))
    const grouping = { of, count }
    const { probability } = forecastPerimeters(laws, grouping, settings)
    const now = followFigures(lines, capacity(41), grouping, settings).adjusted
    const kept = followFigures(final, capacity(123), grouping, settings).adjusted.kept
    const rate = kept.reduce((sum, one) => sum + one, 0) / count
    kept.forEach((outcome, sector) => {
      const [earned = 0, expected = 0] = [now.earnedMilli[sector], now.expectedMilli[sector]]
      const onCalendar = earned * 10_000 >= expected * keepBps ? 1 : 0
      totals.forecast += ((probability[sector] ?? 0) - outcome) ** 2
      totals.calendar += (onCalendar - outcome) ** 2
      totals.baseRate += (rate - outcome) ** 2
    })
  }
  const mean = (sum: number) => sum / (groupings * count)
  return {
    forecast: mean(totals.forecast),
    calendar: mean(totals.calendar),
    baseRate: mean(totals.baseRate),
  }
}

describe.skipIf(isAbsent)(
  'the forecast on 200 random groupings of 500 real physicians into 20 sectors (skipped where ../shared/data is absent)',
  { timeout: 60_000 },
  () => {
    it.each([
      { keepBps: 7500, seen: { forecast: 0.113, calendar: 0.455, baseRate: 0.245 } },
      { keepBps: 8000, seen: { forecast: 0.089, calendar: 0.613, baseRate: 0.191 } },
    ])('is far better than the calendar and than the base rate, kept from $keepBps', ({ keepBps, seen }) => {
      const found = briers(keepBps)
      console.log(`kept from ${keepBps / 100} %: ${JSON.stringify(found)}`)
      expect(found.forecast).toBeLessThan(0.4 * found.calendar)
      expect(found.forecast).toBeLessThan(0.6 * found.baseRate)
      for (const rule of ['forecast', 'calendar', 'baseRate'] as const)
        expect(Math.abs(found[rule] - seen[rule])).toBeLessThan(0.02)
    })
  },
)
