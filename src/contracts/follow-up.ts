import * as z from 'zod'
import { commandIdSchema, daySchema, idSchema, instantSchema, okSchema, pageSchema } from './common.ts'
import { procedure } from './procedure.ts'
import { hcpFilters } from './words.ts'

/** Where a perimeter stands: *late* = under, *at risk* = not under but a low chance of keeping, null = no goal. */
export const followStates = ['ON_PLAN', 'AT_RISK', 'UNDER', 'OVER', 'NOT_STARTED', 'VACANT'] as const
export const followStateSchema = z.enum(followStates).nullable()
export type FollowState = z.infer<typeof followStateSchema>

/** One reading; amounts in thousandths of a contact, paces in thousandths of a contact a rep's day. */
export const readingSchema = z.object({
  done: z.int(),
  goalMilli: z.int(),
  earnedMilli: z.int(),
  expectedMilli: z.int().nullable(),
  attainmentBps: z.int().nullable(),
  expectedBps: z.int().nullable(),
  remainingMilli: z.int(),
  toScheduleMilli: z.int(),
  shortMilli: z.int(),
  isKept: z.boolean(),
  requiredPaceMilli: z.int().nullable(),
  recentPaceMilli: z.int().nullable(),
})
export type ReadingDto = z.infer<typeof readingSchema>

export const chanceSchema = z.object({
  probabilityBps: z.int(),
  meanMilli: z.int(),
  lowMilli: z.int(),
  highMilli: z.int(),
})
export type ChanceDto = z.infer<typeof chanceSchema>

export const figuresSchema = z.object({
  state: followStateSchema,
  hcps: z.int(),
  seen: z.int(),
  atFrequency: z.int(),
  adjusted: readingSchema,
  raw: readingSchema,
  /** null = no forecast (vacant, no goal). */
  chance: chanceSchema.nullable(),
})
export type FiguresDto = z.infer<typeof figuresSchema>

export const followPerimeterSchema = z.object({
  id: idSchema,
  networkId: idSchema.optional(),
  regionId: idSchema.optional(),
  sectorId: idSchema.optional(),
})
export type FollowPerimeterInput = z.infer<typeof followPerimeterSchema>

const named = z.object({ id: idSchema, name: z.string() })
const segmentSchema = z.object({ code: z.string(), name: z.string(), rank: z.int() })
const channelSchema = named.extend({ code: z.string(), weightMilli: z.int() })

/** A cell of segments × channels; `isOff`: off plan, and large enough to be tinted. */
const cellSchema = z.object({
  goalMilli: z.int(),
  earnedMilli: z.int(),
  attainmentBps: z.int().nullable(),
  expectedBps: z.int().nullable(),
  state: followStateSchema,
  isOff: z.boolean(),
})
export type FollowCell = z.infer<typeof cellSchema>

const segmentRowSchema = z.object({
  /** null = every segment; code empty = no segment. */
  segment: segmentSchema.nullable(),
  hcps: z.int(),
  seen: z.int(),
  /** In the order of the channels; null = no goal there. */
  cells: z.array(cellSchema.nullable()),
  total: cellSchema,
})
export type FollowSegmentRow = z.infer<typeof segmentRowSchema>

const sectorRowSchema = z.object({
  id: idSchema,
  code: z.string(),
  name: z.string(),
  regionId: idSchema,
  lead: z.string().nullable(),
  figures: figuresSchema,
  /** Earned ÷ expected at the end of each of the last 8 weeks; null before the run. */
  weeksBps: z.array(z.int().nullable()),
  alertId: idSchema.nullable(),
})
export type FollowSectorRow = z.infer<typeof sectorRowSchema>

const productRowSchema = named.extend({
  approved: z.int(),
  shown: z.int(),
  credited: z.int(),
  attainmentBps: z.int().nullable(),
  expectedBps: z.int().nullable(),
  state: followStateSchema,
  probabilityBps: z.int().nullable(),
})

export const followUpSchema = z.object({
  cycle: z.object({ id: idSchema, name: z.string(), state: z.string() }),
  /** What is looked at, and what may be chosen instead. */
  perimeter: z.object({
    level: z.enum(['NETWORK', 'REGION', 'SECTOR']),
    id: idSchema,
    name: z.string(),
    lead: z.string().nullable(),
    networkId: idSchema,
    regionId: idSchema.nullable(),
  }),
  choices: z.object({
    networks: z.array(named),
    regions: z.array(named.extend({ networkId: idSchema })),
    sectors: z.array(named.extend({ regionId: idSchema })),
  }),
  /** The last day that the figures know; `heldBy`: the source that holds it before yesterday. */
  asOf: daySchema,
  heldBy: z.object({ source: z.string(), network: z.string(), completeThrough: daySchema }).nullable(),
  run: z.object({ startsOn: daySchema, endsOn: daySchema }),
  /** Working days of the run, those that are gone, and capacity-days left, thousandths. */
  days: z.object({ gone: z.int(), total: z.int(), leftMilli: z.int() }),
  settings: z.object({
    toleranceBps: z.int(),
    keepBps: z.int(),
    amberBps: z.int(),
    redBps: z.int(),
  }),
  figures: figuresSchema,
  vacant: z.object({ sectors: z.int(), names: z.array(z.string()), goalMilli: z.int() }),
  closedHcps: z.int(),
  activity: z.object({
    done: z.int(),
    contactsADayMilli: z.int().nullable(),
    onTargetBps: z.int().nullable(),
  }),
  /** Cumulated by working day, adjusted: earned up to the as-of day, expected over the run, and where it may go. */
  curve: z.object({
    days: z.array(daySchema),
    earnedMilli: z.array(z.int()),
    expectedMilli: z.array(z.int()),
    seen: z.array(z.int()),
    forecast: z.array(
      z.object({ day: daySchema, lowMilli: z.int(), meanMilli: z.int(), highMilli: z.int() }),
    ),
  }),
  sectors: z.array(sectorRowSchema),
  channels: z.array(channelSchema),
  segments: z.array(segmentRowSchema),
  products: z.array(productRowSchema),
  /** The computation that alerts come from: at work, and when it last ended. */
  computing: z.object({ isRunning: z.boolean(), endedAt: instantSchema.nullable() }),
})
export type FollowUpDto = z.infer<typeof followUpSchema>

export const followHcpsInputSchema = followPerimeterSchema.extend({
  filter: z.enum(hcpFilters).default('all'),
  segment: z.string().max(40).optional(),
  channelId: idSchema.optional(),
  productId: idSchema.optional(),
  offset: z.int().min(0).default(0),
  limit: z.int().min(1).max(200).default(50),
})
export type FollowHcpsInput = z.infer<typeof followHcpsInputSchema>

export const followHcpSchema = z.object({
  hcpId: idSchema,
  name: z.string(),
  specialty: z.string().nullable(),
  commune: z.string().nullable(),
  segment: segmentSchema.nullable(),
  sector: named,
  lines: z.array(
    z.object({ channelId: idSchema, goal: z.int(), done: z.int(), planned: z.int(), isClosed: z.boolean() }),
  ),
  goal: z.int(),
  done: z.int(),
  remaining: z.int(),
  lastCallOn: daySchema.nullable(),
  isClosed: z.boolean(),
})
export type FollowHcp = z.infer<typeof followHcpSchema>

export const watermarkSchema = z.object({
  networkId: idSchema,
  network: z.string(),
  sourceId: idSchema,
  source: z.string(),
  completeThrough: daySchema.nullable(),
})
export type WatermarkDto = z.infer<typeof watermarkSchema>

const fileSchema = z.object({ fileName: z.string(), content: z.string() })

export const followUpContract = {
  get: procedure('followUp.read')
    .route({
      method: 'GET',
      path: '/cycles/{id}/follow-up',
      summary: 'Realisation of a perimeter against its plan, with its forecast',
      tags: ['stable'],
    })
    .input(followPerimeterSchema)
    .output(followUpSchema),
  hcps: procedure('followUp.read')
    .route({
      method: 'GET',
      path: '/cycles/{id}/follow-up/hcps',
      summary: 'The health professionals behind a figure',
      tags: ['stable'],
    })
    .input(followHcpsInputSchema)
    .output(pageSchema(followHcpSchema)),
  export: procedure('followUp.read')
    .route({
      method: 'POST',
      path: '/cycles/{id}/follow-up/export',
      summary: 'Sectors, or the health professionals behind a figure, as CSV',
      tags: ['internal'],
    })
    .input(
      followHcpsInputSchema.omit({ offset: true, limit: true }).extend({ what: z.enum(['sectors', 'hcps']) }),
    )
    .output(fileSchema),
  watermarks: procedure('followUp.settle')
    .route({
      method: 'GET',
      path: '/follow-up/watermarks',
      summary: 'How far the calls of each source go',
      tags: ['internal'],
    })
    .output(z.object({ items: z.array(watermarkSchema), yesterday: daySchema })),
  settle: procedure('followUp.settle')
    .route({
      method: 'PUT',
      path: '/follow-up/watermarks',
      summary: 'Say through which day the calls of a source are known; null holds nothing back',
      tags: ['stable'],
    })
    .input(
      z.object({
        networkId: idSchema,
        sourceId: idSchema,
        completeThrough: daySchema.nullable(),
        commandId: commandIdSchema,
      }),
    )
    .output(okSchema),
}
