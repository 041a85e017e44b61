import * as z from 'zod'
import { commandIdSchema, daySchema, idInputSchema, idSchema, instantSchema } from './common.ts'
import { configurationSchema } from '#src/engine/configuration/configuration.ts'
import { configurationSections } from './cycle-configuration.ts'
import { cycleStateSchema } from './cycles.ts'
import { procedure } from './procedure.ts'
import { channelKinds } from './words.ts'

const { shape } = configurationSchema

export const strategyChannelSchema = z.object({
  id: idSchema,
  code: z.string(),
  name: z.string(),
  kind: z.enum(channelKinds),
  needsConsent: z.boolean(),
  weightMilli: z.int(),
  loadMilli: z.int(),
  unitCostCents: z.int(),
})
export type StrategyChannel = z.infer<typeof strategyChannelSchema>

export const strategySegmentSchema = z.object({
  code: z.string(),
  name: z.string(),
  colour: z.string(),
  rank: z.int(),
})
export type StrategySegment = z.infer<typeof strategySegmentSchema>

/** A sector with what it can do over the run. */
export const strategySectorSchema = z.object({
  id: idSchema,
  code: z.string(),
  name: z.string(),
  region: z.string(),
  capacityMilli: z.int(),
  /** Days on which somebody of the sector works; 0 = vacant all along. */
  workedDays: z.int(),
})
export type StrategySector = z.infer<typeof strategySectorSchema>

export const strategyPartsSchema = z.object({
  grid: shape.grid,
  fit: shape.fit,
  constraints: shape.constraints,
  limits: shape.limits,
  followUp: shape.followUp,
})
export type StrategyParts = z.infer<typeof strategyPartsSchema>

export const strategySchema = z.object({
  cycleId: idSchema,
  name: z.string(),
  state: cycleStateSchema,
  run: z.object({ startsOn: daySchema, endsOn: daySchema }).nullable(),
  /** Of the working configuration: what a save is checked against. */
  version: z.int(),
  editable: z.array(z.enum(configurationSections)),
  saved: z.object({ by: z.string().nullable(), at: instantSchema }).nullable(),
  parts: strategyPartsSchema,
  channels: z.array(strategyChannelSchema),
  products: z.array(z.object({ id: idSchema, code: z.string(), name: z.string() })),
  /** Of the segmentation that the grid reads, *Non qualifié* last. */
  segments: z.array(strategySegmentSchema),
  sectors: z.array(strategySectorSchema),
  /** The official run whose segments the grid meets; null = none yet. */
  official: z.object({ id: idSchema, upToDate: z.boolean() }).nullable(),
})
export type StrategyDto = z.infer<typeof strategySchema>

const changesSchema = strategyPartsSchema.partial()
export type StrategyChanges = z.infer<typeof changesSchema>

export const strategyContract = {
  get: procedure('configuration.read')
    .route({
      method: 'GET',
      path: '/cycles/{id}/strategy',
      summary: 'Grid, fit, limits, channels, segments and capacity of a cycle',
      tags: ['internal'],
    })
    .input(idInputSchema)
    .output(strategySchema),
  save: procedure('configuration.write')
    .route({
      method: 'PUT',
      path: '/cycles/{id}/strategy',
      summary: 'Save parts of the strategy',
      tags: ['internal'],
    })
    .input(
      z.object({
        id: idSchema,
        commandId: commandIdSchema,
        /** The version that was read: refused only where somebody saved the same part since. */
        version: z.int(),
        changes: changesSchema,
      }),
    )
    .output(strategySchema.pick({ version: true, saved: true, parts: true })),
}
