/**
 * The values of each group, ascending, without missing ones or hcps outside the universe.
 * `groupOf` null = one group. The native numeric sort of a Float64Array is the same everywhere; no −0 enters.
 */
export function sortWithinGroups(
  values: Float64Array,
  universe: Uint8Array,
  groups: { groupOf: Int32Array | null; count: number },
): Float64Array[] {
  const { groupOf, count } = groups
  const sizes = new Int32Array(count)
  for (let row = 0; row < values.length; row += 1) {
    if (universe[row] !== 1 || Number.isNaN(values[row] ?? NaN)) continue
    const group = groupOf?.[row] ?? 0
    sizes[group] = (sizes[group] ?? 0) + 1
  }
  const sorted = Array.from(sizes, (size) => new Float64Array(size))
  const filled = new Int32Array(count)
  for (let row = 0; row < values.length; row += 1) {
    const value = values[row] ?? NaN
    if (universe[row] !== 1 || Number.isNaN(value)) continue
    const group = groupOf?.[row] ?? 0
    const at = filled[group] ?? 0
    const target = sorted[group]
    if (target) target[at] = value
    filled[group] = at + 1
  }
  for (const one of sorted) one.sort()
  return sorted
}
