import type { Configuration } from '#src/contracts/cycle-configuration.ts'
import type { Axis, CycleCriterion, Segment } from '#src/engine/index.ts'
import { colourOf } from './edit-segments.ts'

type Segmentation = Configuration['segmentations'][number]

export type ReadyMatrix = '3x3' | '5x3'

/** Words of a ready matrix in the reader's language. */
export type ReadyWords = {
  potential: string
  affinity: string
  affinityClasses: readonly [string, string, string]
  /** By rank: nine for 3 × 3, the same nine for 5 × 3. */
  segments: readonly string[]
}

const cells: Record<ReadyMatrix, number[][]> = {
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
}

const named = (codes: readonly string[]) => codes.map((code) => ({ code, name: code }))

function axis(
  code: string,
  name: string,
  criterion: string,
  rest: Pick<Axis, 'classification' | 'classes'>,
): Axis {
  return {
    code,
    name,
    source: { kind: 'criterion', criterion },
    missing: { policy: 'unqualified' },
    groupBy: null,
    ...rest,
  }
}

/**
 * Potential × affinity as a starting point: potential by value (3 classes) or by quintiles (5), affinity by thirds. The
 * criteria are the first two that can be computed; everything can be changed afterwards.
 */
export function readyMatrix(
  kind: ReadyMatrix,
  criteria: readonly CycleCriterion[],
  words: ReadyWords,
  code = 'general',
): Segmentation | null {
  const usable = criteria.filter(
    (one) => one.kind !== 'TEXT' && one.kind !== 'DATE' && one.kind !== 'BOOLEAN',
  )
  const [first, second = first] = usable
  if (!first || !second) return null
  const segmentCode = (rank: number) => `s${rank}`
  const segments: Segment[] = words.segments.map((name, index) => ({
    code: segmentCode(index + 1),
    name,
    colour: colourOf(index + 1),
    rank: index + 1,
    valueMilli: 1000,
  }))
  return {
    code,
    axes: [
      axis('potentiel', words.potential, first.code, {
        classification:
          kind === '3x3'
            ? { method: 'abc', limitsBps: [8000, 9500], reach: false }
            : { method: 'quantiles', k: 5 },
        classes: named(kind === '3x3' ? ['A', 'B', 'C'] : ['A', 'B', 'C', 'D', 'E']),
      }),
      axis('affinite', words.affinity, second.code, {
        classification: { method: 'quantiles', k: 3 },
        classes: words.affinityClasses.map((name, index) => ({ code: String(index + 1), name })),
      }),
    ],
    matrix: {
      rows: 'potentiel',
      columns: 'affinite',
      cells: cells[kind].map((line) => line.map(segmentCode)),
    },
    segments,
    rules: [],
  }
}
