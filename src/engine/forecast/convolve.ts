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

/**
 * Laws of different steps. On the lattice of both, values of b fall in the residue classes of a's stride; within a class
 * a is dense, so that each class is a sum of shifted copies of a, taken four at a time.
 */
function convolveSteps(a: Law, b: Law): Law {
  const step = greatestCommonDivisor(a.step, b.step)
  const aStride = a.step / step
  const bStride = b.step / step
  const aLength = a.values.length
  const bLength = b.values.length
  const values = new Float64Array((aLength - 1) * aStride + (bLength - 1) * bStride + 1)
  const margin = 3 * bStride
  const padded = new Float64Array(aLength + 2 * margin)
  padded.set(a.values, margin)
  const classLength = Math.floor((values.length - 1) / aStride) + 1
  // One class, and room for the zeros of the margin behind it.
  const sums = new Float64Array(classLength + margin)
  for (let first = 0; first < Math.min(aStride, bLength); first++) {
    sums.fill(0)
    const residue = (first * bStride) % aStride
    let shift = (first * bStride - residue) / aStride
    for (let j = first; j < bLength; j += 4 * aStride, shift += 4 * bStride) {
      const b0 = b.values[j] as number
      const b1 = b.values[j + aStride] ?? 0
      const b2 = b.values[j + 2 * aStride] ?? 0
      const b3 = b.values[j + 3 * aStride] ?? 0
      const end = Math.min(aLength + margin, sums.length - shift)
      for (let i = 0; i < end; i++) {
        const at = i + margin
        sums[shift + i] =
          (sums[shift + i] as number) +
          (b0 * (padded[at] as number) +
            b1 * (padded[at - bStride] as number) +
            (b2 * (padded[at - 2 * bStride] as number) + b3 * (padded[at - 3 * bStride] as number)))
      }
    }
    for (let i = residue, k = 0; i < values.length; i += aStride, k++) values[i] = sums[k] as number
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
