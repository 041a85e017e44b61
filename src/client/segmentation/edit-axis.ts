import type { Configuration } from '#src/contracts/cycle-configuration.ts'
import {
  classCount,
  type Axis,
  type AxisSource,
  type Classification,
  type CycleCriterion,
  type Formula,
} from '#src/engine/index.ts'

type Segmentation = Configuration['segmentations'][number]

const letters = 'ABCDEFGHIJ'

/** As many classes as the method makes: the best ones keep their names, new ones take the next free letter. */
export function fitClasses(classes: Axis['classes'], count: number): Axis['classes'] {
  const kept = classes.slice(0, count)
  const taken = new Set(kept.map(({ code }) => code))
  const free = letters.split('').filter((letter) => !taken.has(letter))
  return [...kept, ...free.slice(0, count - kept.length).map((letter) => ({ code: letter, name: letter }))]
}

/** Cells of another size: what stays keeps its segment, new rows and columns repeat the last one. */
export function fitCells(cells: readonly (readonly string[])[], rows: number, columns: number, none: string) {
  return Array.from({ length: rows }, (_, row) => {
    const line = cells[Math.min(row, cells.length - 1)] ?? []
    return Array.from(
      { length: columns },
      (_unused, column) => line[Math.min(column, line.length - 1)] ?? none,
    )
  })
}

const classesOf = (segmentation: Segmentation, code: string | undefined) =>
  segmentation.axes.find((axis) => axis.code === code)?.classes.length ?? 1

/** The lines of each layer, resized apart; a new layer repeats the last one. */
function fitLayers(before: Segmentation, next: Segmentation, none: string) {
  const { rows, columns, layers, cells } = before.matrix
  const height = classesOf(before, rows)
  const kept = Array.from({ length: classesOf(before, layers) }, (_, layer) =>
    cells.slice(layer * height, (layer + 1) * height),
  )
  return Array.from({ length: classesOf(next, next.matrix.layers) }, (_, layer) =>
    fitCells(kept[layer] ?? kept.at(-1) ?? [], classesOf(next, rows), classesOf(next, columns), none),
  ).flat()
}

/** The segmentation with one axis changed; classes and matrix follow its method. */
export function withAxis(segmentation: Segmentation, code: string, change: Partial<Axis>): Segmentation {
  const axes = segmentation.axes.map((axis) => {
    if (axis.code !== code) return axis
    const next = { ...axis, ...change }
    return { ...next, classes: fitClasses(next.classes, classCount(next.classification)) }
  })
  const next = { ...segmentation, axes }
  const none = segmentation.segments.at(-1)?.code ?? ''
  return { ...next, matrix: { ...segmentation.matrix, cells: fitLayers(segmentation, next, none) } }
}

/** As many as the configuration holds. */
export const mostAxes = 6

/** One more axis of three classes over a criterion: rules read it at once, the matrix only when it becomes its layers. */
export function withNewAxis(segmentation: Segmentation, name: string, criterion: string) {
  const taken = new Set(segmentation.axes.map(({ code }) => code))
  let position = segmentation.axes.length + 1
  while (taken.has(`axe-${position}`)) position += 1
  const code = `axe-${position}`
  const axis: Axis = {
    code,
    name: `${name} ${position}`,
    source: { kind: 'criterion', criterion },
    missing: { policy: 'lowest' },
    groupBy: null,
    classification: { method: 'quantiles', k: 3 },
    classes: fitClasses([], 3),
  }
  return { code, next: { ...segmentation, axes: [...segmentation.axes, axis] } }
}

/** The matrix once for each class of this axis; null = two axes again, as its first layer was. */
export function withLayers(segmentation: Segmentation, code: string | null): Segmentation {
  const { layers: _dropped, ...matrix } = segmentation.matrix
  const next = { ...segmentation, matrix: code === null ? matrix : { ...matrix, layers: code } }
  const none = segmentation.segments.at(-1)?.code ?? ''
  return { ...next, matrix: { ...next.matrix, cells: fitLayers(segmentation, next, none) } }
}

/** Round steps for typing and dragging: about a hundred over the range of the axis. */
export function stepOf(lowest: number, highest: number): number {
  const range = highest - lowest
  if (!(range > 0)) return 1
  // Powers of ten by division and product only, as the engine's own numbers.
  let step = 1
  while (step * 500 < range) step *= 10
  while (step * 50 > range) step /= 10
  return step
}

export const roundTo = (value: number, step: number): number => {
  const rounded = Math.round(value / step) * step
  return Number(rounded.toFixed(6))
}

/** Those at hand beside the histogram, then all. */
export const methods = ['thresholds', 'abc', 'headcount', 'quantiles'] as const
export const allMethods = [...methods, 'volume', 'ranks'] as const
export type Method = (typeof allMethods)[number]

/**
 * Another method for an axis. Cut-offs held become thresholds, on the step and one step apart; any other begins with
 * as many classes as there are, where its own parameters allow.
 */
export function withMethod(
  axis: Axis,
  method: Method,
  cutOffs: readonly (number | null)[],
  step: number,
): Classification {
  const count = Math.max(2, axis.classes.length)
  switch (method) {
    case 'thresholds':
      return { method, cuts: descending(cutOffs, count - 1, step) }
    case 'abc':
      return { method, limitsBps: count === 2 ? [8000] : [8000, 9500], reach: false }
    case 'headcount':
      return { method, limitsBps: count === 2 ? [2000] : [2000, 5000], reach: false }
    case 'quantiles':
    case 'volume':
    case 'ranks':
      return { method, k: count }
  }
}

function descending(cutOffs: readonly (number | null)[], count: number, step: number): number[] {
  const cuts: number[] = []
  for (let index = 0; index < count; index += 1) {
    const above = cuts[index - 1]
    const wanted = roundTo(cutOffs[index] ?? (above ?? count * step) - step, step)
    cuts.push(above !== undefined && wanted >= above ? roundTo(above - step, step) : wanted)
  }
  return cuts
}

/** One cut-off moved; `index` from the best class. It never crosses a neighbour. */
export function withCut(cuts: readonly number[], index: number, value: number, step: number): number[] {
  const high = cuts[index - 1] === undefined ? Infinity : (cuts[index - 1] ?? 0) - step
  const low = cuts[index + 1] === undefined ? -Infinity : (cuts[index + 1] ?? 0) + step
  return cuts.map((cut, at) => (at === index ? roundTo(Math.min(high, Math.max(low, value)), step) : cut))
}

/** Criteria that an axis can read. */
export const numericCriteria = (criteria: readonly CycleCriterion[]) =>
  criteria.filter(({ kind }) => kind !== 'TEXT')

/** Criteria of a source, as it is written down; a formula's are its own. */
const criterionIn = (source: AxisSource, fallback: string): string =>
  source.kind === 'criterion'
    ? source.criterion
    : source.kind === 'weighted'
      ? (source.terms[0]?.criterion ?? fallback)
      : fallback

/** A weighted sum of numbers as they are is a formula; other scales have no formula, and the criteria alone are kept. */
function formulaOf(source: AxisSource, fallback: string): Formula {
  const field = (code: string): Formula => ({ kind: 'criterion', code })
  if (source.kind !== 'weighted') return field(criterionIn(source, fallback))
  const [first, ...others] = source.terms.map(({ criterion, weight }): Formula => ({
    op: '*',
    left: weight,
    right: field(criterion),
  }))
  return others.reduce<Formula>((left, right) => ({ op: '+', left, right }), first ?? field(fallback))
}

/** Another kind of source that begins with the criteria of the one before. */
export function withKind(source: AxisSource, kind: string, fallback: string): AxisSource {
  const criterion = criterionIn(source, fallback)
  switch (kind) {
    case 'weighted': {
      const terms = [{ criterion, weight: 1, normalisation: 'minmax' as const }]
      return { kind, minimumShareBps: 5000, terms }
    }
    case 'formula':
      return { kind, formula: formulaOf(source, fallback) }
    default:
      return { kind: 'criterion', criterion }
  }
}
