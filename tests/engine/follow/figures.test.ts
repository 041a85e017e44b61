import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { activityFigures } from '#src/engine/follow/activity.ts'
import { followFigures } from '#src/engine/follow/figures.ts'
import { groupingBySector, takeLines, wholeGrouping } from '#src/engine/follow/lines.ts'
import { presentationLines, productFigures } from '#src/engine/follow/products.ts'
import { linesOf, sectorsOf } from '../forecast/builders.ts'

const settings = { toleranceBps: 2000, keepBps: 9000 }
const one = sectorsOf([{}])

describe('follow-up figures', () => {
  it('earns no credit over the maximum: weight 1, goal 2, max 4, done 5 → 4', () => {
    const lines = linesOf([{ goal: 2, maxCredited: 4, done: 5 }])
    expect(followFigures(lines, one, wholeGrouping(lines), settings).adjusted.earnedMilli[0]).toBe(4000)
  })

  it('weighs channels, and earns without end where there is no maximum', () => {
    const lines = linesOf([
      { goal: 4, done: 6, weightMilli: 500 },
      { goal: 4, done: 1, weightMilli: 300, maxCredited: 4 },
    ])
    const { adjusted } = followFigures(lines, one, wholeGrouping(lines), settings)
    expect([adjusted.earnedMilli[0], adjusted.goalMilli[0], adjusted.done[0]]).toEqual([3300, 3200, 7])
    expect(adjusted.attainment[0]).toBeCloseTo(3.3 / 3.2, 12)
    expect(adjusted.expectedMilli[0]).toBe(1280)
  })

  it('counts committed hcps once, however many lines they have', () => {
    const lines = linesOf([
      { hcp: 7, goal: 2, done: 2 },
      { hcp: 7, goal: 3, done: 1, channel: 1 },
      { hcp: 8, goal: 1, done: 4 },
      { hcp: 9, goal: 5 },
      { hcp: 10, goal: 0, done: 3 },
    ])
    const figures = followFigures(lines, one, wholeGrouping(lines), settings)
    expect([figures.lines[0], figures.hcps[0], figures.seen[0], figures.atFrequency[0]]).toEqual([5, 3, 2, 1])
    const byChannel = followFigures(lines, one, { of: lines.channel, count: 2 }, settings)
    expect([...byChannel.hcps, ...byChannel.atFrequency]).toEqual([3, 1, 2, 0])
    const byHcp = followFigures(lines, one, { of: lines.hcp.map((hcp) => hcp - 7), count: 4 }, settings)
    expect([...byHcp.hcps]).toEqual([1, 1, 1, 0])
  })

  it('keeps raw and adjusted apart: amendments, closed lines, vacant sectors, absences', () => {
    const sectors = sectorsOf([
      { goneMilli: 30_000, capacityMilli: 80_000, rawGoneMilli: 50_000, rawCapacityMilli: 100_000 },
      { vacant: 1, goneMilli: 0, capacityMilli: 0, rawGoneMilli: 50_000, rawCapacityMilli: 100_000 },
    ])
    const lines = linesOf([
      { goal: 8, firstGoal: 10, done: 3 },
      { goal: 10, done: 4, closed: 1 },
      { goal: 20, done: 1, sector: 1 },
    ])
    const { raw, adjusted } = followFigures(lines, sectors, wholeGrouping(lines), settings)
    expect([raw.goalMilli[0], raw.earnedMilli[0], raw.expectedMilli[0]]).toEqual([40_000, 8000, 20_000])
    expect([adjusted.goalMilli[0], adjusted.earnedMilli[0], adjusted.expectedMilli[0]]).toEqual([
      12_000, 7000, 4500,
    ])
    expect([raw.status[0], adjusted.status[0]]).toEqual([0, 2])
    expect([raw.elapsed[0], adjusted.elapsed[0]]).toEqual([0.5, 0.375])
    const bySector = followFigures(lines, sectors, { of: lines.sector, count: 2 }, settings)
    expect([bySector.adjusted.status[1], bySector.adjusted.goalMilli[1]]).toEqual([-1, 0])
    expect(bySector.adjusted.attainment[1]).toBeNaN()
    expect([bySector.raw.status[1], bySector.raw.expectedMilli[1]]).toEqual([0, 10_000])
  })

  it('rounds the expected of each sector half up before it is summed', () => {
    const sectors = sectorsOf([
      { goneMilli: 1, capacityMilli: 16 },
      { goneMilli: 1, capacityMilli: 3 },
    ])
    const lines = linesOf([
      { goal: 1, sector: 0, weightMilli: 1000 },
      { goal: 1, sector: 1, weightMilli: 1000 },
    ])
    const bySector = followFigures(lines, sectors, { of: lines.sector, count: 2 }, settings)
    expect([...bySector.adjusted.expectedMilli]).toEqual([63, 333])
    const region = groupingBySector(lines, Int32Array.of(0, 0), 1)
    expect(followFigures(lines, sectors, region, settings).adjusted.expectedMilli[0]).toBe(396)
  })

  it('says what is left, what is left to schedule, and the pace that it takes', () => {
    const lines = linesOf([
      { goal: 10, done: 4, planned: 3, recentDone: 3 },
      { goal: 5, done: 7, recentDone: 1 },
      { goal: 6, done: 2, planned: 9, weightMilli: 500, recentDone: 2 },
    ])
    const { adjusted } = followFigures(lines, one, wholeGrouping(lines), settings)
    expect([adjusted.remainingMilli[0], adjusted.toScheduleMilli[0]]).toEqual([8000, 3000])
    expect(adjusted.shortMilli[0]).toBe(18_000 * 0.9 - 12_000)
    expect(adjusted.requiredPace[0]).toBeCloseTo(4.2 / 60, 12)
    expect(adjusted.recentPace[0]).toBeCloseTo(5 / 20, 12)
    const over = sectorsOf([{ goneMilli: 100_000, daysLeftMilli: 0, recentDaysMilli: 0 }])
    const last = followFigures(lines, over, wholeGrouping(lines), settings).adjusted
    expect([last.requiredPace[0], last.recentPace[0]]).toEqual([NaN, NaN])
  })

  it('is kept from the share on, as whole numbers', () => {
    const kept = (done: number) => {
      const lines = linesOf([{ goal: 10, done }])
      return followFigures(lines, one, wholeGrouping(lines), settings).adjusted.kept[0]
    }
    expect([kept(8), kept(9)]).toEqual([0, 1])
  })

  it('adds up: sectors to the region, whatever the lines', () => {
    const line = fc.record({
      sector: fc.integer({ min: 0, max: 2 }),
      goal: fc.integer({ min: 0, max: 12 }),
      done: fc.integer({ min: 0, max: 12 }),
      maxCredited: fc.integer({ min: -1, max: 14 }),
      weightMilli: fc.constantFrom(1000, 500, 300),
      closed: fc.constantFrom(0, 0, 1),
    })
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (all) => {
        const lines = linesOf(all)
        const sectors = sectorsOf([{}, { goneMilli: 77, capacityMilli: 913 }, { vacant: 1 }])
        const parts = followFigures(lines, sectors, { of: lines.sector, count: 3 }, settings)
        const whole = followFigures(lines, sectors, wholeGrouping(lines), settings)
        for (const reading of ['raw', 'adjusted'] as const)
          for (const figure of ['goalMilli', 'earnedMilli', 'remainingMilli', 'done'] as const)
            expect(parts[reading][figure].reduce((sum, value) => sum + value, 0)).toBe(
              whole[reading][figure][0],
            )
        const own = takeLines(
          lines,
          lines.sector.map((s, row) => (s === 1 ? row : -1)).filter((row) => row >= 0),
        )
        const alone = followFigures(own, sectors, wholeGrouping(own), settings)
        expect(alone.adjusted.earnedMilli[0]).toBe(parts.adjusted.earnedMilli[1])
        expect(alone.adjusted.status[0]).toBe(parts.adjusted.status[1])
      }),
    )
  })
})

describe('products and activity', () => {
  const lines = linesOf([
    { goal: 6, done: 4 },
    { goal: 3, done: 3, closed: 1 },
    { goal: 4, done: 1, sector: 1 },
  ])
  const sectors = sectorsOf([{}, { vacant: 1 }])
  const presentations = {
    line: Int32Array.of(0, 0, 1, 2),
    product: Int32Array.of(0, 1, 0, 0),
    approved: Int32Array.of(6, 2, 3, 4),
    shown: Int32Array.of(4, 5, 1, 1),
  }

  it('views products in presentations, capped at what is approved', () => {
    const figures = productFigures(presentations, lines, sectors, 3)
    expect([...figures.credited]).toEqual([5, 2, 0])
    expect([...figures.approved]).toEqual([7, 2, 0])
    expect(figures.attainment[0]).toBeCloseTo(5 / 7, 12)
    expect(figures.attainment[2]).toBeNaN()
    const asLines = presentationLines(presentations, lines)
    const same = followFigures(asLines, sectors, { of: presentations.product, count: 3 }, settings)
    expect(same.adjusted.earnedMilli.map((milli) => milli / 1000)).toEqual(Float64Array.of(5, 2, 0))
  })

  it('says contacts a day and on target, missing without days or calls', () => {
    const activity = {
      done: Int32Array.of(30, 10, 0),
      onCommitted: Int32Array.of(24, 10, 0),
      daysWorkedMilli: Float64Array.of(6000, 2000, 0),
    }
    const figures = activityFigures(activity, Int32Array.of(0, 0, 1), 2)
    expect([...figures.contactsPerDay]).toEqual([5, NaN])
    expect([...figures.onTarget]).toEqual([0.85, NaN])
  })
})
