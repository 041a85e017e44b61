import * as z from 'zod'
import { shareBpsSchema } from './codes.ts'

/** Editable while the cycle runs. */
export const followUpSchema = z.object({
  toleranceBps: shareBpsSchema.default(2000),
  /** A plan is kept from this attainment on. */
  keepBps: shareBpsSchema.min(1).default(9000),
  /** κ: weight of the calls of the window before the cycle, thousandths. */
  memoryMilli: z.int().min(0).max(1000).default(200),
  amberBps: shareBpsSchema.default(6000),
  redBps: shareBpsSchema.default(2500),
  /** No alert before this share of the capacity is gone. */
  startBps: shareBpsSchema.default(1500),
  /** No alert under this expected shortfall, contacts. */
  floorContacts: z.int().min(0).default(5),
  /** No alert under this goal, contacts. */
  floorGoalContacts: z.int().min(0).default(30),
})
export type FollowUp = z.infer<typeof followUpSchema>
