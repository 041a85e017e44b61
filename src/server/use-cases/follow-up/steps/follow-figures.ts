import {
  crossGrouping,
  fitPrior,
  followFigures,
  forecastPerimeters,
  groupingBySector,
  lineLaws,
  presentationLines,
  takeLines,
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

/** Laws of pace of a network, over its contacts and over its presentations. */
export type FollowPriors = { contacts: Prior; presentations: Prior }

export const followPriors = ({ lines, sectors, presentations }: FollowInput): FollowPriors => ({
  contacts: fitPrior(lines, sectors),
  presentations: fitPrior(presentationLines(presentations, lines), sectors),
})

/** Laws of the lines; what was shown before the cycle is not known, so that presentations have no memory. */
export type FollowForecast = { laws: LineLaws; products: { lines: FollowLines; laws: LineLaws } }

export function followForecast(
  { lines, sectors, presentations, settings }: FollowInput,
  priors: FollowPriors,
): FollowForecast {
  const shown = presentationLines(presentations, lines)
  const products = { lines: shown, laws: lineLaws(shown, sectors, priors.presentations, { memoryMilli: 0 }) }
  return { laws: lineLaws(lines, sectors, priors.contacts, settings), products }
}

/** The same input with the lines of some sectors alone: what a perimeter is read on, once the network gave its priors. */
export function restrictInput(input: FollowInput, holds: (sector: number) => boolean): FollowInput {
  const { lines, presentations } = input
  const rows: number[] = []
  const place = new Int32Array(lines.goal.length).fill(-1)
  lines.sector.forEach((sector, row) => {
    if (holds(sector)) place[row] = rows.push(row) - 1
  })
  const held = Array.from(presentations.line.keys()).filter(
    (row) => (place[presentations.line[row] ?? -1] ?? -1) >= 0,
  )
  const take = (column: Int32Array) => Int32Array.from(held, (row) => column[row] ?? 0)
  return {
    ...input,
    lines: takeLines(lines, rows),
    presentations: {
      line: Int32Array.from(held, (row) => place[presentations.line[row] ?? -1] ?? -1),
      product: take(presentations.product),
      approved: take(presentations.approved),
      shown: take(presentations.shown),
    },
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
