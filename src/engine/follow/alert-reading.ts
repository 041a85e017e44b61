import type { PerimeterChances } from '../forecast/perimeter.ts'
import type { AlertReading } from './alert.ts'
import type { FollowFigures } from './figures.ts'

/** What an alert reads of one perimeter, from figures and forecast over the same grouping, adjusted. */
export function alertReading(figures: FollowFigures, chances: PerimeterChances, group: number): AlertReading {
  const { adjusted } = figures
  return {
    probability: chances.probability[group] as number,
    shortfallMilli: chances.shortfallMilli[group] as number,
    goalMilli: adjusted.goalMilli[group] as number,
    earnedMilli: adjusted.earnedMilli[group] as number,
    goneMilli: adjusted.goneMilli[group] as number,
    capacityMilli: adjusted.capacityMilli[group] as number,
    kept: adjusted.kept[group] === 1,
  }
}
