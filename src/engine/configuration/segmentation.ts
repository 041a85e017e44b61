import * as z from 'zod'
import { codeSchema, shareBpsSchema } from './codes.ts'
import { conditionSchema, formulaSchema } from './conditions.ts'

/**
 * How a value is brought to a common scale. `identity` keeps the criterion's number (points of the option for CHOICE,
 * 0/100 for BOOLEAN, × 10 for SCALE, whole months before the reference day for DATE).
 */
export const normalisationSchema = z.enum(['identity', 'minmax', 'percentile'])
export type Normalisation = z.infer<typeof normalisationSchema>

export const axisSourceSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('criterion'), criterion: codeSchema }),
  z.object({
    kind: z.literal('weighted'),
    terms: z
      .array(
        z.object({
          criterion: codeSchema,
          weight: z.number().min(0).max(1000),
          normalisation: normalisationSchema,
        }),
      )
      .min(1)
      .max(20),
    /** Missing when the weights present are under this share of all weights. */
    minimumShareBps: shareBpsSchema.default(5000),
  }),
  /** Over criteria, attributes and the previous cycle; criteria in the unit of their answer. Reads no axis. */
  z.object({ kind: z.literal('formula'), formula: formulaSchema }),
])
export type AxisSource = z.infer<typeof axisSourceSchema>

export const classificationSchema = z.discriminatedUnion('method', [
  /** Cut-offs, highest first: class 1 from the first one up. */
  z.object({ method: z.literal('thresholds'), cuts: z.array(z.number()).min(1).max(9) }),
  /** Cut points at j/k, Hyndman–Fan type 7. */
  z.object({ method: z.literal('quantiles'), k: z.int().min(2).max(10) }),
  /** Cumulated share of the value, limits ascending. */
  z.object({
    method: z.literal('abc'),
    limitsBps: z.array(shareBpsSchema).min(1).max(9).default([8000, 9500]),
    /** The group of equal values that crosses a limit belongs to the better class. */
    reach: z.boolean().default(false),
  }),
  /** Share of the customers, most valuable first; limits ascending. */
  z.object({
    method: z.literal('headcount'),
    limitsBps: z.array(shareBpsSchema).min(1).max(9).default([2000, 5000]),
    reach: z.boolean().default(false),
  }),
  /** k classes of about the same volume. */
  z.object({ method: z.literal('volume'), k: z.int().min(2).max(10) }),
  /** ⌊rank·k/(n+1)⌋ on ascending mean ranks, as SAS PROC RANK. */
  z.object({ method: z.literal('ranks'), k: z.int().min(2).max(10) }),
])
export type Classification = z.infer<typeof classificationSchema>

export const missingPolicySchema = z.discriminatedUnion('policy', [
  z.object({ policy: z.literal('unqualified') }),
  z.object({ policy: z.literal('lowest') }),
  z.object({ policy: z.literal('default'), value: z.number() }),
])
export type MissingPolicy = z.infer<typeof missingPolicySchema>

export const axisSchema = z.object({
  code: codeSchema,
  name: z.string().min(1).max(60),
  source: axisSourceSchema,
  missing: missingPolicySchema,
  /** Cut-offs, ranks and shares are taken inside these groups; null = the whole universe. */
  groupBy: z.enum(['specialty', 'region']).nullable(),
  classification: classificationSchema,
  /** Best first; as many as the method makes. */
  classes: z
    .array(z.object({ code: codeSchema, name: z.string().min(1).max(40) }))
    .min(2)
    .max(10),
})
export type Axis = z.infer<typeof axisSchema>

export const segmentSchema = z.object({
  code: codeSchema,
  name: z.string().min(1).max(40),
  colour: z.string().regex(/^#[0-9a-f]{6}$/),
  /** 1 = the first segment. Also the digit of its swatch. */
  rank: z.int().min(1).max(99),
  /** What a contact there is worth in rankings, thousandths. */
  valueMilli: z.int().min(0).max(1_000_000).default(1000),
})
export type Segment = z.infer<typeof segmentSchema>

export const ruleSchema = z.object({
  id: codeSchema,
  condition: conditionSchema,
  outcome: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('segment'), segment: codeSchema }),
    z.object({ kind: z.literal('exclude') }),
  ]),
})
export type Rule = z.infer<typeof ruleSchema>

export const segmentationSchema = z.object({
  /** `general`, or the code of the product that it serves. */
  code: codeSchema,
  axes: z.array(axisSchema).min(1).max(6),
  matrix: z.object({
    rows: codeSchema,
    columns: codeSchema,
    /** A third axis: the matrix once for each of its classes. Left out = two axes. */
    layers: codeSchema.optional(),
    /**
     * cells[class of rows][class of columns] = segment code, best class first. With layers their lines stand one under
     * the other: cells[class of layers × number of rows + class of rows].
     */
    cells: z.array(z.array(codeSchema)),
  }),
  segments: z.array(segmentSchema).min(1).max(30),
  /** After the matrix, the first that matches wins. */
  rules: z.array(ruleSchema).max(100),
})
export type Segmentation = z.infer<typeof segmentationSchema>
