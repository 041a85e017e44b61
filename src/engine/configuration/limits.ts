import * as z from 'zod'
import { contactsSchema, shareBpsSchema } from './codes.ts'

/** What happens to a change beyond a limit: refused at once, or kept for the manager to decide. */
export const limitModeSchema = z.enum(['refuse', 'manager'])
export type LimitMode = z.infer<typeof limitModeSchema>

/** What a rep may change in the plan; null = that limit is off. Shares are of the sector's theoretical hcps, rounded down. */
export const limitsSchema = z.object({
  /** Changes after the engagement's last day. */
  deadline: z.object({ mode: limitModeSchema }).nullable(),
  /** Contacts of one line, 0 (a removal) apart. */
  frequency: z.object({ minimum: contactsSchema, maximum: contactsSchema, mode: limitModeSchema }).nullable(),
  /** Changed hcps: the smaller of the two maxima that are set. */
  changes: z
    .object({
      maximum: z.int().min(0).nullable(),
      maximumShareBps: shareBpsSchema.nullable(),
      mode: limitModeSchema,
    })
    .nullable(),
  reasonRequired: z.boolean(),
  /** At the deadline a plan that was not sent: theory applies and is sealed as such, or the plan stays open. */
  atDeadline: z.enum(['theory', 'open']),
})
export type Limits = z.infer<typeof limitsSchema>
