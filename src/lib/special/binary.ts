/** Steps of an exact division by powers of two, largest first. */
const steps = [512, 256, 128, 64, 32, 16, 8, 4, 2, 1]

const powersOfTwo = new Float64Array(1024)
powersOfTwo[0] = 1
for (let i = 1; i < 1024; i++) powersOfTwo[i] = (powersOfTwo[i - 1] as number) * 2

/** x · 2^k for an integer k: exact unless the result leaves the normal range. */
export const scale = (x: number, k: number): number => {
  if (k > 3000) return x * Infinity
  if (k < -3000) return x / Infinity
  let scaled = x
  let left = k
  while (left > 1023) {
    scaled *= powersOfTwo[1023] as number
    left -= 1023
  }
  while (left < -1000) {
    scaled /= powersOfTwo[1000] as number
    left += 1000
  }
  return left >= 0 ? scaled * (powersOfTwo[left] as number) : scaled / (powersOfTwo[-left] as number)
}

/** Binary exponent k of a positive finite x, so that x · 2^-k lies in [√½, √2). */
export const centredExponent = (x: number): number => {
  let mantissa = x
  let k = 0
  if (mantissa < 2 ** -1022) {
    mantissa *= powersOfTwo[60] as number
    k = -60
  }
  for (const step of steps) {
    const power = powersOfTwo[step] as number
    if (mantissa >= power) {
      mantissa /= power
      k += step
    } else if (mantissa * power < 2) {
      mantissa *= power
      k -= step
    }
  }
  return mantissa < Math.SQRT2 ? k : k + 1
}

/** Exact product of two numbers as a rounded part and what was rounded away (Dekker 1971, Veltkamp's split). */
export const exactProduct = (a: number, b: number): [number, number] => {
  const product = a * b
  const [aHigh, aLow] = split(a)
  const [bHigh, bLow] = split(b)
  return [product, aLow * bLow - (product - aHigh * bHigh - aLow * bHigh - aHigh * bLow)]
}

const split = (a: number): [number, number] => {
  const wide = a * 134_217_729
  const high = wide - (wide - a)
  return [high, a - high]
}
