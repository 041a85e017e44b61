import { describe, expect, it } from 'vitest'
import { calibration, worstPoints } from './simulated-sectors.ts'

// A tenth of `npm run calibrate`: one point there is √10 points here.
const sectors = 20_000

describe('calibration on sectors drawn from the model', { timeout: 120_000 }, () => {
  it('says 70 % where 70 % are kept, in every tenth', () => {
    const bins = calibration({ sectors, prior: 'known', factor: 1 })
    expect(bins.map(({ count }) => count)).toEqual(Array.from({ length: 10 }, () => sectors / 10))
    expect(worstPoints(bins)).toBeLessThan(3.16)
  })

  it('says it as well with the prior that it fits', () => {
    expect(worstPoints(calibration({ sectors, prior: 'fitted', factor: 1 }))).toBeLessThan(4)
  })

  it('would show calls counted a tenth too high', () => {
    expect(worstPoints(calibration({ sectors, prior: 'known', factor: 1.1 }))).toBeGreaterThan(6)
  })
})
