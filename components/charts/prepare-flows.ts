export type Flow = { from: number; to: number; count: number }
export type Ribbon = Flow & { y0: number; y1: number; thickness: number }

/**
 * Ribbons between two equal columns of rows of one height. Stayers are left out; ribbons of a row are stacked around its
 * middle, by the row they go to or come from, so that they cross the least; the row that moves most fills 80 % of its height.
 */
export function prepareFlows(flows: readonly Flow[], rowHeight: number): Ribbon[] {
  const moving = flows.filter(({ from, to, count }) => from !== to && count > 0)
  const totals = new Map<string, number>()
  const add = (key: string, count: number) => totals.set(key, (totals.get(key) ?? 0) + count)
  for (const { from, to, count } of moving) {
    add(`a${from}`, count)
    add(`b${to}`, count)
  }
  const most = Math.max(1, ...totals.values())
  const scale = (rowHeight * 0.8) / most
  const stack = (side: 'a' | 'b') => {
    const [here, there] = side === 'a' ? (['from', 'to'] as const) : (['to', 'from'] as const)
    const placed = new Map<Flow, number>()
    const used = new Map<number, number>()
    for (const flow of moving.toSorted(
      (one, other) => one[here] - other[here] || one[there] - other[there],
    )) {
      const row = flow[here]
      const before = used.get(row) ?? 0
      const height = (totals.get(`${side}${row}`) ?? 0) * scale
      placed.set(flow, row * rowHeight + (rowHeight - height) / 2 + before + (flow.count * scale) / 2)
      used.set(row, before + flow.count * scale)
    }
    return placed
  }
  const left = stack('a')
  const right = stack('b')
  return moving.map((flow) => ({
    ...flow,
    y0: left.get(flow) ?? 0,
    y1: right.get(flow) ?? 0,
    thickness: Math.max(1, flow.count * scale),
  }))
}
