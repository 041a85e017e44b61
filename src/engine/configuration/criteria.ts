import * as z from 'zod'
import { codeSchema, localizedTextSchema } from './codes.ts'

export const criterionKindSchema = z.enum([
  'NUMBER',
  'INTEGER',
  'PERCENT',
  'CHOICE',
  'SCALE',
  'BOOLEAN',
  'DATE',
  'TEXT',
])
export type CriterionKind = z.infer<typeof criterionKindSchema>

/**
 * How one cycle asks and reads a criterion. What never changes (kind, level, unit, labels) is the criterion's own
 * row; kind is repeated here because it decides how a value becomes a number.
 */
export const cycleCriterionSchema = z.object({
  code: codeSchema,
  kind: criterionKindSchema,
  required: z.boolean(),
  help: localizedTextSchema,
  /** Declared bounds of NUMBER, INTEGER, PERCENT; null = not bounded. Values are in the criterion's unit. */
  minimum: z.number().nullable(),
  maximum: z.number().nullable(),
  /** CHOICE only, in the order of the form. */
  options: z.array(z.object({ code: codeSchema, points: z.number() })).max(40),
  /** An answer observed longer ago, at the cycle's reference day, counts as missing; null = never expires. */
  validityMonths: z.int().min(1).max(120).nullable(),
  /** Source codes allowed, the one that wins first. */
  sources: z.array(codeSchema).min(1).max(20),
})
export type CycleCriterion = z.infer<typeof cycleCriterionSchema>
