import fc from 'fast-check'
import type { Condition, Field, Formula, Scalar } from '#src/engine/index.ts'

const reserved = ['and', 'If', 'specialty', 'axis', 'true', 'missing', 'a-b', '3b', 'x', 'A.b_c', 'potential']
export const code = fc.oneof(
  fc.constantFrom(...reserved),
  fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._-]{0,8}$/),
)
const number = fc.oneof(
  fc.integer({ min: -1000, max: 1000 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
)
const text = fc.oneof(fc.constantFrom("l'un", "''", '', 'x\ny', '2026-06-30'), fc.string({ maxLength: 12 }))
const scalar: fc.Arbitrary<Scalar> = fc.oneof(number, text, fc.boolean())

export const field: fc.Arbitrary<Field> = fc.oneof(
  fc.record({ kind: fc.constant('criterion' as const), code }),
  fc.record({ kind: fc.constant('axis' as const), code }),
  fc.record({ kind: fc.constant('class' as const), axis: code }),
  fc.record({
    kind: fc.constant('attribute' as const),
    name: fc.constantFrom('profession', 'specialty', 'region', 'sector', 'practice', 'commune', 'brick'),
  }),
  fc.constant({ kind: 'previousSegment' as const }),
  fc.constant({ kind: 'previousCalls' as const }),
)

const few = <T>(one: fc.Arbitrary<T>) => fc.array(one, { minLength: 1, maxLength: 3 })
const comparison = fc.constantFrom('<', '<=', '=', '!=', '>=', '>')

/** Trees of the language, as the schema takes them. */
export const { formula, condition } = fc.letrec<{ formula: Formula; condition: Condition }>((tie) => ({
  formula: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    number,
    field,
    fc.record({
      op: fc.constantFrom('+', '-', '*', '/'),
      left: tie('formula'),
      right: tie('formula'),
    }),
    fc.record({ op: fc.constantFrom('negate', 'abs', 'round'), term: tie('formula') }),
    fc.record({ op: fc.constantFrom('min', 'max', 'coalesce'), terms: few(tie('formula')) }),
    fc.record({
      op: fc.constant('if' as const),
      condition: tie('condition'),
      value: tie('formula'),
      otherwise: fc.option(tie('formula')),
    }),
  ),
  condition: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.record({
      op: fc.constant('compare' as const),
      field: tie('formula'),
      comparison,
      value: fc.oneof(scalar, tie('formula')),
    }),
    fc.record({ op: fc.constant('in' as const), field: tie('formula'), values: few(scalar) }),
    fc.record({
      op: fc.constant('between' as const),
      field: tie('formula'),
      low: fc.oneof(text, tie('formula')),
      high: fc.oneof(text, tie('formula')),
    }),
    fc.record({ op: fc.constant('missing' as const), field: tie('formula') }),
    fc.record({ op: fc.constantFrom('and', 'or'), terms: few(tie('condition')) }),
    fc.record({ op: fc.constant('not' as const), term: tie('condition') }),
  ),
}))
