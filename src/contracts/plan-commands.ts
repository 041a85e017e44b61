import * as z from 'zod'
import { commandIdSchema, idSchema, instantSchema } from './common.ts'
import { changeKinds, contactsSchema, planLineSchema, planStateSchema } from './plan-document.ts'

export const planLimits = [
  'state',
  'value',
  'channel',
  'locked',
  'blocked',
  'yearlyCap',
  'done',
  'deadline',
  'frequencyMinimum',
  'frequencyMaximum',
  'changes',
] as const

const paramsSchema = z.record(z.string(), z.union([z.string(), z.number()]))

export const limitBreachSchema = z.object({
  limit: z.enum(planLimits),
  mode: z.enum(['refuse', 'manager']),
  excess: z.number(),
  params: paramsSchema,
})
export type LimitBreachDto = z.infer<typeof limitBreachSchema>

/** What a rep asks for one professional, and the lines that the screen knew when it was asked. */
export const planChangeSchema = z.object({
  hcpId: idSchema,
  /** Version of each of its lines, by channel; a line that is not there yet is absent. */
  known: z.record(z.string().max(60), z.int()),
  contacts: z.array(z.object({ channel: z.string().max(60), proposed: contactsSchema })).max(30),
  reason: z.string().max(60).nullable().optional(),
  comment: z.string().max(500).nullable().optional(),
})
export type PlanChangeInput = z.infer<typeof planChangeSchema>

export const saveChangesInputSchema = z.object({
  id: idSchema,
  commandId: commandIdSchema,
  changes: z.array(planChangeSchema).min(1).max(400),
})
export type SaveChangesInput = z.infer<typeof saveChangesInputSchema>

export const savedChangeSchema = z.object({
  hcpId: idSchema,
  outcome: z.enum(['accepted', 'manager', 'refused']),
  kind: z.enum(changeKinds).nullable(),
  breaches: z.array(limitBreachSchema),
  /** The lines as they now stand. */
  lines: z.array(planLineSchema),
})
/** Lines that somebody else changed meanwhile: nothing of this change was kept. */
export const lineConflictSchema = z.object({
  hcpId: idSchema,
  by: z.string().nullable(),
  at: instantSchema.nullable(),
  lines: z.array(planLineSchema),
})
export type LineConflict = z.infer<typeof lineConflictSchema>

export const saveResultSchema = z.object({
  saved: z.array(savedChangeSchema),
  conflicts: z.array(lineConflictSchema),
  /** Before and after this save; when the first is not what the screen had, somebody else saved too. */
  revisionBefore: z.int(),
  revision: z.int(),
  savedAt: instantSchema,
})
export type SaveResult = z.infer<typeof saveResultSchema>

const stateChange = { id: idSchema, commandId: commandIdSchema, revision: z.int() }
const password = z.string().min(1).max(200)
const comment = z.string().trim().max(1000)

export const submitInputSchema = z.object({ ...stateChange, password, comment: comment.nullable() })
export const approveInputSchema = z.object({ ...stateChange, password, comment: comment.nullable() })
export const returnInputSchema = z.object({ ...stateChange, comment: comment.min(1) })
export const decideInputSchema = z.object({
  ...stateChange,
  hcpIds: z.array(idSchema).min(1).max(1000),
  decision: z.enum(['ACCEPTED', 'REFUSED']),
  comment: comment.nullable(),
})
export type DecideInput = z.infer<typeof decideInputSchema>
/** Without the password: what the steps inside take. */
export type StateChangeInput = Omit<z.infer<typeof submitInputSchema>, 'password'>
export type ReturnInput = z.infer<typeof returnInputSchema>

export const planStateResultSchema = z.object({
  id: idSchema,
  state: planStateSchema,
  revision: z.int(),
  /** Of the content signed or sealed; null where nothing was. */
  sha256: z.string().nullable(),
})
export type PlanStateResult = z.infer<typeof planStateResultSchema>
