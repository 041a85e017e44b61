import * as z from 'zod'
import { conditionSchema } from './conditions.ts'
import { cycleCriterionSchema } from './criteria.ts'
import { followUpSchema } from './follow-up.ts'
import { limitsSchema } from './limits.ts'
import { segmentationSchema } from './segmentation.ts'
import { constraintsSchema, fitSchema, gridSchema } from './strategy.ts'

export const configurationVersion = 1

/**
 * Everything that may change from cycle to cycle, as one document. It is stored canonical and named by its SHA-256;
 * what other rows point to (criterion, product, channel, reason) is named by code.
 */
export const configurationSchema = z.object({
  version: z.literal(configurationVersion),
  /** null = every hcp with a sector in the cycle's networks. */
  universe: conditionSchema.nullable(),
  criteria: z.array(cycleCriterionSchema).max(100),
  segmentations: z.array(segmentationSchema).max(20),
  grid: gridSchema,
  fit: fitSchema,
  constraints: constraintsSchema,
  limits: limitsSchema,
  followUp: followUpSchema,
})
export type Configuration = z.infer<typeof configurationSchema>
/** As a person or a screen writes it: defaults may be left out. */
export type ConfigurationInput = z.input<typeof configurationSchema>
