import { linear } from './scales.ts'

export type SparkBox = { width: number; height: number; pad: number }

/** Runs of points: a missing value opens a gap, it never reads as a zero. `domain` shares a scale between several. */
export function prepareSparkline(
  values: readonly (number | null)[],
  box: SparkBox,
  domain?: readonly [number, number],
) {
  const known = values.filter((value): value is number => value !== null)
  const scale = domain ?? ([Math.min(...known), Math.max(...known)] as const)
  const x = linear([0, Math.max(1, values.length - 1)], [box.pad, box.width - box.pad])
  const y = linear(scale, [box.height - box.pad, box.pad])
  const runs: [number, number][][] = []
  values.forEach((value, index) => {
    if (value === null) return
    const open = index > 0 && values[index - 1] !== null ? runs.at(-1) : undefined
    if (open) open.push([x(index), y(value)])
    else runs.push([[x(index), y(value)]])
  })
  const last = runs.at(-1)?.at(-1) ?? null
  return { runs, last }
}
