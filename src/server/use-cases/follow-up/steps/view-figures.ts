import type { ChanceDto, FiguresDto, FollowState, ReadingDto } from '#src/contracts/follow-up.ts'
import {
  alertLevel,
  statusName,
  type FollowFigures,
  type FollowUp,
  type PerimeterChances,
  type ReadingFigures,
} from '#src/engine/index.ts'

/** A share as basis points, null where it is missing. */
export const bpsOf = (share: number): number | null =>
  Number.isFinite(share) ? Math.round(share * 10_000) : null
const milliOf = (value: number): number | null => (Number.isFinite(value) ? Math.round(value) : null)
const at = (column: ArrayLike<number>, group: number): number => column[group] ?? NaN

export function readingDto(figures: ReadingFigures, group: number): ReadingDto {
  const goalMilli = at(figures.goalMilli, group)
  const expectedMilli = milliOf(at(figures.expectedMilli, group))
  return {
    done: at(figures.done, group),
    goalMilli,
    earnedMilli: at(figures.earnedMilli, group),
    expectedMilli,
    attainmentBps: bpsOf(at(figures.attainment, group)),
    expectedBps: goalMilli > 0 && expectedMilli !== null ? bpsOf(expectedMilli / goalMilli) : null,
    remainingMilli: at(figures.remainingMilli, group),
    toScheduleMilli: at(figures.toScheduleMilli, group),
    shortMilli: Math.round(at(figures.shortMilli, group)),
    isKept: at(figures.kept, group) === 1,
    requiredPaceMilli: milliOf(at(figures.requiredPace, group) * 1000),
    recentPaceMilli: milliOf(at(figures.recentPace, group) * 1000),
  }
}

/** A chance is told in basis points; what is not certain never reads as 0 or as 1. */
export function chanceBps(probability: number): number {
  const bps = Math.round(probability * 10_000)
  if (probability > 0 && bps === 0) return 1
  return probability < 1 && bps === 10_000 ? 9999 : bps
}

export function chanceDto(chances: PerimeterChances, group: number): ChanceDto | null {
  const probability = at(chances.probability, group)
  if (!Number.isFinite(probability)) return null
  return {
    probabilityBps: chanceBps(probability),
    meanMilli: Math.round(at(chances.meanMilli, group)),
    lowMilli: at(chances.lowMilli, group),
    highMilli: at(chances.highMilli, group),
  }
}

/** The word of a perimeter, from its adjusted reading and its chance. */
export function stateOf(
  figures: ReadingFigures,
  group: number,
  probability: number,
  settings: Pick<FollowUp, 'amberBps' | 'redBps'>,
  isVacant = false,
): FollowState {
  if (isVacant) return 'VACANT'
  if (!(at(figures.goalMilli, group) > 0)) return null
  if (!(at(figures.goneMilli, group) > 0)) return 'NOT_STARTED'
  const status = statusName(at(figures.status, group))
  if (status === 'under') return 'UNDER'
  if (alertLevel(probability, settings) !== null) return 'AT_RISK'
  return status === 'over' ? 'OVER' : 'ON_PLAN'
}

export function figuresDto(
  figures: FollowFigures,
  chances: PerimeterChances,
  group: number,
  settings: FollowUp,
  isVacant = false,
): FiguresDto {
  return {
    state: stateOf(figures.adjusted, group, at(chances.probability, group), settings, isVacant),
    hcps: at(figures.hcps, group),
    seen: at(figures.seen, group),
    atFrequency: at(figures.atFrequency, group),
    adjusted: readingDto(figures.adjusted, group),
    raw: readingDto(figures.raw, group),
    chance: chanceDto(chances, group),
  }
}
