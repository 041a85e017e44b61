export type StripItem = { id: string; name: string; utilisationBps: number }
export type StripPoint = StripItem & { rank: number; over: boolean }

/** From the most to the least loaded (ties by id); over = beyond the tolerance. */
export function prepareStrip(items: readonly StripItem[], toleranceBps: number) {
  const sorted = items.toSorted((a, b) => b.utilisationBps - a.utilisationBps || (a.id < b.id ? -1 : 1))
  const points = sorted.map((item, index): StripPoint => ({
    ...item,
    rank: index + 1,
    over: item.utilisationBps > toleranceBps,
  }))
  const middle = points.length / 2
  const low = points[Math.ceil(middle) - 1]?.utilisationBps ?? 0
  const high = points[Math.floor(middle)]?.utilisationBps ?? 0
  return { points, medianBps: (low + high) / 2, overCount: points.filter(({ over }) => over).length }
}
