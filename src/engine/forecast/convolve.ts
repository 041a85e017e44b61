import { type Arena, reserve } from './arena.ts'

/** Law on a lattice: P(Y = (start + i) × step) = values[i]; steps in thousandths of a contact. */
export type Law = { step: number; start: number; values: Float64Array }

/** What an end of a law may hold before it is folded into its neighbour: far under what a probability shows. */
const negligible = 1e-16

/**
 * out[k] = Σ a[i] · b[k − i], for two laws of the same step that lie in one array apart from `out`. Returns the length
 * aLength + bLength − 1. Four rows at a time, the shorter law outside: the order of the sums depends on lengths alone.
 */
export function convolveInto(
  values: Float64Array,
  aAt: number,
  aLength: number,
  bAt: number,
  bLength: number,
  outAt: number,
): number {
  if (aLength > bLength) return convolveInto(values, bAt, bLength, aAt, aLength, outAt)
  const length = aLength + bLength - 1
  values.fill(0, outAt, outAt + length)
  let i = 0
  for (; i + 3 < aLength; i += 4) {
    const a0 = values[aAt + i] as number
    const a1 = values[aAt + i + 1] as number
    const a2 = values[aAt + i + 2] as number
    const a3 = values[aAt + i + 3] as number
    let b1 = 0
    let b2 = 0
    let b3 = 0
    let o = outAt + i
    for (let j = bAt; j < bAt + bLength; j++, o++) {
      const b0 = values[j] as number
      values[o] = (values[o] as number) + (a0 * b0 + a1 * b1 + (a2 * b2 + a3 * b3))
      b3 = b2
      b2 = b1
      b1 = b0
    }
    values[o] = (values[o] as number) + (a1 * b1 + a2 * b2 + a3 * b3)
    values[o + 1] = (values[o + 1] as number) + (a2 * b1 + a3 * b2)
    values[o + 2] = (values[o + 2] as number) + a3 * b1
  }
  for (; i < aLength; i++) {
    const a0 = values[aAt + i] as number
    for (let j = 0; j < bLength; j++)
      values[outAt + i + j] = (values[outAt + i + j] as number) + a0 * (values[bAt + j] as number)
  }
  return length
}

/**
 * Folds the negligible ends of values[at …] into their neighbours, so that the whole still sums to 1.
 * Returns how many places were taken from the front, and the length that is left.
 */
export function trimEnds(
  values: Float64Array,
  at: number,
  length: number,
): { front: number; length: number } {
  let front = 0
  let sum = 0
  while (front < length - 1 && sum + (values[at + front] as number) < negligible) {
    sum += values[at + front] as number
    front++
  }
  values[at + front] = (values[at + front] as number) + sum
  let back = 0
  sum = 0
  while (back < length - front - 1 && sum + (values[at + length - 1 - back] as number) < negligible) {
    sum += values[at + length - 1 - back] as number
    back++
  }
  values[at + length - 1 - back] = (values[at + length - 1 - back] as number) + sum
  return { front, length: length - front - back }
}

/** Sum of two independent laws, on the lattice of both steps; allocates its result, scratch is reused. */
export function convolve(a: Law, b: Law, scratch: Arena): Law {
  if (a.step !== b.step) return convolveSteps(a, b)
  const aLength = a.values.length
  const bLength = b.values.length
  const outAt = aLength + bLength
  reserve(scratch, 0, 2 * outAt)
  scratch.values.set(a.values, 0)
  scratch.values.set(b.values, aLength)
  const length = convolveInto(scratch.values, 0, aLength, aLength, bLength, outAt)
  const trimmed = trimEnds(scratch.values, outAt, length)
  const from = outAt + trimmed.front
  return {
    step: a.step,
    start: a.start + b.start + trimmed.front,
    values: scratch.values.slice(from, from + trimmed.length),
  }
}

function convolveSteps(a: Law, b: Law): Law {
  const step = greatestCommonDivisor(a.step, b.step)
  const aStride = a.step / step
  const bStride = b.step / step
  const values = new Float64Array((a.values.length - 1) * aStride + (b.values.length - 1) * bStride + 1)
  for (let i = 0; i < a.values.length; i++) {
    const factor = a.values[i] as number
    let o = i * aStride
    for (let j = 0; j < b.values.length; j++, o += bStride)
      values[o] = (values[o] as number) + factor * (b.values[j] as number)
  }
  const trimmed = trimEnds(values, 0, values.length)
  return {
    step,
    start: a.start * aStride + b.start * bStride + trimmed.front,
    values: values.slice(trimmed.front, trimmed.front + trimmed.length),
  }
}

export function greatestCommonDivisor(a: number, b: number): number {
  let [x, y] = [a, b]
  while (y > 0) [x, y] = [y, x % y]
  return x
}
