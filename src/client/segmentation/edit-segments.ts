import type { Configuration } from '#src/contracts/cycle-configuration.ts'
import type { Rule, Segment } from '#src/engine/index.ts'

type Segmentation = Configuration['segmentations'][number]

/** Light values of the interface's segment palette: a segment of rank k takes the k-th unless somebody chose another. */
export const palette = [
  '#1c4f8f',
  '#22758f',
  '#0f7f6c',
  '#5f7620',
  '#91660c',
  '#a8502a',
  '#ad4668',
  '#7a6251',
  '#69767c',
] as const

export const colourOf = (rank: number): string => palette[(rank - 1) % palette.length] ?? palette[0]

const byRank = (segments: readonly Segment[]) =>
  segments.toSorted((one, other) => one.rank - other.rank).map((one, index) => ({ ...one, rank: index + 1 }))

/** A code that nothing uses yet, from a name: letters and digits of it, numbered where it is taken. */
export function freeCode(name: string, taken: readonly string[]): string {
  const base =
    name
      .normalize('NFD')
      .replaceAll(/[^A-Za-z0-9]+/g, '-')
      .replaceAll(/^-+|-+$/g, '')
      .slice(0, 30)
      .toLowerCase() || 's'
  if (!taken.includes(base)) return base
  for (let number = 2; ; number += 1) if (!taken.includes(`${base}-${number}`)) return `${base}-${number}`
}

export function withNewSegment(
  segmentation: Segmentation,
  name: string,
): { next: Segmentation; code: string } {
  const code = freeCode(
    name,
    segmentation.segments.map((one) => one.code),
  )
  const rank = segmentation.segments.length + 1
  const segments = byRank([
    ...segmentation.segments,
    { code, name, colour: colourOf(rank), rank, valueMilli: 1000 },
  ])
  return { next: { ...segmentation, segments }, code }
}

export const withSegment = (
  segmentation: Segmentation,
  code: string,
  change: Partial<Segment>,
): Segmentation => ({
  ...segmentation,
  segments: segmentation.segments.map((one) => (one.code === code ? { ...one, ...change } : one)),
})

/** One place up (−1) or down (+1) in the ranks. */
export function withRankMoved(segmentation: Segmentation, code: string, by: -1 | 1): Segmentation {
  const sorted = byRank(segmentation.segments)
  const from = sorted.findIndex((one) => one.code === code)
  const other = sorted[from + by]
  const own = sorted[from]
  if (!own || !other) return segmentation
  const swapped = sorted.map((one) =>
    one.code === code
      ? { ...one, rank: other.rank }
      : one.code === other.code
        ? { ...one, rank: own.rank }
        : one,
  )
  return { ...segmentation, segments: byRank(swapped) }
}

/** Whether a cell or a rule still sends hcps there. */
export const isUsed = ({ matrix, rules }: Segmentation, code: string): boolean =>
  matrix.cells.some((line) => line.includes(code)) ||
  rules.some(({ outcome }) => outcome.kind === 'segment' && outcome.segment === code)

export const withoutSegment = (segmentation: Segmentation, code: string): Segmentation => ({
  ...segmentation,
  segments: byRank(segmentation.segments.filter((one) => one.code !== code)),
})

export const withCell = (
  segmentation: Segmentation,
  row: number,
  column: number,
  segment: string,
): Segmentation => ({
  ...segmentation,
  matrix: {
    ...segmentation.matrix,
    cells: segmentation.matrix.cells.map((line, i) =>
      i === row ? line.map((code, j) => (j === column ? segment : code)) : line,
    ),
  },
})

export function withRule(segmentation: Segmentation, rule: Rule, at?: number): Segmentation {
  const known = segmentation.rules.some(({ id }) => id === rule.id)
  const rules = known
    ? segmentation.rules.map((one) => (one.id === rule.id ? rule : one))
    : segmentation.rules.toSpliced(at ?? segmentation.rules.length, 0, rule)
  return { ...segmentation, rules }
}

export const withoutRule = (segmentation: Segmentation, id: string): Segmentation => ({
  ...segmentation,
  rules: segmentation.rules.filter((one) => one.id !== id),
})

/** Puts a rule at a place, counted from 0 in the list without it. */
export function withRuleAt(segmentation: Segmentation, id: string, place: number): Segmentation {
  const rule = segmentation.rules.find((one) => one.id === id)
  if (!rule) return segmentation
  const others = segmentation.rules.filter((one) => one.id !== id)
  const to = Math.max(0, Math.min(others.length, place))
  return { ...segmentation, rules: others.toSpliced(to, 0, rule) }
}
