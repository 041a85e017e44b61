import * as z from 'zod'
import { cycleCriterionSchema } from '#src/engine/configuration/criteria.ts'
import { commandIdSchema, daySchema, idInputSchema, idSchema, instantSchema } from './common.ts'
import { procedure } from './procedure.ts'
import { criterionKinds, criterionLevels } from './words.ts'

const textSchema = z.object({ fr: z.string().trim().max(200), en: z.string().trim().max(200) })
const labelSchema = z.object({
  fr: z.string().trim().min(1).max(200),
  en: z.string().trim().min(1).max(200),
})
const codeSchema = cycleCriterionSchema.shape.code

/** A criterion with how this cycle asks it. Kind, level and option codes never change once they exist. */
export const criterionSchema = z.object({
  code: codeSchema,
  kind: z.enum([...criterionKinds, 'TEXT']),
  level: z.enum(criterionLevels),
  unit: z.string().trim().max(40).nullable(),
  labels: labelSchema,
  help: textSchema,
  required: z.boolean(),
  minimum: z.number().nullable(),
  maximum: z.number().nullable(),
  options: z.array(z.object({ code: codeSchema, labels: labelSchema, points: z.number() })).max(40),
  validityMonths: z.int().min(1).max(120).nullable(),
  /** Codes of sources, the one that wins first. */
  sources: z.array(codeSchema).min(1).max(20),
})
export type CriterionDto = z.infer<typeof criterionSchema>

const criteriaSchema = z.object({
  cycleId: idSchema,
  cycleName: z.string(),
  /** Of the working configuration. */
  version: z.int(),
  editable: z.boolean(),
  criteria: z.array(criterionSchema),
  /** The lab's criteria that this cycle does not ask. */
  library: z.array(criterionSchema),
  sources: z.array(z.object({ code: z.string(), label: z.string(), kind: z.string() })),
})
export type CriteriaDto = z.infer<typeof criteriaSchema>

const change = { id: idSchema, commandId: commandIdSchema, version: z.int() }

const questionHeadSchema = z.object({
  key: z.string(),
  labels: textSchema,
  required: z.boolean(),
})
const completenessSchema = z.object({
  cycleId: idSchema,
  cycleName: z.string(),
  referenceDay: daySchema,
  questions: z.array(questionHeadSchema),
  sectors: z.array(
    z.object({
      id: idSchema,
      code: z.string(),
      name: z.string(),
      regionId: idSchema,
      region: z.string(),
      hcps: z.int(),
      /** By question: hcps with an answer that counts, and with one that has expired. */
      present: z.array(z.int()),
      expired: z.array(z.int()),
    }),
  ),
})
export type CompletenessDto = z.infer<typeof completenessSchema>

const behindSchema = z.object({
  total: z.int(),
  items: z.array(
    z.object({
      hcpId: idSchema,
      name: z.string(),
      specialty: z.string().nullable(),
      place: z.string().nullable(),
      sectorId: idSchema,
      state: z.enum(['present', 'expired', 'missing']),
    }),
  ),
})
export type HcpsBehindDto = z.infer<typeof behindSchema>

export const answerStates = ['VALUE', 'UNKNOWN', 'NOT_APPLICABLE'] as const
const valueSchema = z.union([z.number(), z.boolean(), z.string().max(500)])

const formHcpSchema = z.object({
  id: idSchema,
  name: z.string(),
  specialty: z.string().nullable(),
  place: z.string().nullable(),
  /** Questions answered, of those that can be: « 5 sur 7 ». */
  answered: z.int(),
  total: z.int(),
  expired: z.int(),
  /** Every required question that the field may answer is answered. */
  finished: z.boolean(),
})
export type FormHcp = z.infer<typeof formHcpSchema>

const worklistSchema = z.object({
  cycleId: idSchema,
  cycleName: z.string(),
  endsOn: daySchema.nullable(),
  daysLeft: z.int().nullable(),
  hcps: z.array(formHcpSchema),
})
export type Worklist = z.infer<typeof worklistSchema>

const formAnswerSchema = z.object({
  state: z.enum(answerStates),
  value: valueSchema.nullable(),
  observedOn: daySchema,
  enteredAt: instantSchema,
  expired: z.boolean(),
  /** The day from which it no longer counts. */
  expiresOn: daySchema.nullable(),
  source: z.string(),
  /** Entered by the person who asks. */
  mine: z.boolean(),
  author: z.string().nullable(),
  inheritedFrom: z.string().nullable(),
})
export type FormAnswer = z.infer<typeof formAnswerSchema>

/** A question as the rep sees it: never with points. */
const formQuestionSchema = z.object({
  key: z.string(),
  kind: z.enum([...criterionKinds, 'TEXT']),
  labels: textSchema,
  help: textSchema,
  unit: z.string().nullable(),
  required: z.boolean(),
  minimum: z.number().nullable(),
  maximum: z.number().nullable(),
  options: z.array(z.object({ code: z.string(), labels: textSchema })),
  /** Comes from elsewhere: shown, not asked. */
  locked: z.boolean(),
  answer: formAnswerSchema.nullable(),
})
export type FormQuestion = z.infer<typeof formQuestionSchema>

const formSchema = z.object({
  cycleId: idSchema,
  cycleName: z.string(),
  hcp: z.object({
    id: idSchema,
    name: z.string(),
    specialty: z.string().nullable(),
    place: z.string().nullable(),
    segment: z.object({ name: z.string(), colour: z.string(), rank: z.int() }).nullable(),
  }),
  questions: z.array(formQuestionSchema),
})
export type FormDto = z.infer<typeof formSchema>

export const answerInputSchema = z.object({
  /** Made on the device: the same answer sent twice is one. */
  clientId: commandIdSchema,
  cycleId: idSchema,
  hcpId: idSchema,
  key: z.string().max(100),
  /** WITHDRAWN takes back what this person's source said last. */
  state: z.enum([...answerStates, 'WITHDRAWN']),
  value: valueSchema.nullable(),
  /** The day it was given, where that is not today. */
  observedOn: daySchema.optional(),
})
export type AnswerInput = z.infer<typeof answerInputSchema>

const tag = { tags: ['internal'] }

export const qualificationContract = {
  criteria: procedure('criteria.read')
    .route({ method: 'GET', path: '/cycles/{id}/criteria', summary: 'Criteria of a cycle', ...tag })
    .input(idInputSchema)
    .output(criteriaSchema),
  saveCriterion: procedure('criteria.write')
    .route({ method: 'PUT', path: '/cycles/{id}/criteria', summary: 'Add or change a criterion', ...tag })
    .input(z.object({ ...change, criterion: criterionSchema }))
    .output(criteriaSchema),
  arrangeCriteria: procedure('criteria.write')
    .route({
      method: 'PUT',
      path: '/cycles/{id}/criteria/order',
      summary: 'Order the criteria of a cycle; those left out are no longer asked',
      ...tag,
    })
    .input(z.object({ ...change, codes: z.array(codeSchema).max(100) }))
    .output(criteriaSchema),
  completeness: procedure('qualification.read')
    .route({
      method: 'GET',
      path: '/cycles/{id}/completeness',
      summary: 'Answers present, by sector and question',
      ...tag,
    })
    .input(idInputSchema)
    .output(completenessSchema),
  hcpsBehind: procedure('qualification.read')
    .route({
      method: 'GET',
      path: '/cycles/{id}/completeness/hcps',
      summary: 'The hcps behind a figure of completeness',
      ...tag,
    })
    .input(
      z.object({
        id: idSchema,
        sectorId: idSchema.nullable().default(null),
        key: z.string().max(100),
        state: z.enum(['present', 'expired', 'missing', 'toAsk']),
        limit: z.int().min(1).max(500).default(200),
      }),
    )
    .output(behindSchema),
  worklists: procedure('qualification.answer')
    .route({ method: 'GET', path: '/qualification/worklists', summary: 'hcps to qualify', ...tag })
    .output(z.object({ items: z.array(worklistSchema) })),
  form: procedure('qualification.read')
    .route({
      method: 'GET',
      path: '/qualification/{cycleId}/hcps/{hcpId}',
      summary: 'The form of one hcp',
      ...tag,
    })
    .input(z.object({ cycleId: idSchema, hcpId: idSchema }))
    .output(formSchema),
  answer: procedure('qualification.answer')
    .route({ method: 'POST', path: '/qualification/answers', summary: 'Answer one question', ...tag })
    .input(answerInputSchema)
    .output(z.object({ key: z.string(), answer: formAnswerSchema.nullable() })),
}
