/** One way to serve a cell: what it weighs (whole numbers) and what it is worth. */
export type Option = { readonly load: number; readonly value: number }

type State = {
  readonly load: number
  readonly value: number
  readonly option: number
  readonly before: State | null
}
/** A step of the concave hull of a cell, and the sums of those that bring more for their load. */
type HullStep = { readonly load: number; readonly value: number }

/**
 * One option of each cell, Σ load ≤ capacity, of the largest Σ value: the multiple-choice knapsack, exactly. Dynamic
 * programming over states that no other beats, those left out whose bound by the hull of the cells still to come
 * (Dyer & Zemel, 1984) is under a solution already known. Equal value: the smallest load. Each cell has an option of
 * load 0. Answers positions of options.
 */
export function chooseOptions(cells: readonly (readonly Option[])[], capacity: number): number[] {
  const bounds = cells.map((_, index) => hullSteps(cells.slice(index)))
  const known = greedyValue(cells, capacity)
  const slack = 1e-9 * Math.max(Math.abs(known), 1)
  let states: State[] = [{ load: 0, value: 0, option: -1, before: null }]
  cells.forEach((options, index) => {
    const rest = bounds[index + 1]
    const restValue = cells.slice(index + 1).reduce((sum, one) => sum + freeValue(one), 0)
    const next: State[] = []
    for (const before of states) {
      options.forEach((option, position) => {
        const load = before.load + option.load
        const value = before.value + option.value
        if (load > capacity) return
        if (value + restValue + bound(rest, capacity - load) < known - slack) return
        next.push({ load, value, option: position, before })
      })
    }
    next.sort((left, right) => left.load - right.load || right.value - left.value)
    let best = -Infinity
    states = next.filter(({ value }) => {
      const kept = value > best
      if (kept) best = value
      return kept
    })
  })
  const chosen: number[] = []
  for (let state = states.at(-1) ?? null; state?.before; state = state.before) chosen.unshift(state.option)
  return chosen
}

/** The most that is worth nothing of the capacity. */
function freeValue(options: readonly Option[]): number {
  return options.reduce((best, { load, value }) => (load === 0 ? Math.max(best, value) : best), -Infinity)
}

/** Upper concave envelope of each cell beyond its free option, all steps together, best for its load first. */
function hullSteps(cells: readonly (readonly Option[])[]): HullStep[] {
  return cells.flatMap(hullOf).sort((left, right) => right.value * left.load - left.value * right.load)
}

function hullOf(options: readonly Option[]): HullStep[] {
  const ascending = options.toSorted((left, right) => left.load - right.load || right.value - left.value)
  const hull: Option[] = [{ load: 0, value: freeValue(options) }]
  for (const one of ascending) {
    const last = hull.at(-1)
    if (!last || one.value <= last.value || one.load === last.load) continue
    for (;;) {
      const [before, top] = [hull.at(-2), hull.at(-1)]
      if (!before || !top) break
      const isUnder =
        (top.value - before.value) * (one.load - top.load) <=
        (one.value - top.value) * (top.load - before.load)
      if (!isUnder) break
      hull.pop()
    }
    hull.push(one)
  }
  return hull.slice(1).map((one, index) => {
    const before = hull[index] ?? one
    return { load: one.load - before.load, value: one.value - before.value }
  })
}

function bound(steps: readonly HullStep[] | undefined, capacity: number): number {
  let left = capacity
  let value = 0
  for (const step of steps ?? []) {
    if (step.load > left) return value + (step.value * left) / step.load
    left -= step.load
    value += step.value
  }
  return value
}

/** A solution to begin with: cells climb their hulls, best step first, as long as it fits. */
function greedyValue(cells: readonly (readonly Option[])[], capacity: number): number {
  const steps = cells
    .flatMap((options, cell) => hullOf(options).map((step) => ({ ...step, cell })))
    .sort((left, right) => right.value * left.load - left.value * right.load)
  const stopped = new Set<number>()
  let left = capacity
  let value = cells.reduce((sum, one) => sum + freeValue(one), 0)
  for (const step of steps) {
    if (stopped.has(step.cell)) continue
    if (step.load > left) stopped.add(step.cell)
    else {
      left -= step.load
      value += step.value
    }
  }
  return value
}
