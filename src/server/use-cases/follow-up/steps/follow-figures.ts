import {
  crossGrouping,
  fitPrior,
  followFigures,
  forecastPerimeters,
  groupingBySector,
  lineLaws,
  presentationLines,
  type FollowFigures,
  type FollowLines,
  type Grouping,
  type LineLaws,
  type PerimeterChances,
  type Prior,
} from '#src/engine/index.ts'
import type { FollowInput } from './follow-input.ts'

export const levels = ['SECTOR', 'REGION', 'NETWORK'] as const
export type FollowLevel = (typeof levels)[number]
export const dimensions = ['ALL', 'SEGMENT', 'CHANNEL', 'PRODUCT'] as const
export type FollowDimension = (typeof dimensions)[number]

/** Laws of the lines of a network; those of presentations have a prior of their own, and no memory. */
export type FollowForecast = {
  prior: Prior
  laws: LineLaws
  products: { lines: FollowLines; laws: LineLaws }
}

export function followForecast({ lines, sectors, presentations, settings }: FollowInput): FollowForecast {
  const prior = fitPrior(lines, sectors)
  const shown = presentationLines(presentations, lines)
  const noMemory = { memoryMilli: 0 }
  return {
    prior,
    laws: lineLaws(lines, sectors, prior, settings),
    products: { lines: shown, laws: lineLaws(shown, sectors, fitPrior(shown, sectors), noMemory) },
  }
}

/** Which sectors make which perimeter of a level, and their ids. */
export function perimetersOf(
  input: FollowInput,
  level: FollowLevel,
): { ofSector: Int32Array; ids: string[] } {
  const count = input.forces.length
  if (level === 'REGION') return { ofSector: input.regionOf, ids: input.regionIds }
  if (level === 'NETWORK') return { ofSector: new Int32Array(count), ids: [input.networkId] }
  return {
    ofSector: Int32Array.from({ length: count }, (_, sector) => sector),
    ids: input.forces.map(({ sectorId }) => sectorId),
  }
}

/** What each dimension counts, by its own ids: segments by code, channels and products by id. */
export function dimensionOf(
  input: FollowInput,
  forecast: FollowForecast,
  dimension: FollowDimension,
): { lines: FollowLines; laws: LineLaws; of: Int32Array; ids: string[] } {
  const { lines } = input
  const { laws, products } = forecast
  if (dimension === 'SEGMENT')
    return { lines, laws, of: lines.segment, ids: input.segments.map(({ code }) => code) }
  if (dimension === 'CHANNEL')
    return { lines, laws, of: lines.channel, ids: input.channels.map(({ id }) => id) }
  if (dimension === 'PRODUCT')
    return { ...products, of: input.presentations.product, ids: input.products.map(({ id }) => id) }
  return { lines, laws, of: new Int32Array(lines.goal.length), ids: [''] }
}

export type FollowCut = {
  figures: FollowFigures
  chances: PerimeterChances
  /** Group = perimeter × dimensionIds.length + dimension. */
  perimeterIds: string[]
  dimensionIds: string[]
}

/** Figures and forecast of every perimeter of a level, cut by a dimension. */
export function followCut(
  input: FollowInput,
  forecast: FollowForecast,
  level: FollowLevel,
  dimension: FollowDimension,
): FollowCut {
  const perimeters = perimetersOf(input, level)
  const { lines, laws, of, ids } = dimensionOf(input, forecast, dimension)
  const places = groupingBySector(lines, perimeters.ofSector, perimeters.ids.length)
  const grouping: Grouping = crossGrouping(places, { of, count: ids.length })
  return {
    figures: followFigures(lines, input.sectors, grouping, input.settings),
    chances: forecastPerimeters(laws, grouping, input.settings),
    perimeterIds: perimeters.ids,
    dimensionIds: ids,
  }
}
