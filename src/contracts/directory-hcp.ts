import * as z from 'zod'
import { daySchema, idSchema, instantSchema } from './common.ts'
import { callOutcomes, channelKinds, hcpStatuses, permissionKinds, visitRules } from './words.ts'

/** The page of one hcp. Parts that the reader's role never reads are null. */

const labelSchema = z.object({ fr: z.string(), en: z.string() })

export const placeSchema = z.object({
  id: idSchema,
  kind: z.enum(['OFFICE', 'HOSPITAL', 'PHARMACY']),
  name: z.string().nullable(),
  address: z.string().nullable(),
  postalCode: z.string().nullable(),
  commune: z.string().nullable(),
  phone: z.string().nullable(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  principal: z.boolean(),
  role: z.string().nullable(),
  since: daySchema,
})
export type Place = z.infer<typeof placeSchema>

export const hcpSectorSchema = z.object({
  sectorId: idSchema,
  code: z.string(),
  name: z.string(),
  network: z.string(),
  region: z.string(),
  main: z.boolean(),
  origin: z.enum(['GEOGRAPHY', 'HQ', 'REP']),
  reps: z.array(
    z.object({ memberId: idSchema, name: z.string(), kind: z.enum(['LEAD', 'MEMBER', 'SUBSTITUTE']) }),
  ),
})
export type HcpSectorDto = z.infer<typeof hcpSectorSchema>

export const permissionSchema = z.object({
  id: idSchema,
  kind: z.enum(permissionKinds),
  channel: z.object({ id: idSchema, name: z.string() }).nullable(),
  effectiveAt: instantSchema,
  origin: z.string(),
})
export type PermissionDto = z.infer<typeof permissionSchema>

export const answerSchema = z.object({
  criterion: z.string(),
  label: labelSchema,
  kind: z.enum(['NUMBER', 'INTEGER', 'PERCENT', 'CHOICE', 'SCALE', 'BOOLEAN', 'DATE', 'TEXT']),
  unit: z.string().nullable(),
  product: z.string().nullable(),
  required: z.boolean(),
  /** Absent: nothing was ever observed that the cycle accepts. */
  state: z.enum(['VALUE', 'UNKNOWN', 'NOT_APPLICABLE', 'ABSENT']),
  number: z.number().nullable(),
  option: labelSchema.nullable(),
  text: z.string().nullable(),
  source: z.string().nullable(),
  author: z.string().nullable(),
  mine: z.boolean(),
  observedOn: daySchema.nullable(),
  expiresOn: daySchema.nullable(),
  /** Older than its validity at the cycle's reference day: counts as missing. */
  expired: z.boolean(),
  inheritedFrom: z.enum(['PRACTICE', 'BRICK']).nullable(),
})
export type AnswerDto = z.infer<typeof answerSchema>

export const cycleSegmentSchema = z.object({
  cycleId: idSchema,
  cycleName: z.string(),
  segmentation: z.string(),
  /** null = left out by a rule. */
  segment: z.object({ code: z.string(), name: z.string(), rank: z.int(), colour: z.string() }).nullable(),
  /** In the order of the axes, with the words of the run's configuration. */
  classes: z.array(z.object({ axis: z.string(), name: z.string().nullable() })),
  computedAt: instantSchema,
})
export type CycleSegmentDto = z.infer<typeof cycleSegmentSchema>

export const commitmentSchema = z.object({
  planId: idSchema,
  sectorName: z.string(),
  channelId: idSchema,
  channel: z.string(),
  channelKind: z.enum(channelKinds),
  origin: z.enum(['PROPOSED', 'ADDED', 'REMOVED']),
  state: z.enum(['OPEN', 'SUBMITTED', 'RETURNED', 'APPROVED', 'SEALED']),
  theoretical: z.int(),
  /** Approved, or proposed while nothing is. */
  committed: z.int(),
  done: z.int(),
  nextOn: daySchema.nullable(),
})
export type Commitment = z.infer<typeof commitmentSchema>

export const timelineCallSchema = z.object({
  id: idSchema,
  day: daySchema,
  time: z.string().nullable(),
  outcome: z.enum(callOutcomes),
  channel: z.string(),
  channelKind: z.enum(channelKinds),
  products: z.array(z.string()),
  member: z.string().nullable(),
  jointMember: z.string().nullable(),
  mine: z.boolean(),
  /** Logged in another sector than the reader's: told, without its detail. */
  network: z.string(),
  sector: z.string(),
  ownSector: z.boolean(),
  practice: z.string().nullable(),
  reason: labelSchema.nullable(),
})
export type TimelineCall = z.infer<typeof timelineCallSchema>

export const hcpPageSchema = z.object({
  id: idSchema,
  version: z.int(),
  title: z.string().nullable(),
  firstName: z.string(),
  lastName: z.string(),
  profession: z.string(),
  specialty: z.string().nullable(),
  status: z.enum(hcpStatuses),
  visitRule: z.enum(visitRules),
  ownRules: z.string().nullable(),
  yearlyContactMax: z.int().nullable(),
  identifiers: z.array(z.object({ scheme: z.string(), value: z.string() })),
  places: z.array(placeSchema),
  sectors: z.array(hcpSectorSchema),
  permissions: z.array(permissionSchema),
  /** What the permissions amount to today. */
  opposedToAll: z.boolean(),
  opposedChannelIds: z.array(idSchema),
  channels: z.array(
    z.object({
      id: idSchema,
      name: z.string(),
      kind: z.enum(channelKinds),
      needsConsent: z.boolean(),
      consented: z.boolean(),
    }),
  ),
  cycle: z
    .object({
      id: idSchema,
      name: z.string(),
      runStartsOn: daySchema.nullable(),
      runEndsOn: daySchema.nullable(),
    })
    .nullable(),
  answers: z.array(answerSchema).nullable(),
  segments: z.array(cycleSegmentSchema),
  commitments: z.array(commitmentSchema).nullable(),
  calls: z.array(timelineCallSchema).nullable(),
  /** Contacts DONE of the last 12 months, whole lab, and those committed and not yet done. */
  yearly: z.object({ done: z.int(), committed: z.int(), maximum: z.int().nullable() }).nullable(),
  today: daySchema,
})
export type HcpPage = z.infer<typeof hcpPageSchema>
