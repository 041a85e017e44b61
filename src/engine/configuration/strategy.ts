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

export const fitSchema = z.object({ method: z.enum(['warn', 'priority']) })
export type Fit = z.infer<typeof fitSchema>

export const constraintsSchema = z.object({
  /** DONE of the last 12 months + committed and not yet done, per hcp; null = no cap. */
  yearlyContactCap: z.int().min(1).max(366).nullable(),
})
export type Constraints = z.infer<typeof constraintsSchema>
