import * as z from 'zod'
import { commandIdSchema, daySchema, idSchema, instantSchema } from './common.ts'
import { procedure } from './procedure.ts'

export const alertSchema = z.object({
  id: idSchema,
  version: z.int(),
  cycle: z.object({ id: idSchema, name: z.string() }),
  sector: z.object({
    id: idSchema,
    code: z.string(),
    name: z.string(),
    regionId: idSchema,
    region: z.string(),
  }),
  lead: z.string().nullable(),
  level: z.enum(['AMBER', 'RED']),
  /** Of the whole sector, or of one of its segments or products when the sector has no card. */
  dimension: z.enum(['ALL', 'SEGMENT', 'CHANNEL', 'PRODUCT']),
  label: z.string(),
  probabilityBps: z.int(),
  /** Expected shortfall, thousandths of a contact. */
  atStakeMilli: z.int(),
  openedOn: daySchema,
  closedOn: daySchema.nullable(),
  closeCause: z.enum(['kept', 'recovered', 'covered', 'ended']).nullable(),
  acknowledged: z.object({ at: instantSchema, by: z.string() }).nullable(),
})
export type AlertDto = z.infer<typeof alertSchema>

const extraSchema = z.object({
  hcpId: idSchema,
  name: z.string(),
  place: z.string().nullable(),
  segmentRank: z.int().nullable(),
  channelId: idSchema,
  done: z.int(),
  goal: z.int(),
  lastCallOn: daySchema.nullable(),
})

export const wayOutSchema = z.object({
  sectorId: idSchema,
  asOf: daySchema,
  amberBps: z.int(),
  redBps: z.int(),
  nowBps: z.int().nullable(),
  /** Extra contacts in the order of what they bring, a week of the sector at a time; each with the chance after it. */
  batches: z.array(
    z.object({
      weekOf: daySchema,
      contacts: z.array(extraSchema),
      beforeBps: z.int(),
      afterBps: z.int(),
    }),
  ),
  /** What cannot be done even so: thousandths of a contact, and the hcps concerned by cause. */
  outOfReach: z.object({
    notPossibleMilli: z.int(),
    noCapacityMilli: z.int(),
    hcps: z.int(),
    causes: z.array(z.object({ code: z.enum(['spacing', 'yearlyCap', 'capacity']), hcps: z.int() })),
  }),
  /** Lines to renegotiate, by segment, that would bring the chance to amber. */
  reductions: z.array(
    z.object({
      segment: z.object({ name: z.string(), rank: z.int() }).nullable(),
      hcps: z.int(),
      contacts: z.int(),
    }),
  ),
  reducedHcps: z.array(z.object({ hcpId: idSchema, channelId: idSchema, from: z.int(), to: z.int() })),
  afterBps: z.int().nullable(),
  reachesAmber: z.boolean(),
  /** What is late inside the sector, the largest gap first, in thousandths of a contact (or of a presentation). */
  late: z.array(
    z.object({
      dimension: z.enum(['SEGMENT', 'PRODUCT']),
      label: z.string(),
      rank: z.int().nullable(),
      gapMilli: z.int(),
      attainmentBps: z.int().nullable(),
    }),
  ),
  channels: z.array(z.object({ id: idSchema, name: z.string(), kind: z.string() })),
})
export type WayOutDto = z.infer<typeof wayOutSchema>
export type ExtraContactDto = z.infer<typeof extraSchema>

export const alertsContract = {
  list: procedure('alerts.read')
    .route({ method: 'GET', path: '/alerts', summary: 'Shortfall alerts in reach', tags: ['stable'] })
    .input(
      z.object({
        cycleId: idSchema.optional(),
        sectorId: idSchema.optional(),
        /** Those that closed, too: the journal. */
        withClosed: z.boolean().default(false),
      }),
    )
    .output(z.object({ items: z.array(alertSchema) })),
  count: procedure('alerts.read')
    .route({
      method: 'GET',
      path: '/alerts/count',
      summary: 'How many alerts stand open',
      tags: ['internal'],
    })
    .output(z.object({ open: z.int(), unacknowledged: z.int() })),
  wayOut: procedure('alerts.read')
    .route({
      method: 'GET',
      path: '/cycles/{cycleId}/sectors/{sectorId}/way-out',
      summary:
        'What would bring a sector back: contacts to make first, what is out of reach, what to renegotiate',
      tags: ['stable'],
    })
    .input(z.object({ cycleId: idSchema, sectorId: idSchema, asOf: daySchema.optional() }))
    .output(wayOutSchema),
  acknowledge: procedure('alerts.acknowledge')
    .route({
      method: 'POST',
      path: '/alerts/{id}/acknowledge',
      summary: 'Say that an alert is seen',
      tags: ['stable'],
    })
    .input(z.object({ id: idSchema, version: z.int(), commandId: commandIdSchema }))
    .output(alertSchema),
}
