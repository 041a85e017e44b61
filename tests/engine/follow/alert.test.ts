import { describe, expect, it } from 'vitest'
import { type AlertReading, decideAlert, decideSectorAlerts, lateFirst } from '#src/engine/follow/alert.ts'
import { judgeForecasts } from '#src/engine/follow/judge.ts'

const settings = { amberBps: 6000, redBps: 2500, startBps: 1500, floorContacts: 5, floorGoalContacts: 30 }
const reading = (probability: number, changes: Partial<AlertReading> = {}): AlertReading => ({
  probability,
  shortfallMilli: 9000,
  goalMilli: 200_000,
  earnedMilli: 60_000,
  goneMilli: 40_000,
  capacityMilli: 100_000,
  kept: false,
  ...changes,
})

describe('shortfall alert', () => {
  it('opens on the second day in a row under amber, not on the first', () => {
    expect(decideAlert(reading(0.5), NaN, false, settings)).toEqual({ action: 'none' })
    expect(decideAlert(reading(0.5), 0.7, false, settings)).toEqual({ action: 'none' })
    expect(decideAlert(reading(0.5), 0.59, false, settings)).toEqual({ action: 'open', level: 'amber' })
    expect(decideAlert(reading(0.2), 0.59, false, settings)).toEqual({ action: 'open', level: 'red' })
  })

  it('takes amber and red as they are written: 60 % and 25 % are not under', () => {
    expect(decideAlert(reading(0.6), 0.1, false, settings)).toEqual({ action: 'none' })
    expect(decideAlert(reading(0.5), 0.6, false, settings)).toEqual({ action: 'none' })
    expect(decideAlert(reading(0.25), 0.3, false, settings)).toEqual({ action: 'open', level: 'amber' })
  })

  it.each([
    ['before 15 % of the capacity is gone', { goneMilli: 14_999 }, { goneMilli: 15_000 }],
    ['for an expected shortfall under five contacts', { shortfallMilli: 4999.9 }, { shortfallMilli: 5000 }],
    ['for a goal under thirty contacts', { goalMilli: 29_500 }, { goalMilli: 30_000 }],
    ['without capacity', { capacityMilli: 0 }, {}],
  ])('does not open %s', (_, closed, open) => {
    expect(decideAlert(reading(0.1, closed), 0.1, false, settings).action).toBe('none')
    expect(decideAlert(reading(0.1, open), 0.1, false, settings).action).toBe('open')
  })

  it('stays between amber and amber + 10 points, and closes above it on two days in a row', () => {
    expect(decideAlert(reading(0.69), 0.69, true, settings)).toEqual({ action: 'stay', level: 'amber' })
    expect(decideAlert(reading(0.71), 0.69, true, settings)).toEqual({ action: 'stay', level: 'amber' })
    expect(decideAlert(reading(0.71), 0.7, true, settings)).toEqual({ action: 'stay', level: 'amber' })
    expect(decideAlert(reading(0.71), 0.72, true, settings)).toEqual({ action: 'close', cause: 'recovered' })
    expect(decideAlert(reading(0.1), 0.9, true, settings)).toEqual({ action: 'stay', level: 'red' })
  })

  it('stays though its floors are passed again, and closes when kept', () => {
    expect(decideAlert(reading(0.5, { shortfallMilli: 1 }), 0.5, true, settings).action).toBe('stay')
    expect(decideAlert(reading(1, { kept: true }), 0.5, true, settings)).toEqual({
      action: 'close',
      cause: 'kept',
    })
    expect(decideAlert(reading(NaN), NaN, true, settings)).toEqual({ action: 'stay', level: 'amber' })
    expect(decideAlert(reading(NaN), NaN, false, settings)).toEqual({ action: 'none' })
  })

  it('is one card a sector: a segment has its own only when its sector has none', () => {
    const bad = { today: reading(0.3), previousProbability: 0.3, isOpen: false }
    const good = { today: reading(0.9), previousProbability: 0.9, isOpen: false }
    const opened = decideSectorAlerts(bad, [bad, { ...bad, isOpen: true }, good], settings)
    expect(opened.sector).toEqual({ action: 'open', level: 'amber' })
    expect(opened.parts).toEqual([
      { action: 'none' },
      { action: 'close', cause: 'covered' },
      { action: 'none' },
    ])
    const alone = decideSectorAlerts(good, [bad, { ...bad, isOpen: true }, good], settings)
    expect(alone.sector.action).toBe('none')
    expect(alone.parts.map(({ action }) => action)).toEqual(['open', 'stay', 'none'])
    const closing = decideSectorAlerts({ ...good, isOpen: true }, [bad], settings)
    expect([closing.sector.action, closing.parts[0]?.action]).toEqual(['close', 'open'])
  })

  it('lists what is late, the largest gap first', () => {
    expect(lateFirst([5, 9, 3, 7, 1], [7, 8, 9, 9, NaN])).toEqual([2, 0, 3])
  })

  it('is judged afterwards', () => {
    const judgement = judgeForecasts([
      { probability: 0.2, alerted: true, kept: false },
      { probability: 0.4, alerted: true, kept: true },
      { probability: 0.7, alerted: false, kept: false },
      { probability: 1, alerted: false, kept: true },
      { probability: NaN, alerted: true, kept: true },
    ])
    expect([judgement.precision, judgement.recall]).toEqual([0.5, 0.5])
    expect(judgement.brier).toBeCloseTo((0.04 + 0.36 + 0.49 + 0) / 4, 12)
    expect(judgement.calibration[9]).toEqual({ from: 0.9, to: 1, count: 1, predicted: 1, realised: 1 })
    expect(judgement.calibration[5]?.predicted).toBeNaN()
  })
})
