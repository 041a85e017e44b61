import type { Segmentation } from '../configuration/segmentation.ts'
import { compileCondition } from '../expressions/compile-condition.ts'
import type { FieldReader } from '../expressions/field-reader.ts'
import { excludedIndex, outsideIndex, type RuleResult } from '../segmentation/segmentation-result.ts'
import type { Matrix } from './cells.ts'

export type Placement = {
  readonly segments: Int16Array
  readonly ruleOf: Int16Array
  readonly rules: readonly RuleResult[]
}

/**
 * Segment of each hcp: its cell's, *Non qualifié* without a cell, then the first rule whose condition holds. Rules see
 * every hcp of the universe, unqualified ones included.
 */
export function placeInSegments(
  segmentation: Segmentation,
  matrix: Matrix,
  cells: Int16Array,
  universe: Uint8Array,
  reader: FieldReader,
): Placement {
  const rows = universe.length
  const ruleOf = new Int16Array(rows).fill(-1)
  const rules: RuleResult[] = []
  const outcomes = segmentation.rules.map(({ outcome }) =>
    outcome.kind === 'exclude' ? excludedIndex : matrix.segmentCodes.indexOf(outcome.segment),
  )
  segmentation.rules.forEach((rule, index) => {
    const holds = compileCondition(rule.condition)(reader)
    const takenBy = new Int32Array(index)
    let matched = 0
    let caught = 0
    for (let row = 0; row < rows; row += 1) {
      if (holds[row] !== 1 || universe[row] !== 1) continue
      matched += 1
      const earlier = ruleOf[row] ?? -1
      if (earlier >= 0) takenBy[earlier] = (takenBy[earlier] ?? 0) + 1
      else {
        ruleOf[row] = index
        caught += 1
      }
    }
    rules.push({ id: rule.id, matched, caught, takenBy: [...takenBy] })
  })
  const segments = new Int16Array(rows).fill(outsideIndex)
  for (let row = 0; row < rows; row += 1) {
    if (universe[row] !== 1) continue
    const cell = cells[row] ?? -1
    const rule = ruleOf[row] ?? -1
    segments[row] =
      rule >= 0 ? (outcomes[rule] ?? 0) : cell >= 0 ? (matrix.segmentOfCell[cell] ?? 0) : matrix.unqualified
  }
  return { segments, ruleOf, rules }
}
