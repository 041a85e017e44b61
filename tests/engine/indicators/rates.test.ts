import { describe, expect, it } from 'vitest'
import { margins, productivity, prospectingRates } from '#src/engine/index.ts'

const action = { sent: 1000, answers: 40, appointments: 40, quotes: 0, orders: 10, costCents: 315_400 }

describe('rates of prospecting', () => {
  it('are those of the worked example', () => {
    expect(prospectingRates(action)).toEqual({
      response: 0.04,
      transformation: 0.25,
      netYield: 0.25,
      overallYield: 0.01,
      acquisitionCostCents: 31_540,
    })
  })

  it('count quotes rather than appointments where quotes are made', () => {
    expect(prospectingRates({ ...action, quotes: 20 }).transformation).toBe(0.5)
  })

  it('are missing where the denominator is 0', () => {
    const none = { sent: 0, answers: 0, appointments: 0, quotes: 0, orders: 0, costCents: 5 }
    expect(Object.values(prospectingRates(none))).toEqual([NaN, NaN, NaN, NaN, NaN])
  })
})

describe('productivity and margins', () => {
  it('turn a period into figures a contact and a day', () => {
    const period = { turnoverCents: 1_000_000, costCents: 90_000, done: 50, daysWorkedMilli: 12_500 }
    expect(productivity(period)).toEqual({
      turnoverPerContactCents: 20_000,
      contactsPerDay: 4,
      costPerContactCents: 1800,
    })
    expect(productivity({ ...period, done: 0, daysWorkedMilli: 0 })).toEqual({
      turnoverPerContactCents: NaN,
      contactsPerDay: NaN,
      costPerContactCents: NaN,
    })
  })

  it('keep markup and margin rate apart', () => {
    expect(margins(15_000, 10_000)).toEqual({ markup: 0.5, marginRate: 1 / 3 })
    expect(margins(5000, 0)).toEqual({ markup: NaN, marginRate: 1 })
  })
})
