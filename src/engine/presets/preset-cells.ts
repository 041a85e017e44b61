import { rfmSegment, type RfmSegment } from '../score/rfm.ts'
import {
  crossedSegments,
  letters,
  potentialSegments,
  prioritySegments,
  rfmSegments,
  sizeSegments,
  type NamedCode,
} from './preset-words.ts'

export const presetNames = ['3x3', '5x3', 'abc-crossed', 'ipo', 'abcd', 'pmg', 'rfm'] as const
export type PresetName = (typeof presetNames)[number]

const segments: Record<PresetName, readonly NamedCode[]> = {
  '3x3': potentialSegments,
  '5x3': potentialSegments,
  'abc-crossed': crossedSegments,
  ipo: prioritySegments,
  abcd: letters(4),
  pmg: sizeSegments,
  rfm: rfmSegments,
}

/** Rank of the segment of each cell, lines and columns best first. */
const painted: Record<Exclude<PresetName, 'rfm'>, readonly (readonly number[])[]> = {
  '3x3': [
    [1, 2, 3],
    [4, 5, 6],
    [7, 8, 9],
  ],
  '5x3': [
    [1, 2, 3],
    [1, 2, 3],
    [4, 5, 6],
    [7, 8, 8],
    [9, 9, 9],
  ],
  'abc-crossed': [
    [1, 1, 1],
    [2, 3, 3],
    [2, 3, 3],
    [2, 3, 3],
  ],
  // HH, HM, MH, HL, MM, LH, ML, LM, LL = 1 … 9, potential in lines.
  ipo: [
    [1, 2, 4],
    [3, 5, 7],
    [6, 8, 9],
  ],
  abcd: [
    [1, 2],
    [3, 4],
  ],
  pmg: [
    [1, 1, 1],
    [2, 2, 2],
    [3, 3, 3],
  ],
}

const range = (least: number, most: number) => ({ least, most })
const rfmRule = (
  code: string,
  recency: [number, number],
  frequency: [number, number],
  least = 1,
  most = 5,
) => ({
  code,
  recency: range(...recency),
  frequency: range(...frequency),
  monetary: range(least, most),
})

/** The first that holds the scores; between them they hold all of them. */
export const rfmRules: readonly RfmSegment[] = [
  rfmRule('champions', [4, 5], [4, 5], 4, 5),
  rfmRule('fideles', [3, 5], [3, 5]),
  rfmRule('prometteurs', [4, 5], [1, 2], 3, 5),
  rfmRule('nouveaux', [4, 5], [1, 2]),
  rfmRule('a-reveiller', [3, 3], [1, 2]),
  rfmRule('a-ne-pas-perdre', [1, 2], [4, 5], 4, 5),
  rfmRule('a-risque', [1, 2], [3, 5]),
  rfmRule('en-sommeil', [2, 2], [1, 2]),
  rfmRule('perdus', [1, 1], [1, 2]),
]

export function presetSegments(name: PresetName): readonly NamedCode[] {
  return segments[name]
}

/** Segment code of each cell; of RFM, recency in lines, frequency in columns, monetary in layers. */
export function presetCells(name: PresetName): string[][] {
  if (name !== 'rfm')
    return painted[name].map((line) => line.map((rank) => segments[name][rank - 1]?.code ?? ''))
  const best = [5, 4, 3, 2, 1]
  return best.flatMap((monetary) =>
    best.map((recency) =>
      best.map((frequency) => rfmSegment({ recency, frequency, monetary }, rfmRules) ?? ''),
    ),
  )
}
