import type { FollowCell, FollowSegmentRow, FollowUpDto } from '#src/contracts/follow-up.ts'
import {
  followFigures,
  productFigures,
  statusName,
  type FollowFigures,
  type Grouping,
} from '#src/engine/index.ts'
import { followCut, type FollowForecast } from './follow-figures.ts'
import type { FollowInput } from './follow-input.ts'
import { bpsOf, chanceBps, stateOf } from './view-figures.ts'

function cellOf(figures: FollowFigures, group: number, input: FollowInput): FollowCell | null {
  const { adjusted } = figures
  const goalMilli = adjusted.goalMilli[group] ?? 0
  if (goalMilli === 0 && (figures.raw.goalMilli[group] ?? 0) === 0) return null
  const state = stateOf(adjusted, group, NaN, input.settings)
  const isFar = state === 'UNDER' || state === 'OVER'
  const expectedMilli = adjusted.expectedMilli[group] ?? NaN
  return {
    goalMilli,
    earnedMilli: adjusted.earnedMilli[group] ?? 0,
    attainmentBps: bpsOf(adjusted.attainment[group] ?? NaN),
    expectedBps: goalMilli > 0 ? bpsOf(expectedMilli / goalMilli) : null,
    state,
    isOff: isFar && goalMilli >= input.settings.floorGoalContacts * 1000,
  }
}

const nothing: FollowCell = {
  goalMilli: 0,
  earnedMilli: 0,
  attainmentBps: null,
  expectedBps: null,
  state: null,
  isOff: false,
}

/** Segments × channels, the total of each and of all; segments without a line are left out. */
export function segmentTable(input: FollowInput): FollowSegmentRow[] {
  const { lines, sectors, settings } = input
  const channels = input.channels.length
  // The last row gathers the lines without a segment.
  const rows = input.segments.length + 1
  const segmentOf = lines.segment.map((segment) => (segment < 0 ? rows - 1 : segment))
  const read = (of: Int32Array, count: number) =>
    followFigures(lines, sectors, { of, count } satisfies Grouping, settings)
  const cells = read(
    segmentOf.map((segment, line) => segment * channels + (lines.channel[line] ?? 0)),
    rows * channels,
  )
  const totals = read(segmentOf, rows)
  const byChannel = read(lines.channel, channels)
  const whole = read(new Int32Array(lines.goal.length), 1)
  const rowOf = (
    segment: FollowSegmentRow['segment'],
    figures: FollowFigures,
    group: number,
    cellAt: (channel: number) => FollowCell | null,
  ): FollowSegmentRow => ({
    segment,
    hcps: figures.hcps[group] ?? 0,
    seen: figures.seen[group] ?? 0,
    cells: Array.from({ length: channels }, (_, channel) => cellAt(channel)),
    total: cellOf(figures, group, input) ?? nothing,
  })
  const named = [...input.segments, null].flatMap((segment, row) => {
    if (totals.lines[row] === 0) return []
    const { code, name, rank } = segment ?? { code: '', name: '', rank: rows }
    return [
      rowOf({ code, name, rank }, totals, row, (channel) => cellOf(cells, row * channels + channel, input)),
    ]
  })
  return [...named, rowOf(null, whole, 0, (channel) => cellOf(byChannel, channel, input))]
}

/** By product, in presentations: never added to contacts. */
export function productTable(input: FollowInput, forecast: FollowForecast): FollowUpDto['products'] {
  const { products, presentations, lines, sectors, settings } = input
  const figures = productFigures(presentations, lines, sectors, products.length)
  const cut = followCut(input, forecast, 'NETWORK', 'PRODUCT')
  return products.flatMap(({ id, name }, product) => {
    const approved = figures.approved[product] ?? 0
    if (approved === 0) return []
    const { adjusted } = cut.figures
    const probability = cut.chances.probability[product] ?? NaN
    const expected = (adjusted.expectedMilli[product] ?? NaN) / (adjusted.goalMilli[product] ?? NaN)
    return [
      {
        id,
        name,
        approved,
        shown: figures.shown[product] ?? 0,
        credited: figures.credited[product] ?? 0,
        attainmentBps: bpsOf(figures.attainment[product] ?? NaN),
        expectedBps: bpsOf(expected),
        state:
          statusName(adjusted.status[product] ?? -1) === null
            ? null
            : stateOf(adjusted, product, probability, settings),
        probabilityBps: Number.isFinite(probability) ? chanceBps(probability) : null,
      },
    ]
  })
}
