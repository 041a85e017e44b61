import * as z from 'zod'
import { codePattern } from './expression-limits.ts'

/** Codes name things inside one cycle: letters, digits, dot, dash, underscore; compared as they are written. */
export const codeSchema = z.string().regex(codePattern)

/** A share in basis points, 0 … 10,000. */
export const shareBpsSchema = z.int().min(0).max(10_000)

/** A number of contacts or presentations of one hcp in one cycle. */
export const contactsSchema = z.int().min(0).max(366)

export const localizedTextSchema = z.object({ fr: z.string().max(500), en: z.string().max(500) })
export type LocalizedText = z.infer<typeof localizedTextSchema>
