import * as z from 'zod'
import { commandIdSchema, daySchema, idSchema, pageInputSchema, pageSchema } from './common.ts'
import { procedure } from './procedure.ts'
import { callOutcomes } from './words.ts'

/** HH:MM where the call was made. */
export const timeSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

const segmentSchema = z.object({ name: z.string(), rank: z.int() })
const personSchema = z.object({
  hcpId: idSchema,
  name: z.string(),
  specialty: z.string().nullable(),
  commune: z.string().nullable(),
  segment: segmentSchema.nullable(),
})

/** Done and approved contacts of the hcp in the cycle, every channel, calls of today included; null = not in the plan. */
const standingSchema = z.object({ done: z.int(), goal: z.int() }).nullable()

export const callSchema = personSchema.extend({
  id: idSchema,
  version: z.int(),
  clientId: idSchema.nullable(),
  sectorId: idSchema,
  sector: z.string(),
  member: z.string().nullable(),
  day: daySchema,
  plannedOn: daySchema.nullable(),
  time: timeSchema.nullable(),
  channelId: idSchema,
  outcome: z.enum(callOutcomes),
  reasonId: idSchema.nullable(),
  productIds: z.array(idSchema),
  comment: z.string().nullable(),
  standing: standingSchema,
  /** Entered here and not closed yet: it may be corrected. */
  isEditable: z.boolean(),
})
export type CallDto = z.infer<typeof callSchema>

export const suggestionHints = ['planned', 'first', 'late', 'never', 'reached', 'due', 'outside'] as const
export const suggestionSchema = personSchema.extend({
  sectorId: idSchema,
  hint: z.enum(suggestionHints),
  /** The planned call that this would realise. */
  planned: z
    .object({ id: idSchema, version: z.int(), time: timeSchema.nullable(), channelId: idSchema })
    .nullable(),
  standing: standingSchema,
  /** Products of the plan in their order. */
  productIds: z.array(idSchema),
  warnings: z.array(z.enum(['opposition', 'no-consent', 'no-visit', 'yearly-cap', 'not-active'])),
})
export type SuggestionDto = z.infer<typeof suggestionSchema>
export type CallWarning = SuggestionDto['warnings'][number]

export const logCallSchema = z.object({
  /** Made by the device: the same call sent twice is one call. */
  clientId: commandIdSchema,
  /** The planned call that this one realises. */
  plannedId: idSchema.nullable().default(null),
  hcpId: idSchema,
  day: daySchema,
  time: timeSchema.nullable().default(null),
  channelId: idSchema,
  outcome: z.enum(['DONE', 'REFUSED', 'ABSENT', 'PLANNED']),
  reasonId: idSchema.nullable().default(null),
  productIds: z.array(idSchema).max(10).default([]),
  comment: z.string().trim().max(500).nullable().default(null),
})
export type LogCallInput = z.infer<typeof logCallSchema>

export const callsFilterSchema = z.object({
  from: daySchema.optional(),
  to: daySchema.optional(),
  sectorId: idSchema.optional(),
  hcpId: idSchema.optional(),
  channelId: idSchema.optional(),
  outcome: z.enum(callOutcomes).optional(),
  q: z.string().max(100).optional(),
})
export type CallsFilter = z.infer<typeof callsFilterSchema>

/** The sector's chance of keeping its plan this evening, before and after one call; planned calls count in both. */
export const callChanceSchema = z.object({
  sectorId: idSchema,
  asOf: daySchema,
  beforeBps: z.int(),
  afterBps: z.int(),
  amberBps: z.int(),
  redBps: z.int(),
  /** Planned calls still to come, already counted. */
  planned: z.int(),
  hasAlert: z.boolean(),
})
export type CallChance = z.infer<typeof callChanceSchema>

export const callsContract = {
  options: procedure('calls.read')
    .route({ method: 'GET', path: '/calls/options', summary: 'What a call is made of', tags: ['internal'] })
    .output(
      z.object({
        today: daySchema,
        now: timeSchema,
        channels: z.array(
          z.object({
            id: idSchema,
            code: z.string(),
            name: z.string(),
            kind: z.string(),
            inCycle: z.boolean(),
          }),
        ),
        products: z.array(z.object({ id: idSchema, code: z.string(), name: z.string() })),
        reasons: z.array(z.object({ id: idSchema, code: z.string(), label: z.string() })),
        sectors: z.array(z.object({ id: idSchema, name: z.string() })),
        cycle: z.object({ id: idSchema, name: z.string() }).nullable(),
      }),
    ),
  suggestions: procedure('calls.write')
    .route({
      method: 'GET',
      path: '/calls/suggestions',
      summary: 'Whom a call may be about',
      tags: ['internal'],
    })
    .input(z.object({ q: z.string().max(100).default(''), hcpId: idSchema.optional() }))
    .output(z.object({ items: z.array(suggestionSchema) })),
  days: procedure('calls.read')
    .route({
      method: 'GET',
      path: '/calls/days',
      summary: 'Calls made and planned by day',
      tags: ['internal'],
    })
    .input(z.object({ from: daySchema, to: daySchema }))
    .output(
      z.object({
        days: z.array(z.object({ day: daySchema, done: z.int(), planned: z.int(), missed: z.int() })),
      }),
    ),
  list: procedure('calls.read')
    .route({ method: 'GET', path: '/calls', summary: 'Calls in reach, the latest first', tags: ['stable'] })
    .input(pageInputSchema.extend(callsFilterSchema.shape))
    .output(pageSchema(callSchema)),
  log: procedure('calls.write')
    .route({ method: 'POST', path: '/calls', summary: 'Log or plan a call', tags: ['stable'] })
    .input(logCallSchema)
    .output(z.object({ call: callSchema, warnings: z.array(suggestionSchema.shape.warnings.element) })),
  chance: procedure('calls.read')
    .route({
      method: 'GET',
      path: '/calls/{id}/chance',
      summary: 'What a call changed to the chance of keeping the plan, this evening',
      tags: ['stable'],
    })
    .input(z.object({ id: idSchema }))
    .output(z.object({ chance: callChanceSchema.nullable() })),
  correct: procedure('calls.write')
    .route({ method: 'PUT', path: '/calls/{id}', summary: 'Correct a call', tags: ['stable'] })
    .input(
      logCallSchema
        .omit({ clientId: true, plannedId: true, hcpId: true })
        .extend({ id: idSchema, version: z.int(), commandId: commandIdSchema }),
    )
    .output(callSchema),
  undo: procedure('calls.write')
    .route({
      method: 'POST',
      path: '/calls/{id}/undo',
      summary: 'Take a call back: planned again if it was, else cancelled',
      tags: ['stable'],
    })
    .input(z.object({ id: idSchema, version: z.int(), commandId: commandIdSchema }))
    .output(callSchema),
}
