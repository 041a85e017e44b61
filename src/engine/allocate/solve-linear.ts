/** Solution of a small square system by elimination with partial pivots; null when it has none or several. */
export function solveLinear(
  matrix: readonly (readonly number[])[],
  right: readonly number[],
): number[] | null {
  const size = right.length
  const rows = matrix.map((line, index) => [...line, right[index] ?? 0])
  for (let at = 0; at < size; at += 1) {
    const below = rows.slice(at)
    const largest = below.reduce(
      (best, line, index) => (Math.abs(line[at] ?? 0) > Math.abs(below[best]?.[at] ?? 0) ? index : best),
      0,
    )
    const pivot = rows[at + largest] ?? []
    rows[at + largest] = rows[at] ?? []
    rows[at] = pivot
    const head = pivot[at] ?? 0
    if (head === 0 || !Number.isFinite(head)) return null
    for (const line of rows) {
      if (line === pivot) continue
      const factor = (line[at] ?? 0) / head
      for (let column = at; column <= size; column += 1)
        line[column] = (line[column] ?? 0) - factor * (pivot[column] ?? 0)
    }
  }
  return rows.map((line, index) => (line[size] ?? 0) / (line[index] ?? 1))
}
