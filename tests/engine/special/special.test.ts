import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exp, expm1 } from '#src/lib/special/exp.ts'
import { logGamma } from '#src/lib/special/gamma.ts'
import { log, log1p } from '#src/lib/special/log.ts'
import { normalCdf, normalQuantile } from '#src/lib/special/normal.ts'
import { pow } from '#src/lib/special/pow.ts'

// Reference values computed with 40 digits by an arbitrary-precision library.
const logs = [
  [1e-300, -690.7755278982137],
  [5e-324, -744.4400719213812],
  [0.3, -1.2039728043259361],
  [0.5, -0.6931471805599453],
  [0.7071067811865475, -0.34657359027997275],
  [0.7071067811865476, -0.3465735902799726],
  [0.9, -0.10536051565782628],
  [0.999999999, -9.999999722180686e-10],
  [1.0000001, 9.999999505838704e-8],
  [1.4142135623730951, 0.3465735902799727],
  [10, 2.302585092994046],
  [123.456, 4.815884817283264],
  [1.7e308, 709.7268368932282],
] as const
const exps = [
  [-708, 3.307553003638408e-308],
  [-100.5, 2.256340135917036e-44],
  [-10, 4.5399929762484854e-5],
  [-1, 0.36787944117144233],
  [-0.35, 0.7046880897187134],
  [1e-9, 1.000000001],
  [0.34657, 1.4142084849595797],
  [0.34658, 1.41422262711514],
  [1, 2.718281828459045],
  [50, 5.184705528587072e21],
  [300.3, 2.6220013776845454e130],
  [709.5, 1.3549863193146328e308],
] as const
const pows = [
  [2, 10, 1024],
  [2, 0.5, 1.4142135623730951],
  [0.9, 3000, 5.3398409062941356e-138],
  [0.2, 400.25, 1.7268545709972062e-280],
  [1.0001, 1e6, 2.6747109931126854e43],
  [10, -300, 1e-300],
  [3.4627, 2.2, 15.371374630099783],
  [0.999999, 5e7, 1.9287016270152454e-22],
  [1e-5, 60.5, 3.162277660168395e-303],
  [7, 1 / 3, 1.912931182772389],
] as const
const logGammas = [
  [1e-8, 18.42068073818021],
  [0.1, 2.252712651734206],
  [0.5, 0.5723649429247001],
  [1.5, -0.12078223763524522],
  [2.5, 0.2846828704729192],
  [5.317, 3.666363016685921],
  [11.999, 17.499865227646104],
  [12, 17.502307845873887],
  [50.25, 145.54187159633213],
  [1e4, 82099.71749644238],
  [1e8, 1742068066.1038346],
] as const
const cdfs = [
  [-20, 2.7536241186062337e-89],
  [-8, 6.220960574271784e-16],
  [-5, 2.866515718791939e-7],
  [-3, 0.0013498980316300946],
  [-2.5000001, 0.006209663572946307],
  [-2.4999, 0.00621141837494459],
  [-1.2, 0.11506967022170828],
  [0, 0.5],
  [0.1, 0.539827837277029],
  [1, 0.8413447460685429],
  [2.5, 0.9937903346742238],
  [9, 1],
] as const
const quantiles = [
  [1e-20, -9.262340089798407],
  [1e-6, -4.753424308822899],
  [0.001, -3.0902323061678136],
  [0.1, -1.2815515655446004],
  [0.4999, -0.00025066283008800747],
  [0.6, 0.2533471031357997],
  [0.975, 1.9599639845400538],
] as const

const relative = (got: number, wanted: number) => Math.abs(got - wanted) / Math.abs(wanted || 1)

describe('special functions without the machine’s own', () => {
  it.each(logs)('log %d', (x, wanted) => expect(relative(log(x), wanted)).toBeLessThan(3e-16))
  it.each(exps)('exp %d', (x, wanted) => expect(relative(exp(x), wanted)).toBeLessThan(3e-16))
  it.each(pows)('%d to the power %d', (x, y, wanted) =>
    expect(relative(pow(x, y), wanted)).toBeLessThan(6e-16),
  )
  it.each(logGammas)('ln Γ(%d)', (x, wanted) => expect(relative(logGamma(x), wanted)).toBeLessThan(1e-13))
  it.each(cdfs)('P(Z ≤ %d)', (x, wanted) => expect(relative(normalCdf(x), wanted)).toBeLessThan(1e-13))
  it.each(quantiles)('quantile %d', (p, wanted) =>
    expect(relative(normalQuantile(p), wanted)).toBeLessThan(1e-12),
  )

  it('agree with the machine’s own everywhere, to a few units of the last place', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-12, max: 1e12, noNaN: true }),
        fc.double({ min: -40, max: 40, noNaN: true }),
        (x, y) => {
          expect(Math.abs(log(x) - Math.log(x))).toBeLessThanOrEqual(4e-16 * Math.abs(Math.log(x)))
          expect(relative(exp(y), Math.exp(y))).toBeLessThan(5e-16)
          expect(relative(expm1(y / 100), Math.expm1(y / 100))).toBeLessThan(1e-15)
          expect(relative(log1p(x), Math.log1p(x))).toBeLessThan(1e-15)
        },
      ),
      { numRuns: 2000 },
    )
  })

  it('answer the edges', () => {
    expect([log(0), log(-1), log(Infinity), exp(1000), exp(-1000), exp(0)]).toEqual([
      -Infinity,
      NaN,
      Infinity,
      Infinity,
      0,
      1,
    ])
    expect([pow(0, 0), pow(0, 2), pow(0, -1), pow(-2, 2), pow(Infinity, 1), pow(1, Infinity)]).toEqual([
      1,
      0,
      Infinity,
      NaN,
      Infinity,
      1,
    ])
    expect([logGamma(0), logGamma(-1.5), logGamma(1), logGamma(2)]).toEqual([NaN, NaN, 0, 0])
    expect([normalQuantile(0), normalQuantile(1), normalQuantile(0.5), normalQuantile(2)]).toEqual([
      -Infinity,
      Infinity,
      0,
      NaN,
    ])
  })

  it('go there and back', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-290, max: 0.5, noNaN: true }), (p) => {
        expect(relative(normalCdf(normalQuantile(p)), p)).toBeLessThan(1e-11)
      }),
    )
  })
})
