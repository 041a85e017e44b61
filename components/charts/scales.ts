/** Value → pixel, straight line. A flat domain lands in the middle. */
export function linear(domain: readonly [number, number], range: readonly [number, number]) {
  const span = domain[1] - domain[0]
  const slope = span === 0 ? 0 : (range[1] - range[0]) / span
  const origin = span === 0 ? (range[0] + range[1]) / 2 : range[0]
  return (value: number) => origin + (value - domain[0]) * slope
}

const roundSteps = [1, 2, 2.5, 5, 10]

/** Round values of a domain, at most `most` of them, zero included when it is inside. */
export function roundTicks(low: number, high: number, most = 3): number[] {
  const span = high - low
  if (!(span > 0)) return [low]
  for (let power = 10 ** Math.floor(Math.log10(span / most)); ; power *= 10) {
    for (const unit of roundSteps) {
      const step = unit * power
      const first = Math.ceil(low / step) * step
      const count = Math.floor((high - first) / step) + 1
      if (count <= most) return Array.from({ length: count }, (_, index) => first + index * step)
    }
  }
}

/** Pushes labels apart so that none covers another, keeping their order and staying as near as can be. Pixels, downwards. */
export function spread<T extends { y: number }>(labels: readonly T[], gap: number): T[] {
  const sorted = labels.toSorted((a, b) => a.y - b.y).map((label) => ({ ...label }))
  let previous = Number.NEGATIVE_INFINITY
  for (const label of sorted) {
    label.y = Math.max(label.y, previous + gap)
    previous = label.y
  }
  return sorted
}

/** Colour of a class, from the lowest (grey) to the highest (brand). */
export function classColor(index: number, count: number): string {
  if (index <= 0 && count > 1) return 'var(--ch-low)'
  const part = count <= 2 ? 100 : Math.round(((index - 1) / (count - 2)) * 100)
  return `color-mix(in srgb, var(--ch-line) ${part}%, var(--ch-mid))`
}

export const polyline = (points: readonly (readonly [number, number])[]) =>
  points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('')
