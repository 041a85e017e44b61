import * as z from 'zod'
import { commandIdSchema, daySchema, idInputSchema, idSchema, instantSchema } from './common.ts'
import { cycleStateSchema } from './cycles.ts'
import { procedure } from './procedure.ts'
import { strategyChannelSchema, strategySegmentSchema } from './strategy.ts'

/** Why contacts of a goal cannot be done; a line has one cause, the first that applies. */
export const targetCauses = [
  'opposition',
  'noConsent',
  'exclusion',
  'noVisit',
  'yearlyCap',
  'noAccess',
  'capacity',
] as const
export const targetCauseSchema = z.enum(targetCauses)
export type TargetCause = z.infer<typeof targetCauseSchema>

const causeContactsSchema = z.object({ cause: targetCauseSchema, contacts: z.int() })

/** Contacts that cannot be done, of those wanted. */
export const gateSchema = z.object({
  wanted: z.int(),
  infeasible: z.int(),
  shareBps: z.int().nullable(),
  causes: z.array(causeContactsSchema),
})
export type Gate = z.infer<typeof gateSchema>

const totalsSchema = z.object({
  hcps: z.int(),
  targets: z.int(),
  contacts: z.int(),
  loadMilli: z.int(),
  capacityMilli: z.int(),
  utilisationBps: z.int().nullable(),
  costCents: z.int(),
  /** In the order of the channels. */
  contactsByChannel: z.array(z.int()),
  gate: gateSchema,
})
export type TargetingTotals = z.infer<typeof totalsSchema>

export const targetingSectorSchema = totalsSchema.extend({
  id: idSchema,
  code: z.string(),
  name: z.string(),
  region: z.string(),
  lead: z.string().nullable(),
})
export type TargetingSector = z.infer<typeof targetingSectorSchema>

export const publicationRunSchema = z.object({
  id: idSchema,
  state: z.enum(['QUEUED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED']),
  done: z.int(),
  total: z.int(),
  /** Why it failed, a reason of the refusals. */
  error: z
    .object({ reason: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) })
    .nullable(),
  at: instantSchema,
})
export type PublicationRun = z.infer<typeof publicationRunSchema>

export const targetingSchema = z.object({
  cycleId: idSchema,
  name: z.string(),
  state: cycleStateSchema,
  /** Of the cycle and of its working configuration: what a publication is checked against. */
  version: z.int(),
  configurationVersion: z.int(),
  runId: idSchema.nullable(),
  run: z.object({ startsOn: daySchema, endsOn: daySchema }).nullable(),
  engagement: z.object({ startsOn: daySchema, endsOn: daySchema }).nullable(),
  /** null = what follows is what a publication of this minute would hold. */
  published: z.object({ number: z.int(), at: instantSchema, by: z.string().nullable() }).nullable(),
  publishing: publicationRunSchema.nullable(),
  channels: z.array(strategyChannelSchema),
  segments: z.array(strategySegmentSchema),
  /** null = nothing can be computed yet; `missing` says why. */
  totals: totalsSchema.nullable(),
  missing: z.enum(['no-run-window', 'no-official-run', 'no-grid', 'not-published']).nullable(),
  sectors: z.array(targetingSectorSchema),
})
export type TargetingDto = z.infer<typeof targetingSchema>

export const targetLineSchema = z.object({
  hcpId: idSchema,
  name: z.string(),
  specialty: z.string().nullable(),
  commune: z.string().nullable(),
  segment: z.string(),
  rankValue: z.number().nullable(),
  goals: z.array(
    z.object({
      /** Index in the channels. */
      channel: z.int(),
      /** What the grid asks. */
      wanted: z.int(),
      /** What the plan proposes. */
      contacts: z.int(),
      maxCredited: z.int().nullable(),
      cause: targetCauseSchema.nullable(),
    }),
  ),
})
export type TargetLine = z.infer<typeof targetLineSchema>

const sectorInput = idInputSchema.extend({ sectorId: idSchema })

export const targetingContract = {
  get: procedure('targeting.read')
    .route({
      method: 'GET',
      path: '/cycles/{id}/targeting',
      summary: 'Theoretical targeting by sector, with what cannot be done',
      tags: ['stable'],
    })
    .input(idInputSchema)
    .output(targetingSchema),
  sector: procedure('targeting.read')
    .route({
      method: 'GET',
      path: '/cycles/{id}/targeting/sectors/{sectorId}',
      summary: 'Theoretical targets of one sector',
      tags: ['stable'],
    })
    .input(sectorInput)
    .output(z.object({ items: z.array(targetLineSchema) })),
  publish: procedure('targeting.publish')
    .route({
      method: 'POST',
      path: '/cycles/{id}/targeting/publication',
      summary: 'Publish the theoretical targeting',
      tags: ['internal'],
    })
    .input(
      z.object({
        id: idSchema,
        commandId: commandIdSchema,
        version: z.int(),
        configurationVersion: z.int(),
        runId: idSchema,
      }),
    )
    .output(publicationRunSchema),
  publication: procedure('targeting.publish')
    .route({
      method: 'GET',
      path: '/cycles/{id}/targeting/publication',
      summary: 'How far the publication is',
      tags: ['internal'],
    })
    .input(idInputSchema)
    .output(z.object({ run: publicationRunSchema.nullable() })),
  export: procedure('targeting.read')
    .route({
      method: 'POST',
      path: '/cycles/{id}/targeting/export',
      summary: 'Theoretical targets as CSV',
      tags: ['internal'],
    })
    .input(idInputSchema.extend({ sectorId: idSchema.optional() }))
    .output(z.object({ fileName: z.string(), content: z.string() })),
}
