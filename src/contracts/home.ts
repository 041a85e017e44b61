import * as z from 'zod'
import { auditRowSchema } from './administration-audit.ts'
import { daySchema, idSchema } from './common.ts'
import { procedure } from './procedure.ts'

export const taskKinds = [
  'first-cycle',
  'first-members',
  'first-territory',
  'first-directory',
  'checklist',
  'qualify',
  'finish-plan',
  'returned-plan',
  'approve-plans',
  'late-plans',
  'open-plans',
  'alerts',
  'import-errors',
  'vacant-sectors',
  'no-working-time',
  'white-zone',
  'invitations',
] as const
export type TaskKind = (typeof taskKinds)[number]

/** One thing to do: a figure, what it is, until when, and where it is done. */
export const taskSchema = z.object({
  kind: z.enum(taskKinds),
  value: z.int(),
  /** « x of y » where the whole is known. */
  total: z.int().nullable(),
  cycle: z.object({ id: idSchema, name: z.string() }).nullable(),
  dueOn: daySchema.nullable(),
  /** The first ones by name, and how many more. */
  names: z.array(z.string()),
  more: z.int(),
  /** The screen that fixes it. */
  href: z.string(),
})
export type HomeTask = z.infer<typeof taskSchema>

/** How the cycle that runs stands, as the last computation stored it. */
export const standingSchema = z.object({
  cycle: z.object({ id: idSchema, name: z.string() }),
  asOf: daySchema,
  attainmentBps: z.int().nullable(),
  expectedBps: z.int().nullable(),
  probabilityBps: z.int().nullable(),
  sectors: z.int(),
  /** Sectors whose chance of keeping is under the alert. */
  atRisk: z.int(),
})
export type HomeStanding = z.infer<typeof standingSchema>

export const homeSchema = z.object({
  today: daySchema,
  perimeter: z.object({ sectors: z.array(z.string()), regions: z.array(z.string()) }),
  /** The cycle that runs in this person's networks, whether or not figures are stored yet. */
  runningCycle: z.object({ id: idSchema, name: z.string() }).nullable(),
  standing: standingSchema.nullable(),
  /** The cycle whose plans are looked at: in engagement, else running. */
  plansCycleId: idSchema.nullable(),
  tasks: z.array(taskSchema),
  /** Who did what lately; null for those who follow one perimeter. */
  activity: z
    .array(auditRowSchema.pick({ number: true, at: true, member: true, action: true, subjectName: true }))
    .nullable(),
})
export type HomeDto = z.infer<typeof homeSchema>

export const homeContract = {
  get: procedure('home.read')
    .route({
      method: 'GET',
      path: '/home',
      summary: 'What waits for me, and how things stand',
      tags: ['internal'],
    })
    .output(homeSchema),
}
