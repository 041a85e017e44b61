export type LorenzPoint = { share: number; value: number }

/**
 * Concentration: what part of the total (0 … 1) the first part of the hcps (0 … 1), largest first, holds.
 * NaN and negative values are left out. At most `points` + 1 points, both ends included; empty when nothing is held.
 */
export function prepareLorenz(values: ArrayLike<number>, points = 80): LorenzPoint[] {
  const kept = Float64Array.from(Array.from(values).filter((value) => value >= 0))
  const sorted = kept.toSorted().toReversed()
  const total = sorted.reduce((sum, value) => sum + value, 0)
  if (total === 0) return []
  const steps = Math.min(points, sorted.length)
  const curve: LorenzPoint[] = [{ share: 0, value: 0 }]
  let sum = 0
  let taken = 0
  for (let step = 1; step <= steps; step += 1) {
    const upTo = Math.round((step / steps) * sorted.length)
    for (; taken < upTo; taken += 1) sum += sorted[taken] ?? 0
    curve.push({ share: taken / sorted.length, value: sum / total })
  }
  return curve
}

/** The curve read at a share of the hcps, between its points. */
export function lorenzAt(curve: readonly LorenzPoint[], share: number): number {
  const next = curve.findIndex((point) => point.share >= share)
  const after = curve[next]
  const before = curve[next - 1]
  if (!after) return 1
  if (!before || after.share === before.share) return after.value
  return before.value + ((share - before.share) / (after.share - before.share)) * (after.value - before.value)
}
