import * as z from 'zod'
import { limitsSchema } from '../engine/configuration/limits.ts'
import { daySchema, idSchema, instantSchema } from './common.ts'
import { cycleStateSchema } from './cycles.ts'
import { channelKinds } from './words.ts'

export const planStates = ['OPEN', 'SUBMITTED', 'RETURNED', 'APPROVED', 'SEALED'] as const
export const planStateSchema = z.enum(planStates)
export type PlanStateCode = (typeof planStates)[number]

export const lineDecisions = ['NONE', 'ALLOWED', 'TO_DECIDE', 'ACCEPTED', 'REFUSED'] as const
export const lineOrigins = ['PROPOSED', 'ADDED', 'REMOVED'] as const
export const changeKinds = ['addition', 'removal', 'frequency', 'channel'] as const
export type ChangeKindCode = (typeof changeKinds)[number]

/** Why nothing may be planned with somebody; `ceased`: left practice since the publication. */
export const lockCauses = ['opposition', 'noConsent', 'noVisit', 'ceased'] as const
export type LockCause = (typeof lockCauses)[number]

export const contactsSchema = z.int().min(0).max(366)

/** One hcp × channel. `proposed` of a locked line is what is done: the database keeps what was proposed before. */
export const planLineSchema = z.object({
  hcpId: idSchema,
  channel: z.string(),
  segment: z.string().nullable(),
  origin: z.enum(lineOrigins),
  theoretical: z.int(),
  proposed: z.int(),
  approved: z.int().nullable(),
  maxCredited: z.int().nullable(),
  reason: z.string().nullable(),
  comment: z.string().nullable(),
  decision: z.enum(lineDecisions),
  decisionComment: z.string().nullable(),
  locked: z.boolean(),
  done: z.int(),
  /** Moves with every change of the line: what a save says it knew. */
  version: z.int(),
})
export type PlanLineDto = z.infer<typeof planLineSchema>

export const hcpConstraintSchema = z.object({
  hcpId: idSchema,
  blocked: z.array(
    z.object({
      channel: z.string(),
      cause: z.enum(['opposition', 'noConsent', 'exclusion', 'noVisit', 'yearlyCap', 'noAccess', 'capacity']),
    }),
  ),
  yearlyRoom: z.int().nullable(),
})

const channelCountSchema = z.object({ channel: z.string(), contacts: z.int() })

/** One professional of a plan, or one that may be added to it. */
export const planHcpSchema = z.object({
  hcpId: idSchema,
  name: z.string(),
  /** As a sentence names it: « Dr Kerautret »; never the same for two of a plan that can be told apart. */
  shortName: z.string(),
  specialty: z.string().nullable(),
  commune: z.string().nullable(),
  postalCode: z.string().nullable(),
  segment: z.string().nullable(),
  /** Last DONE contact on the first channel. */
  lastOn: daySchema.nullable(),
  /** DONE and committed on the first channel in the cycle before; null = no commitment there. */
  previousDone: z.int(),
  previousGoal: z.int().nullable(),
  /** n₀ by channel: DONE in the window that the forecast remembers. Channels without any are absent. */
  priorDone: z.array(channelCountSchema),
  lock: z.object({ cause: z.enum(lockCauses), since: daySchema.nullable() }).nullable(),
  /** Credit cap that new lines get, by channel; absent = none. */
  creditCaps: z.array(z.object({ channel: z.string(), maxCredited: z.int() })),
})
export type PlanHcpDto = z.infer<typeof planHcpSchema>

export const planCandidateSchema = planHcpSchema.extend({ constraint: hcpConstraintSchema.nullable() })
export type PlanCandidate = z.infer<typeof planCandidateSchema>

export const planChannelSchema = z.object({
  code: z.string(),
  name: z.string(),
  kind: z.enum(channelKinds),
  weightMilli: z.int(),
  loadMilli: z.int(),
})
export const planSegmentSchema = z.object({
  code: z.string(),
  name: z.string(),
  rank: z.int(),
  colour: z.string(),
})
export const reasonUses = ['ADD', 'REMOVE', 'CHANGE'] as const
export const planReasonSchema = z.object({
  code: z.string(),
  label: z.string(),
  usedFor: z.array(z.string()),
})
export type PlanReason = z.infer<typeof planReasonSchema>

export const planPriorSchema = z.object({ alpha: z.number(), beta: z.number() })

/** What a chance is computed with, on either side: see `openPlanChance`. */
export const planForecastSchema = z.object({
  prior: planPriorSchema,
  elapsed: z.number(),
  memory: z.number(),
  memoryMilli: z.int(),
  keepBps: z.int(),
  amberBps: z.int(),
  redBps: z.int(),
  /** Days of the sector's field force in the run; null = unknown. */
  workedDays: z.number().nullable(),
})

export const planEventSchema = z.object({
  id: idSchema,
  kind: z.string(),
  at: instantSchema,
  by: z.string().nullable(),
  comment: z.string().nullable(),
})
export type PlanEventDto = z.infer<typeof planEventSchema>

export const planSealSchema = z.object({
  sha256: z.string(),
  sealedAt: instantSchema,
  /** null = the deadline's rule sealed it. */
  by: z.string().nullable(),
})

/** A plan as rep, manager and head office read it; what it may hold and count comes with it. */
export const planSchema = z.object({
  id: idSchema,
  cycleId: idSchema,
  cycleName: z.string(),
  cycleState: cycleStateSchema,
  sectorId: idSchema,
  sectorCode: z.string(),
  sectorName: z.string(),
  regionName: z.string(),
  lead: z.object({ memberId: idSchema, name: z.string() }).nullable(),
  /** Version of the plan: 1, then amendments. */
  number: z.int(),
  state: planStateSchema,
  /** Moves with every save and every change of state: what a submission or an approval says it saw. */
  revision: z.int(),
  timeZone: z.string(),
  /** The server's clock when it was read, and the day that it then was in the sector. */
  readAt: instantSchema,
  today: daySchema,
  closesOn: daySchema.nullable(),
  /** End of the last day, in the sector's time zone. */
  deadlineAt: instantSchema.nullable(),
  atDeadline: z.enum(['theory', 'open']),
  run: z.object({ startsOn: daySchema, endsOn: daySchema }).nullable(),
  previousCycle: z.object({ id: idSchema, name: z.string() }).nullable(),
  capacityMilli: z.int().nullable(),
  channels: z.array(planChannelSchema),
  segments: z.array(planSegmentSchema),
  limits: limitsSchema,
  forecast: planForecastSchema,
  reasons: z.array(planReasonSchema),
  lines: z.array(planLineSchema),
  hcps: z.array(planHcpSchema),
  constraints: z.array(hcpConstraintSchema),
  events: z.array(planEventSchema),
  seal: planSealSchema.nullable(),
  /** What the reader may do with it now, its state aside. */
  rights: z.object({ edit: z.boolean(), submit: z.boolean(), decide: z.boolean() }),
})
export type PlanDto = z.infer<typeof planSchema>
