import * as z from 'zod'
import { commandIdSchema, daySchema, idInputSchema, idSchema, instantSchema } from './common.ts'
import { configurationProcedures } from './cycle-configuration.ts'
import { procedure } from './procedure.ts'
import { ribbonStepSchema, shellSchema } from './shell.ts'

export const cycleStates = [
  'DRAFT',
  'QUALIFICATION',
  'SEGMENTATION',
  'STRATEGY',
  'ENGAGEMENT',
  'RUNNING',
  'CLOSED',
] as const
export const cycleStateSchema = z.enum(cycleStates)
export type CycleState = (typeof cycleStates)[number]

export const cycleLineSchema = z.object({
  id: idSchema,
  name: z.string(),
  state: cycleStateSchema,
  runStartsOn: daySchema.nullable(),
  /** Last day of the run. */
  runEndsOn: daySchema.nullable(),
  networks: z.array(z.object({ id: idSchema, name: z.string() })),
  steps: z.array(ribbonStepSchema),
})
export type CycleLine = z.infer<typeof cycleLineSchema>

const windowSchema = z.object({ startsOn: daySchema, endsOn: daySchema })
export type CycleWindow = z.infer<typeof windowSchema>

const cycleProductSchema = z.object({
  networkId: idSchema,
  productId: idSchema,
  rank: z.int().min(1).max(99),
  objective: z.string().max(500).nullable(),
})
export const cycleChannelSchema = z.object({
  channelId: idSchema,
  weightMilli: z.int().min(0).max(100_000),
  loadMilli: z.int().min(0).max(100_000),
  unitCostCents: z.int().min(0).max(100_000_000),
})

export type CycleChannelInput = z.infer<typeof cycleChannelSchema>

/** What a person fills in; windows are closed intervals of days. */
export const cycleSettingsSchema = z.object({
  name: z.string().trim().min(1).max(60),
  referenceDay: daySchema.nullable(),
  qualification: windowSchema.nullable(),
  engagement: windowSchema.nullable(),
  run: windowSchema.nullable(),
  graceDays: z.int().min(0).max(120),
  networkIds: z.array(idSchema).max(50),
  products: z.array(cycleProductSchema).max(200),
  channels: z.array(cycleChannelSchema).max(30),
})
export type CycleSettings = z.infer<typeof cycleSettingsSchema>

export const cycleSchema = cycleSettingsSchema.extend({
  id: idSchema,
  state: cycleStateSchema,
  version: z.int(),
  copiedFromId: idSchema.nullable(),
})
export type CycleDto = z.infer<typeof cycleSchema>

/** One thing that the next state asks for; `code` has its sentence in the messages, `where` is the screen that fixes it. */
export const checklistItemSchema = z.object({
  code: z.string(),
  done: z.boolean(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  where: z.string().nullable(),
})
export type ChecklistItem = z.infer<typeof checklistItemSchema>

export const checklistSchema = z.object({
  cycleId: idSchema,
  state: cycleStateSchema,
  version: z.int(),
  /** The state that comes next; null when closed. */
  next: cycleStateSchema.nullable(),
  /** By hand here, by publication, or by itself on its day. */
  by: z.enum(['hand', 'publication', 'day']).nullable(),
  /** One step back, while nothing is published. */
  previous: cycleStateSchema.nullable(),
  items: z.array(checklistItemSchema),
})
export type ChecklistDto = z.infer<typeof checklistSchema>

const namedSchema = z.object({ id: idSchema, code: z.string(), name: z.string() })
export const cycleOptionsSchema = z.object({
  networks: z.array(namedSchema),
  products: z.array(namedSchema),
  channels: z.array(namedSchema.extend({ kind: z.string() })),
  sources: z.array(z.object({ code: z.string(), label: z.string(), kind: z.string() })),
})
export type CycleOptions = z.infer<typeof cycleOptionsSchema>

const transitionSchema = z.object({
  id: idSchema,
  from: cycleStateSchema.nullable(),
  to: cycleStateSchema,
  at: instantSchema,
  by: z.string().nullable(),
  configurationHash: z.string().nullable(),
})
export type CycleTransitionDto = z.infer<typeof transitionSchema>

export const cyclesContract = {
  list: procedure('cycles.read')
    .route({ method: 'GET', path: '/cycles', summary: 'Cycles, the latest first', tags: ['stable'] })
    .output(z.object({ items: z.array(cycleLineSchema) })),
  shell: procedure('account.use')
    .route({
      method: 'GET',
      path: '/shell',
      summary: 'What the frame around screens shows',
      tags: ['internal'],
    })
    .output(shellSchema),
  get: procedure('cycles.read')
    .route({ method: 'GET', path: '/cycles/{id}', summary: 'One cycle', tags: ['stable'] })
    .input(idInputSchema)
    .output(cycleSchema),
  ribbon: procedure('cycles.read')
    .route({
      method: 'GET',
      path: '/cycles/{id}/ribbon',
      summary: 'Where a cycle stands',
      tags: ['internal'],
    })
    .input(idInputSchema)
    .output(cycleLineSchema),
  options: procedure('cycles.read')
    .route({
      method: 'GET',
      path: '/cycle-options',
      summary: 'Networks, products, channels and sources that a cycle may use',
      tags: ['internal'],
    })
    .output(cycleOptionsSchema),
  create: procedure('cycles.write')
    .route({ method: 'POST', path: '/cycles', summary: 'Create a cycle', tags: ['internal'] })
    .input(
      z.object({
        commandId: commandIdSchema,
        settings: cycleSettingsSchema,
        /** Takes criteria, axes, matrix, rules, grid and limits of that cycle; never answers. */
        copyFromId: idSchema.nullable(),
      }),
    )
    .output(cycleSchema),
  update: procedure('cycles.write')
    .route({ method: 'PUT', path: '/cycles/{id}', summary: 'Change a cycle', tags: ['internal'] })
    .input(
      z.object({
        id: idSchema,
        commandId: commandIdSchema,
        version: z.int(),
        settings: cycleSettingsSchema,
      }),
    )
    .output(cycleSchema),
  checklist: procedure('cycles.read')
    .route({
      method: 'GET',
      path: '/cycles/{id}/checklist',
      summary: 'What the next state asks for',
      tags: ['internal'],
    })
    .input(idInputSchema)
    .output(checklistSchema),
  transition: procedure('cycles.write')
    .route({
      method: 'POST',
      path: '/cycles/{id}/transition',
      summary: 'Go one state on, or one back',
      tags: ['internal'],
    })
    .input(z.object({ id: idSchema, commandId: commandIdSchema, version: z.int(), to: cycleStateSchema }))
    .output(checklistSchema),
  history: procedure('cycles.read')
    .route({ method: 'GET', path: '/cycles/{id}/transitions', summary: 'States so far', tags: ['internal'] })
    .input(idInputSchema)
    .output(z.object({ items: z.array(transitionSchema) })),
  configuration: configurationProcedures,
}
