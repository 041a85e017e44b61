import { canonicalJson } from '../../lib/canonical-json.ts'
import type { Condition } from '../configuration/conditions.ts'
import {
  betweenMask,
  compareMask,
  complement,
  intersection,
  memberMask,
  missingMask,
  union,
} from './comparisons.ts'
import { readsAxes } from './condition-fields.ts'
import type { FieldReader } from './field-reader.ts'

/** 1 where the condition holds, 0 elsewhere, one byte a row. Not to be written to: it may be remembered. */
export type Predicate = (reader: FieldReader) => Uint8Array

/**
 * A condition as a closure over columns. A comparison on a missing value is false and so is one between kinds that do
 * not compare (a text with a number); `missing` alone sees missing values; `not` is the plain contrary. Order: numbers
 * and days by size, options by their place in the form, classes by merit (A > B); other codes have none.
 */
export function compileCondition(condition: Condition): Predicate {
  const predicate = compileNode(condition)
  if (readsAxes(condition)) return predicate
  const key = canonicalJson(condition)
  return (reader) => reader.remember(key, () => predicate(reader))
}

function compileNode(condition: Condition): Predicate {
  switch (condition.op) {
    case 'and':
    case 'or': {
      const terms = condition.terms.map(compileCondition)
      const join = condition.op === 'and' ? intersection : union
      return (reader) => terms.map((term) => term(reader)).reduce(join)
    }
    case 'not': {
      const term = compileCondition(condition.term)
      return (reader) => complement(term(reader))
    }
    case 'compare': {
      const { field, comparison, value } = condition
      return (reader) => compareMask(reader.rows, reader.read(field), comparison, value)
    }
    case 'in': {
      const { field, values } = condition
      return (reader) => memberMask(reader.rows, reader.read(field), values)
    }
    case 'between': {
      const { field, low, high } = condition
      return (reader) => betweenMask(reader.rows, reader.read(field), low, high)
    }
    case 'missing': {
      const { field } = condition
      return (reader) => missingMask(reader.rows, reader.read(field))
    }
  }
}
