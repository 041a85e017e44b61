import * as z from 'zod'
import { codeSchema, contactsSchema } from './codes.ts'

export const gridRowSchema = z.object({
  segment: codeSchema,
  channel: codeSchema,
  /** Goal when no product stands under the row; else raised to what its products need. */
  contacts: contactsSchema,
  /** Contacts that earn credit at most; null = no cap. */
  maxCredited: contactsSchema.nullable(),
  /** The least that is still worth doing when capacity is short. */
  minimum: contactsSchema,
  /** 1 is served first. */
  priority: z.int().min(1).max(99),
  presentations: z
    .array(z.object({ product: codeSchema, presentations: contactsSchema, position: z.int().min(1).max(9) }))
    .max(20),
})
export type GridRow = z.infer<typeof gridRowSchema>

export const gridSchema = z.object({
  segmentation: codeSchema,
  /** Contacts of a line from its products: their maximum (one contact shows several) or their sum. */
  combine: z.enum(['max', 'sum']),
  rows: z.array(gridRowSchema).max(300),
})
export type Grid = z.infer<typeof gridSchema>

/** What a frequency brings: value × r(contacts ÷ reference), r the ADBUDG curve through min, max, c, d. */
export const responseCurveSchema = z.object({
  segment: codeSchema,
  channel: codeSchema,
  min: z.number(),
  max: z.number(),
  c: z.number().positive(),
  d: z.number().positive(),
  /** Contacts of one hcp at which the curve reads 1: today's. */
  reference: z.number().positive(),
  /** What one hcp's response of 1 is worth, thousandths. */
  valueMilli: z.int().min(0).max(1_000_000).default(1000),
})

/** What happens when goals exceed capacity; rows of the grid without a curve keep what they ask under `optimise`. */
export const fitSchema = z.discriminatedUnion('method', [
  z.object({ method: z.enum(['warn', 'priority', 'scale']) }),
  z.object({ method: z.literal('optimise'), curves: z.array(responseCurveSchema).max(300) }),
])
export type Fit = z.infer<typeof fitSchema>

export const constraintsSchema = z.object({
  /** DONE of the last 12 months + committed and not yet done, per hcp; null = no cap. */
  yearlyContactCap: z.int().min(1).max(366).nullable(),
})
export type Constraints = z.infer<typeof constraintsSchema>
