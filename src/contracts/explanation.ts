import * as z from 'zod'
import { daySchema, idSchema } from './common.ts'

/** Why an hcp is in its segment: the engine's terms, the words of the configuration, and where each answer comes from. */

const scalarSchema = z.union([z.number(), z.string(), z.boolean()])
const labelSchema = z.object({ fr: z.string(), en: z.string() })
const kindSchema = z.enum(['NUMBER', 'INTEGER', 'PERCENT', 'CHOICE', 'SCALE', 'BOOLEAN', 'DATE', 'TEXT'])

/** As the engine's `Explanation`. */
export const explanationTermsSchema = z.object({
  hcpId: idSchema,
  status: z.enum(['segment', 'excluded', 'outside']),
  segment: z.string().nullable(),
  answers: z.array(z.object({ criterion: z.string(), kind: kindSchema, value: scalarSchema.nullable() })),
  axes: z.array(
    z.object({
      axis: z.string(),
      value: z.number().nullable(),
      defaulted: z.boolean(),
      formula: z.string().nullable(),
      terms: z.array(
        z.object({
          criterion: z.string(),
          value: scalarSchema.nullable(),
          normalisation: z.enum(['identity', 'minmax', 'percentile']).nullable(),
          number: z.number().nullable(),
          normalised: z.number().nullable(),
          weight: z.number(),
          contribution: z.number().nullable(),
        }),
      ),
      group: z.string().nullable(),
      class: z.string().nullable(),
      from: z.number().nullable(),
      next: z.object({ class: z.string(), from: z.number() }).nullable(),
    }),
  ),
  cell: z
    .object({
      rowClass: z.string(),
      columnClass: z.string(),
      layerClass: z.string().nullable(),
      segment: z.string(),
    })
    .nullable(),
  rule: z.object({ id: z.string(), position: z.int(), segment: z.string().nullable() }).nullable(),
  smallestChange: z
    .object({
      criterion: z.string(),
      from: scalarSchema,
      to: scalarSchema,
      by: z.number(),
      share: z.number(),
      status: z.enum(['segment', 'excluded']),
      segment: z.string().nullable(),
    })
    .nullable(),
})
export type ExplanationTerms = z.infer<typeof explanationTermsSchema>

/** What the codes of an explanation are called. */
export const explanationWordsSchema = z.object({
  axes: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      classes: z.array(z.object({ code: z.string(), name: z.string() })),
    }),
  ),
  segments: z.array(z.object({ code: z.string(), name: z.string(), rank: z.int() })),
  criteria: z.array(
    z.object({
      code: z.string(),
      label: labelSchema,
      kind: kindSchema,
      unit: z.string().nullable(),
      options: z.array(z.object({ code: z.string(), label: labelSchema })),
    }),
  ),
})
export type ExplanationWords = z.infer<typeof explanationWordsSchema>

/** Where the answer to a criterion comes from, as it stands today. */
export const answerSourceSchema = z.object({
  criterion: z.string(),
  value: scalarSchema.nullable(),
  source: z.string(),
  /** Entered by a person of the lab, and by the reader. */
  author: z.string().nullable(),
  mine: z.boolean(),
  observedOn: daySchema,
})
export type AnswerSource = z.infer<typeof answerSourceSchema>

export const hcpExplanationSchema = z.object({
  hcpId: idSchema,
  cycleId: idSchema,
  segmentation: z.string(),
  /** null = the hcp was not in the computation, or what it was computed from is no longer kept. */
  explanation: explanationTermsSchema.nullable(),
  /** As stored with the computation; null when the hcp was not in it. */
  assigned: z
    .object({ segment: z.string().nullable(), classes: z.record(z.string(), z.string().nullable()) })
    .nullable(),
  words: explanationWordsSchema,
  sources: z.array(answerSourceSchema),
})
export type HcpExplanation = z.infer<typeof hcpExplanationSchema>
