import { exp } from './special/exp.ts'
import { log } from './special/log.ts'
import { pow } from './special/pow.ts'

/** Draws that depend on the seed and on the order of the calls alone, the same on every machine. */
export type SeededRandom = {
  /** Uniform in [0, 1), 53 bits. */
  uniform: () => number
  /** Uniform integer in [0, below). */
  integer: (below: number) => number
  /** True with the given probability. */
  chance: (probability: number) => boolean
  normal: (mean?: number, deviation?: number) => number
  /** Mean shape × scale. */
  gamma: (shape: number, scale?: number) => number
  poisson: (mean: number) => number
  /** One element of a list that is not empty. */
  pick: <T>(list: readonly T[]) => T
  /** A shuffled copy (Fisher–Yates). */
  shuffle: <T>(list: readonly T[]) => T[]
}

/** Seeds of text and number alike, spread over 32 bits (FNV-1a). */
const spread = (text: string, salt: number): number => {
  let hash = (2_166_136_261 ^ salt) >>> 0
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 16_777_619) >>> 0
  return hash
}

/**
 * Generator of Blackman and Vigna (xoshiro128**, 2018) behind the usual laws: normal by Marsaglia's polar method,
 * gamma by Marsaglia and Tsang (2000), Poisson by Knuth's products over slices of mean at most 16.
 * For seeds of scenarios and for tests; never for secrets.
 */
export const seededRandom = (seed: number | string): SeededRandom => {
  const text = String(seed)
  let [a, b, c, d] = [spread(text, 1), spread(text, 2), spread(text, 3), spread(text, 4) | 1]
  const bits = (): number => {
    const scrambled = Math.imul(b, 5)
    const result = Math.imul((scrambled << 7) | (scrambled >>> 25), 9) >>> 0
    const shifted = b << 9
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= shifted
    d = (d << 11) | (d >>> 21)
    return result
  }
  for (let i = 0; i < 16; i++) bits()

  const uniform = (): number => ((bits() >>> 5) * 67_108_864 + (bits() >>> 6)) / 9_007_199_254_740_992
  const integer = (below: number): number => Math.floor(uniform() * below)

  let spare = Number.NaN
  const standardNormal = (): number => {
    if (!Number.isNaN(spare)) {
      const kept = spare
      spare = Number.NaN
      return kept
    }
    for (;;) {
      const x = 2 * uniform() - 1
      const y = 2 * uniform() - 1
      const square = x * x + y * y
      if (square > 0 && square < 1) {
        const radius = Math.sqrt((-2 * log(square)) / square)
        spare = y * radius
        return x * radius
      }
    }
  }

  const standardGamma = (shape: number): number => {
    if (shape <= 0) return 0
    if (shape < 1) return standardGamma(shape + 1) * pow(1 - uniform(), 1 / shape)
    const third = shape - 1 / 3
    const slope = 1 / Math.sqrt(9 * third)
    for (;;) {
      const x = standardNormal()
      const root = 1 + slope * x
      if (root <= 0) continue
      const cube = root * root * root
      if (log(1 - uniform()) < 0.5 * x * x + third * (1 - cube + log(cube))) return third * cube
    }
  }

  const slice = (mean: number): number => {
    const floor = exp(-mean)
    let product = uniform()
    let count = 0
    while (product > floor) {
      product *= uniform()
      count++
    }
    return count
  }
  const poisson = (mean: number): number => {
    let left = mean
    let count = 0
    for (; left > 16; left -= 16) count += slice(16)
    return left > 0 ? count + slice(left) : count
  }

  return {
    uniform,
    integer,
    chance: (probability) => uniform() < probability,
    normal: (mean = 0, deviation = 1) => mean + deviation * standardNormal(),
    gamma: (shape, scale = 1) => standardGamma(shape) * scale,
    poisson,
    pick: (list) => {
      if (list.length === 0) throw new RangeError('pick from an empty list')
      return list[integer(list.length)] as (typeof list)[number]
    },
    shuffle: (list) => {
      const copy = [...list]
      for (let i = copy.length - 1; i > 0; i--) {
        const j = integer(i + 1)
        const kept = copy[i] as (typeof copy)[number]
        copy[i] = copy[j] as (typeof copy)[number]
        copy[j] = kept
      }
      return copy
    },
  }
}
