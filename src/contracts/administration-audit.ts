import * as z from 'zod'
import { daySchema, idSchema, instantSchema, pageInputSchema, pageSchema } from './common.ts'
import { procedure } from './procedure.ts'

export const auditRowSchema = z.object({
  number: z.int(),
  at: instantSchema,
  member: z.object({ id: idSchema, name: z.string() }).nullable(),
  action: z.string(),
  subjectKind: z.string(),
  subjectId: z.string(),
  /** Name of what was touched, where it is one of the lab's own things. Never an hcp's. */
  subjectName: z.string().nullable(),
  change: z.record(z.string(), z.unknown()),
})
export type AuditRow = z.infer<typeof auditRowSchema>

export const auditFilterSchema = z.object({
  memberId: idSchema.optional(),
  /** First part of the action: plan, cycle, member… */
  area: z.string().max(40).optional(),
  subjectId: z.string().max(60).optional(),
  from: daySchema.optional(),
  to: daySchema.optional(),
})
export type AuditFilter = z.infer<typeof auditFilterSchema>

export const auditContract = {
  list: procedure('audit.read')
    .route({ method: 'GET', path: '/audit', summary: 'Who did what and when', tags: ['internal'] })
    .input(auditFilterSchema.extend(pageInputSchema.shape))
    .output(pageSchema(auditRowSchema)),
  choices: procedure('audit.read')
    .route({
      method: 'GET',
      path: '/audit/choices',
      summary: 'What the journal filters by',
      tags: ['internal'],
    })
    .output(
      z.object({
        areas: z.array(z.string()),
        members: z.array(z.object({ id: idSchema, name: z.string() })),
      }),
    ),
  verify: procedure('audit.read')
    .route({
      method: 'GET',
      path: '/audit/verify',
      summary: 'Recompute the chain of the trail',
      tags: ['internal'],
    })
    .output(z.object({ entries: z.int(), brokenAt: z.int().nullable() })),
}
