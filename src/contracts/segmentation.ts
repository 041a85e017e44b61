import * as z from 'zod'
import { configurationSchema } from '#src/engine/configuration/configuration.ts'
import { commandIdSchema, idInputSchema, idSchema, instantSchema } from './common.ts'
import { cycleStateSchema } from './cycles.ts'
import { answerSourceSchema, explanationWordsSchema, hcpExplanationSchema } from './explanation.ts'
import { procedure } from './procedure.ts'

const { shape } = configurationSchema

export const segmentationRunSchema = z.object({
  id: idSchema,
  state: z.enum(['QUEUED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED']),
  /** Hcps placed of hcps to place; total 0 while they are being read. */
  done: z.int(),
  total: z.int(),
  askedAt: instantSchema,
  endedAt: instantSchema.nullable(),
  by: z.string().nullable(),
  /** Why it failed, a reason of the refusals. */
  error: z
    .object({ reason: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) })
    .nullable(),
})
export type SegmentationRun = z.infer<typeof segmentationRunSchema>

export const officialSegmentationSchema = z.object({
  run: segmentationRunSchema,
  resultHash: z.string(),
  datasetHash: z.string(),
  /** The universe and segmentations that it computed. */
  universe: shape.universe,
  criteria: shape.criteria,
  segmentations: shape.segmentations,
  /** False when the working configuration is no more what was computed. */
  upToDate: z.boolean(),
})
export type OfficialSegmentation = z.infer<typeof officialSegmentationSchema>

export const studioSchema = z.object({
  cycleId: idSchema,
  name: z.string(),
  state: cycleStateSchema,
  editable: z.boolean(),
  /** Of the working configuration: what a save is checked against. */
  version: z.int(),
  saved: z.object({ by: z.string().nullable(), at: instantSchema }).nullable(),
  universe: shape.universe,
  criteria: shape.criteria,
  segmentations: shape.segmentations,
  grid: shape.grid,
  /** Criteria with their words; what is asked per product has `perProduct`. */
  words: explanationWordsSchema.shape.criteria.element.extend({ perProduct: z.boolean() }).array(),
  attributes: z.object({
    regions: z.array(z.object({ code: z.string(), name: z.string() })),
    sectors: z.array(z.object({ code: z.string(), name: z.string() })),
  }),
  products: z.array(z.object({ code: z.string(), name: z.string() })),
  previous: z
    .object({
      cycleId: idSchema,
      name: z.string(),
      segments: z.array(z.object({ code: z.string(), name: z.string(), rank: z.int() })),
    })
    .nullable(),
  official: officialSegmentationSchema.nullable(),
  /** The last run asked for, whatever became of it. */
  run: segmentationRunSchema.nullable(),
})
export type StudioDto = z.infer<typeof studioSchema>

export const saveSegmentationSchema = z.object({
  id: idSchema,
  commandId: commandIdSchema,
  /** The version that was read: refused only where somebody saved the same part since. */
  version: z.int(),
  universe: shape.universe.optional(),
  segmentations: shape.segmentations.optional(),
})
export type SaveSegmentationInput = z.infer<typeof saveSegmentationSchema>

export const savedSegmentationSchema = studioSchema.pick({
  version: true,
  saved: true,
  universe: true,
  segmentations: true,
})
export type SavedSegmentation = z.infer<typeof savedSegmentationSchema>

/** Who an hcp is, for the few that a screen names. */
export const hcpCardSchema = z.object({
  id: idSchema,
  name: z.string(),
  specialty: z.string().nullable(),
  commune: z.string().nullable(),
  sources: z.array(answerSourceSchema),
})
export type HcpCard = z.infer<typeof hcpCardSchema>

const commandSchema = idInputSchema.extend({ commandId: commandIdSchema })

export const segmentationContract = {
  get: procedure('configuration.read')
    .route({
      method: 'GET',
      path: '/cycles/{id}/segmentation',
      summary: 'Axes, matrix, segments and rules of a cycle, with its last official run',
      tags: ['internal'],
    })
    .input(idInputSchema)
    .output(studioSchema),
  save: procedure('configuration.write')
    .route({
      method: 'PUT',
      path: '/cycles/{id}/segmentation',
      summary: 'Save the segmentation of a cycle',
      tags: ['internal'],
    })
    .input(saveSegmentationSchema)
    .output(savedSegmentationSchema),
  start: procedure('runs.start')
    .route({
      method: 'POST',
      path: '/cycles/{id}/segmentation/run',
      summary: 'Ask for the official run',
      tags: ['internal'],
    })
    .input(commandSchema.extend({ version: z.int() }))
    .output(segmentationRunSchema),
  cancel: procedure('runs.start')
    .route({
      method: 'DELETE',
      path: '/cycles/{id}/segmentation/run',
      summary: 'Interrupt the official run',
      tags: ['internal'],
    })
    .input(commandSchema)
    .output(z.object({ run: segmentationRunSchema.nullable() })),
  run: procedure('runs.read')
    .route({
      method: 'GET',
      path: '/cycles/{id}/segmentation/run',
      summary: 'How far the official run is',
      tags: ['internal'],
    })
    .input(idInputSchema)
    .output(z.object({ run: segmentationRunSchema.nullable() })),
  cards: procedure('configuration.read')
    .route({
      method: 'POST',
      path: '/cycles/{id}/segmentation/cards',
      summary: 'Names of a few hcps, with where their answers come from',
      tags: ['internal'],
    })
    .input(idInputSchema.extend({ hcpIds: z.array(idSchema).min(1).max(20) }))
    .output(z.object({ items: z.array(hcpCardSchema) })),
  explain: procedure('targeting.read')
    .route({
      method: 'GET',
      path: '/cycles/{id}/hcps/{hcpId}/explanation',
      summary: 'Why an hcp is in its segment, by the last official run',
      tags: ['stable'],
    })
    .input(idInputSchema.extend({ hcpId: idSchema, segmentation: z.string().max(40).default('general') }))
    .output(hcpExplanationSchema),
}
