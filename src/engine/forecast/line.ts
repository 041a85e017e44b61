import { exp } from '#src/lib/special/exp.ts'
import { logGamma } from '#src/lib/special/gamma.ts'
import { log, log1p } from '#src/lib/special/log.ts'
import { pow } from '#src/lib/special/pow.ts'
import { type Arena, reserve } from './arena.ts'
import type { Prior } from './prior.ts'

/** What the forecast of one line knows: contacts, and shares of its goal. */
export type LineExposure = {
  goal: number
  done: number
  /** n₀, calls of the window before the cycle. */
  priorDone: number
  /** Share of the sector's capacity that is gone: e = elapsed × goal. */
  elapsed: number
  /** e₀ = memory × goal. */
  memory: number
}

/** Law of the calls to come of a line: negative binomial of size a and probability b ÷ (b + f), mean a·f ÷ b. */
export type Posterior = { size: number; rate: number; left: number }

/** What is known of a line in contacts: n, e, n₀, e₀. */
export type KnownLine = { goal: number; done: number; gone: number; priorDone: number; priorGone: number }

/** a = α + κn₀ + n, b = β + κe₀ + e, f = goal − e; κ in thousandths. */
export function posteriorOf(prior: Prior, memoryMilli: number, line: KnownLine): Posterior {
  const kappa = memoryMilli / 1000
  return {
    size: prior.alpha + kappa * line.priorDone + line.done,
    rate: prior.beta + kappa * line.priorGone + line.gone,
    left: Math.max(line.goal - line.gone, 0),
  }
}

/** The same from shares of the goal: e = elapsed × goal, e₀ = memory × goal. */
export function posterior(prior: Prior, memoryMilli: number, line: LineExposure): Posterior {
  const { goal, done, priorDone } = line
  const gone = line.elapsed * goal
  return posteriorOf(prior, memoryMilli, { goal, done, gone, priorDone, priorGone: line.memory * goal })
}

/** Under this the law can be started from P(X = 0) no more, and is started from its mode. */
const smallestStart = 1e-290
const cutWithoutMaximum = 1e-12
const cutWithMaximum = 1e-17

/**
 * Writes P(X = 0), P(X = 1) … of the calls to come at `at`, returns how many numbers. With `room` ≥ 0 the last one is
 * P(X ≥ room); with −1 (no maximum) the law is cut where its tail is under 1e-12, and the last number holds the tail.
 * The numbers sum to 1. Recurrence P(k + 1) = P(k) · (a + k) ÷ (k + 1) · q.
 */
export function writeCallsToCome(arena: Arena, at: number, law: Posterior, room: number): number {
  const { size, rate, left } = law
  reserve(arena, at, 16)
  if (!(left > 0) || room === 0) {
    arena.values[at] = 1
    return 1
  }
  const q = left / (rate + left)
  const first = pow(rate / (rate + left), size)
  if (first < smallestStart) return writeFromMode(arena, at, law, room)
  return writeUpwards(arena, at, size, q, room, 0, first, 0)
}

function writeUpwards(
  arena: Arena,
  at: number,
  size: number,
  q: number,
  room: number,
  from: number,
  start: number,
  before: number,
): number {
  const cut = room < 0 ? cutWithoutMaximum : cutWithMaximum
  let k = from
  let probability = start
  let sum = before
  for (;;) {
    if (at + k >= arena.values.length) reserve(arena, at + k, k + 16)
    if (k === room) break
    const ratio = ((size + k) / (k + 1)) * q
    // From k on no step grows faster than this one or than q, so that a geometric series bounds the tail.
    const slowest = ratio > q ? ratio : q
    if (slowest < 1 && probability * slowest < cut * (1 - slowest)) break
    arena.values[at + k] = probability
    sum += probability
    probability *= ratio
    k++
  }
  arena.values[at + k] = Math.max(1 - sum, 0)
  return k + 1
}

function writeFromMode(arena: Arena, at: number, law: Posterior, room: number): number {
  const { size, rate, left } = law
  const q = left / (rate + left)
  const mode = Math.max(Math.floor(((size - 1) * left) / rate), 0)
  const from = room >= 0 && room < mode ? room : mode
  reserve(arena, at, from + 16)
  const atFrom = exp(
    logGamma(size + from) - logGamma(from + 1) - logGamma(size) - size * log1p(left / rate) + from * log(q),
  )
  let probability = atFrom
  for (let k = from; k > 0; k--) {
    probability *= k / ((size + k - 1) * q)
    arena.values[at + k - 1] = probability
  }
  let before = 0
  for (let k = 0; k < from; k++) before += arena.values[at + k] as number
  return writeUpwards(arena, at, size, q, room, from, atFrom, before)
}
