import type { Rule } from '../configuration/segmentation.ts'
import { compileCondition } from '../expressions/compile-expression.ts'
import type { FieldReader } from '../expressions/field-reader.ts'
import type { RuleResult } from '../segmentation/segmentation-result.ts'

export type RulesResult = { readonly ruleOf: Int16Array; readonly rules: readonly RuleResult[] }

/**
 * For each hcp of the universe the first rule whose condition holds, −1 = none; for each rule how many it catches and
 * which earlier rules take the others.
 */
export function applyRules(rules: readonly Rule[], universe: Uint8Array, reader: FieldReader): RulesResult {
  const ruleOf = new Int16Array(universe.length).fill(-1)
  const results = rules.map((rule, index): RuleResult => {
    const holds = compileCondition(rule.condition)(reader)
    const takenBy = new Int32Array(index)
    let caught = 0
    let matched = 0
    forEachRow(holds, universe, (row) => {
      matched += 1
      const earlier = ruleOf[row] ?? -1
      if (earlier >= 0) takenBy[earlier] = (takenBy[earlier] ?? 0) + 1
      else {
        ruleOf[row] = index
        caught += 1
      }
    })
    return { id: rule.id, matched, caught, takenBy: [...takenBy] }
  })
  return { ruleOf, rules: results }
}

/** Rows where both masks hold. Rules catch few hcps: rows are passed over four at a time where none holds. */
function forEachRow(holds: Uint8Array, universe: Uint8Array, visit: (row: number) => void): void {
  const quads = holds.byteOffset % 4 === 0 ? holds.length >>> 2 : 0
  const words = new Uint32Array(holds.buffer, quads === 0 ? 0 : holds.byteOffset, quads)
  const visitIf = (row: number) => {
    if (((holds[row] ?? 0) & (universe[row] ?? 0)) === 1) visit(row)
  }
  for (let quad = 0; quad < quads; quad += 1) {
    if (words[quad] === 0) continue
    for (let row = quad * 4; row < quad * 4 + 4; row += 1) visitIf(row)
  }
  for (let row = quads * 4; row < holds.length; row += 1) visitIf(row)
}
