import * as z from 'zod'
import { attributeNames } from '../columns/dataset.ts'
import { codeSchema } from './codes.ts'
import { mostTerms, mostValues } from './expression-limits.ts'

/**
 * What an expression may look at. `class`, `attribute` and `previousSegment` are codes; `axis` is the axis's number,
 * `previousCalls` the calls DONE in the 12 months before the reference day; `practice` is the kind of the principal
 * practice, `commune` and `brick` where it stands.
 */
export const fieldSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('criterion'), code: codeSchema }),
  z.object({ kind: z.literal('axis'), code: codeSchema }),
  z.object({ kind: z.literal('class'), axis: codeSchema }),
  z.object({ kind: z.literal('attribute'), name: z.enum(attributeNames) }),
  z.object({ kind: z.literal('previousSegment') }),
  z.object({ kind: z.literal('previousCalls') }),
])
export type Field = z.infer<typeof fieldSchema>

export const scalarSchema = z.union([z.number(), z.string().max(200), z.boolean()])
export type Scalar = z.infer<typeof scalarSchema>

export const comparisonSchema = z.enum(['<', '<=', '=', '!=', '>=', '>'])
export type Comparison = z.infer<typeof comparisonSchema>

export type Arithmetic = '+' | '-' | '*' | '/'

/** A number per hcp: a number, a field read as one, or an operation on such. `otherwise` null = missing. */
export type Formula = number | Field | FormulaNode
export type FormulaNode =
  | { op: Arithmetic; left: Formula; right: Formula }
  | { op: 'negate' | 'abs' | 'round'; term: Formula }
  | { op: 'min' | 'max' | 'coalesce'; terms: Formula[] }
  | { op: 'if'; condition: Condition; value: Formula; otherwise: Formula | null }

/** What something is compared with: a formula, or a code, day, `true` or `false`. */
export type Comparand = Formula | string | boolean

export type Condition =
  | { op: 'and' | 'or'; terms: Condition[] }
  | { op: 'not'; term: Condition }
  | { op: 'compare'; field: Formula; comparison: Comparison; value: Comparand }
  | { op: 'in'; field: Formula; values: Scalar[] }
  | { op: 'between'; field: Formula; low: Formula | string; high: Formula | string }
  | { op: 'missing'; field: Formula }

/** The one tree of the expression language: conditions, and formulas that they hold and that hold them. */
export type Expression = Condition | Formula

const textSchema = z.string().max(200)

export const formulaSchema: z.ZodType<Formula> = z.lazy(() =>
  z.union([
    z.number(),
    fieldSchema,
    z.discriminatedUnion('op', [
      z.object({ op: z.enum(['+', '-', '*', '/']), left: formulaSchema, right: formulaSchema }),
      z.object({ op: z.enum(['negate', 'abs', 'round']), term: formulaSchema }),
      z.object({
        op: z.enum(['min', 'max', 'coalesce']),
        terms: z.array(formulaSchema).min(1).max(mostTerms),
      }),
      z.object({
        op: z.literal('if'),
        condition: conditionSchema,
        value: formulaSchema,
        otherwise: formulaSchema.nullable(),
      }),
    ]),
  ]),
)

const boundSchema = z.lazy(() => z.union([formulaSchema, textSchema]))

/** A tree of comparisons. A comparison on a missing value is false; `missing` alone sees it. */
export const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.discriminatedUnion('op', [
    z.object({ op: z.enum(['and', 'or']), terms: z.array(conditionSchema).min(1).max(mostTerms) }),
    z.object({ op: z.literal('not'), term: conditionSchema }),
    z.object({
      op: z.literal('compare'),
      field: formulaSchema,
      comparison: comparisonSchema,
      value: z.union([formulaSchema, textSchema, z.boolean()]),
    }),
    z.object({
      op: z.literal('in'),
      field: formulaSchema,
      values: z.array(scalarSchema).min(1).max(mostValues),
    }),
    z.object({ op: z.literal('between'), field: formulaSchema, low: boundSchema, high: boundSchema }),
    z.object({ op: z.literal('missing'), field: formulaSchema }),
  ]),
)

export type PlainComparison = Extract<Condition, { op: 'compare' | 'in' | 'between' | 'missing' }>
