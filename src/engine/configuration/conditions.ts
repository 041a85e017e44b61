import * as z from 'zod'
import { codeSchema } from './codes.ts'

/** What a condition may look at. `class` and `segment` are codes; `axis` is the axis's number. */
export const fieldSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('criterion'), code: codeSchema }),
  z.object({ kind: z.literal('axis'), code: codeSchema }),
  z.object({ kind: z.literal('class'), axis: codeSchema }),
  z.object({ kind: z.literal('attribute'), name: z.enum(['profession', 'specialty', 'region', 'sector']) }),
  z.object({ kind: z.literal('previousSegment') }),
])
export type Field = z.infer<typeof fieldSchema>

export const scalarSchema = z.union([z.number(), z.string().max(200), z.boolean()])
export type Scalar = z.infer<typeof scalarSchema>

export const comparisonSchema = z.enum(['<', '<=', '=', '!=', '>=', '>'])
export type Comparison = z.infer<typeof comparisonSchema>

export type Condition =
  | { op: 'and' | 'or'; terms: Condition[] }
  | { op: 'not'; term: Condition }
  | { op: 'compare'; field: Field; comparison: Comparison; value: Scalar }
  | { op: 'in'; field: Field; values: Scalar[] }
  | { op: 'between'; field: Field; low: number; high: number }
  | { op: 'missing'; field: Field }

/** A tree of comparisons. A comparison on a missing value is false; `missing` alone sees it. */
export const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.discriminatedUnion('op', [
    z.object({ op: z.enum(['and', 'or']), terms: z.array(conditionSchema).min(1).max(20) }),
    z.object({ op: z.literal('not'), term: conditionSchema }),
    z.object({
      op: z.literal('compare'),
      field: fieldSchema,
      comparison: comparisonSchema,
      value: scalarSchema,
    }),
    z.object({ op: z.literal('in'), field: fieldSchema, values: z.array(scalarSchema).min(1).max(200) }),
    z.object({ op: z.literal('between'), field: fieldSchema, low: z.number(), high: z.number() }),
    z.object({ op: z.literal('missing'), field: fieldSchema }),
  ]),
)
