import type { Configuration } from '#src/contracts/cycle-configuration.ts'
import {
  excludedIndex,
  outsideIndex,
  unqualifiedSegment,
  type SegmentationResult,
} from '#src/engine/index.ts'
import { canonicalJson } from '#src/lib/canonical-json.ts'
import type {
  AssignmentOutcome,
  ConfiguredSegment,
} from '../../../repositories/segment-assignment-repository.ts'

type Segmentation = Configuration['segmentations'][number]

const unqualifiedColour = '#8a979c'

/** The segments of a segmentation as rows, *Non qualifié* after them. */
export function configuredSegments({ segments }: Segmentation): ConfiguredSegment[] {
  const own = segments.filter(({ code }) => code !== unqualifiedSegment)
  const last = Math.max(0, ...own.map(({ rank }) => rank)) + 1
  return [
    ...own.map(({ code, name, colour, rank }) => ({ code, name, colour, rank })),
    { code: unqualifiedSegment, name: 'Non qualifié', colour: unqualifiedColour, rank: last },
  ]
}

export type Assignments = {
  outcomes: AssignmentOutcome[]
  /** Hcps of the universe, and the index of the outcome of each. */
  hcpIds: string[]
  outcomeOf: number[]
}

/** The places of a result as few kinds of outcome: same segment, classes, cell and rule. */
export function assignmentsOf(
  result: SegmentationResult,
  segmentation: Segmentation,
  hcpIds: readonly string[],
  segmentIds: ReadonlyMap<string, string>,
): Assignments {
  const { axes, segments, cells, ruleOf, segmentCodes } = result
  const rowAxis = axes.findIndex(({ code }) => code === segmentation.matrix.rows)
  const columnAxis = axes.findIndex(({ code }) => code === segmentation.matrix.columns)
  const layerAxis = axes.findIndex(({ code }) => code === segmentation.matrix.layers)
  const found = new Map<string, number>()
  const all: Assignments = { outcomes: [], hcpIds: [], outcomeOf: [] }
  const classAt = (axis: number, row: number): string | null =>
    axes[axis]?.classCodes[axes[axis]?.classes[row] ?? -1] ?? null
  for (let row = 0; row < result.rows; row += 1) {
    const place = segments[row] ?? outsideIndex
    const hcpId = hcpIds[row]
    if (place === outsideIndex || hcpId === undefined) continue
    let key = `${place},${ruleOf[row] ?? -1}`
    for (const axis of axes) key += `,${axis.classes[row] ?? -1}`
    let outcome = found.get(key)
    if (outcome === undefined) {
      outcome = all.outcomes.length
      found.set(key, outcome)
      const rowClass = classAt(rowAxis, row)
      const columnClass = classAt(columnAxis, row)
      const layerClass = classAt(layerAxis, row)
      all.outcomes.push({
        segmentId: place === excludedIndex ? null : (segmentIds.get(segmentCodes[place] ?? '') ?? null),
        classes: canonicalJson(
          Object.fromEntries(axes.map(({ code }, index) => [code, classAt(index, row)])),
        ),
        cell: (cells[row] ?? -1) < 0 ? null : `${rowClass ?? ''}${columnClass ?? ''}${layerClass ?? ''}`,
        rule: segmentation.rules[ruleOf[row] ?? -1]?.id ?? null,
      })
    }
    all.hcpIds.push(hcpId)
    all.outcomeOf.push(outcome)
  }
  return all
}
