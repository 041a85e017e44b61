/**
 * Rounds a column so that what is shown sums to the rounded total (largest remainder). Values in any unit, ≥ 0;
 * `total` defaults to the rounded sum; equal remainders go to the earlier row.
 */
export function roundToTotal(values: readonly number[], total?: number): number[] {
  const rounded = values.map(Math.floor)
  const target = total ?? Math.round(values.reduce((sum, value) => sum + value, 0))
  let missing = target - rounded.reduce((sum, value) => sum + value, 0)
  const order = values
    .map((value, index) => ({ index, rest: value - Math.floor(value) }))
    .toSorted((a, b) => b.rest - a.rest || a.index - b.index)
  for (const { index } of order) {
    if (missing <= 0) break
    rounded[index] = (rounded[index] ?? 0) + 1
    missing -= 1
  }
  return rounded
}

/** Whole percentages of parts, summing to 100 (or all 0 when there is nothing to share). */
export function wholePercents(parts: readonly number[]): number[] {
  const sum = parts.reduce((total, part) => total + part, 0)
  return sum > 0
    ? roundToTotal(
        parts.map((part) => (part / sum) * 100),
        100,
      )
    : parts.map(() => 0)
}
