import * as z from 'zod'
import { daySchema, idSchema, shareBpsSchema } from './common.ts'
import { cycleSteps } from './words.ts'

/** What the frame around every screen shows: the cycles to choose from, what waits, and where a cycle stands. */

/** The one figure of a step; `value` in the unit its kind names (bps for shares), `total` where it is told as « 38/40 ». */
export const ribbonFigureKinds = [
  'QUALIFIED_BPS',
  'SEGMENTS',
  'SIGNATURES',
  'CAPACITY_BPS',
  'TARGETS',
  'SUBMITTED_SECTORS',
  'SEALED_SECTORS',
  // A rep's own plan by its state, of which `value` sealed of `total`; OWN_PLANS where there are several.
  'PLAN_OPEN',
  'PLAN_SUBMITTED',
  'PLAN_RETURNED',
  'PLAN_APPROVED',
  'PLAN_SEALED',
  'OWN_PLANS',
  'EARNED_BPS',
] as const

export const ribbonStepSchema = z.object({
  key: z.enum(cycleSteps),
  state: z.enum(['DONE', 'CURRENT', 'LOCKED']),
  date: daySchema.nullable(),
  figure: z.object({ kind: z.enum(ribbonFigureKinds), value: z.int(), total: z.int().nullable() }).nullable(),
  progressBps: shareBpsSchema,
})
export type RibbonStep = z.infer<typeof ribbonStepSchema>

export const ribbonSchema = z.object({ cycleId: idSchema, steps: z.array(ribbonStepSchema) })
export type Ribbon = z.infer<typeof ribbonSchema>

export const cycleChoiceSchema = z.object({
  id: idSchema,
  name: z.string(),
  state: z.enum(['DRAFT', 'QUALIFICATION', 'SEGMENTATION', 'STRATEGY', 'ENGAGEMENT', 'RUNNING', 'CLOSED']),
  runFrom: daySchema.nullable(),
  runTo: daySchema.nullable(),
})
export type CycleChoice = z.infer<typeof cycleChoiceSchema>

export const shellSchema = z.object({
  cycles: z.array(cycleChoiceSchema),
  /** The cycle that a screen without one in its address speaks of. */
  currentCycleId: idSchema.nullable(),
  openAlerts: z.int(),
  /** What waits for this person in the plans: lines to decide (REP), plans to approve (MANAGER). */
  waitingPlans: z.int(),
  /** hcps that a REP still has to qualify in the cycles that ask for it now. */
  toQualify: z.int(),
})
export type ShellDto = z.infer<typeof shellSchema>

export const searchHitSchema = z.object({
  kind: z.enum(['HCP', 'SECTOR', 'CYCLE']),
  id: idSchema,
  label: z.string(),
  detail: z.string(),
})
export type SearchHit = z.infer<typeof searchHitSchema>
