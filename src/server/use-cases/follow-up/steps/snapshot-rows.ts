import type { FollowFigures, PerimeterChances, ReadingFigures } from '#src/engine/index.ts'
import type { FollowSnapshot } from '../../../repositories/snapshot-repository.ts'
import type { FollowCut, FollowDimension, FollowLevel } from './follow-figures.ts'

export const orNull = (value: number): number | null => (Number.isFinite(value) ? value : null)
const wholeOrNull = (value: number): number | null => (Number.isFinite(value) ? Math.round(value) : null)

const readingOf = (figures: ReadingFigures, group: number): FollowSnapshot['raw'] => ({
  goalMilli: figures.goalMilli[group] ?? 0,
  earnedMilli: figures.earnedMilli[group] ?? 0,
  done: figures.done[group] ?? 0,
  expectedMilli: orNull(figures.expectedMilli[group] ?? NaN),
  capacityGoneMilli: figures.goneMilli[group] ?? 0,
  capacityMilli: figures.capacityMilli[group] ?? 0,
})

const chanceOf = (chances: PerimeterChances, group: number) => ({
  probability: orNull(chances.probability[group] ?? NaN),
  meanMilli: wholeOrNull(chances.meanMilli[group] ?? NaN),
  lowMilli: wholeOrNull(chances.lowMilli[group] ?? NaN),
  highMilli: wholeOrNull(chances.highMilli[group] ?? NaN),
})

const countsOf = (figures: FollowFigures, group: number) => ({
  hcps: figures.hcps[group] ?? 0,
  seen: figures.seen[group] ?? 0,
  atFrequency: figures.atFrequency[group] ?? 0,
})

/** A cut as the rows that are kept; a part of a perimeter without a line is none, a perimeter always has its row. */
export function snapshotRows(
  cut: FollowCut,
  level: FollowLevel,
  dimension: FollowDimension,
): FollowSnapshot[] {
  const { figures, chances, perimeterIds, dimensionIds } = cut
  return perimeterIds.flatMap((key, perimeter) =>
    dimensionIds.flatMap((dimensionId, part) => {
      const group = perimeter * dimensionIds.length + part
      if (dimension !== 'ALL' && figures.lines[group] === 0) return []
      return [
        {
          level,
          key,
          dimension,
          dimensionId,
          ...countsOf(figures, group),
          raw: readingOf(figures.raw, group),
          adjusted: readingOf(figures.adjusted, group),
          ...chanceOf(chances, group),
        },
      ]
    }),
  )
}
