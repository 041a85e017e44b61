import * as z from 'zod'
import { commandIdSchema, daySchema, idInputSchema, idSchema, okSchema, shareBpsSchema } from './common.ts'
import { procedure } from './procedure.ts'
import { absenceKinds } from './words.ts'

const workingTime = {
  /** Bit 0 = Monday morning, bit 1 = Monday afternoon … bit 9 = Friday afternoon. */
  halfDayBits: z.int().min(0).max(1023),
  fieldShareBps: shareBpsSchema,
  contactsADayMilli: z.int().min(0).max(60_000),
  startsOn: daySchema,
  endsOn: daySchema.nullable(),
}
const absence = {
  kind: z.enum(absenceKinds),
  startsOn: daySchema,
  /** The first day's morning is worked. */
  startsAtNoon: z.boolean(),
  endsOn: daySchema,
  /** The last day's afternoon is worked. */
  endsAtNoon: z.boolean(),
}
export const workingTimeSchema = z.object({ id: idSchema, ...workingTime })
export type WorkingTimeDto = z.infer<typeof workingTimeSchema>
export const absenceSchema = z.object({ id: idSchema, ...absence })
export type AbsenceDto = z.infer<typeof absenceSchema>

export const calendarMemberSchema = z.object({
  memberId: idSchema,
  name: z.string(),
  sectors: z.array(z.string()),
  workingTimes: z.array(workingTimeSchema),
  absences: z.array(absenceSchema),
})
export type CalendarMember = z.infer<typeof calendarMemberSchema>

export const closedDaySchema = z.object({
  networkId: idSchema,
  day: daySchema,
  /** 0 = closed, 5000 = half a day's work. */
  weightBps: shareBpsSchema,
  label: z.string(),
})
export type ClosedDayDto = z.infer<typeof closedDaySchema>

export const calendarSchema = z.object({
  today: daySchema,
  networks: z.array(z.object({ id: idSchema, name: z.string() })),
  members: z.array(calendarMemberSchema),
  closedDays: z.array(closedDaySchema),
})
export type CalendarDto = z.infer<typeof calendarSchema>

const saved = { id: idSchema.nullable(), commandId: commandIdSchema, memberId: idSchema }
export const saveWorkingTimeSchema = z.object({ ...saved, ...workingTime })
export const saveAbsenceSchema = z.object({ ...saved, ...absence })
export type SaveWorkingTimeInput = z.infer<typeof saveWorkingTimeSchema>
export type SaveAbsenceInput = z.infer<typeof saveAbsenceSchema>

const removed = z.object({ id: idSchema, commandId: commandIdSchema })

export const calendarContract = {
  get: procedure('calendar.read')
    .route({
      method: 'GET',
      path: '/calendar',
      summary: 'Working times, absences, closed days',
      tags: ['internal'],
    })
    .output(calendarSchema),
  saveWorkingTime: procedure('calendar.write')
    .route({
      method: 'POST',
      path: '/calendar/working-times',
      summary: 'Working time from a day on',
      tags: ['internal'],
    })
    .input(saveWorkingTimeSchema)
    .output(idInputSchema),
  saveAbsence: procedure('absences.write')
    .route({
      method: 'POST',
      path: '/calendar/absences',
      summary: 'Add or change an absence',
      tags: ['internal'],
    })
    .input(saveAbsenceSchema)
    .output(idInputSchema),
  removeAbsence: procedure('absences.write')
    .route({
      method: 'POST',
      path: '/calendar/absences/remove',
      summary: 'Remove an absence',
      tags: ['internal'],
    })
    .input(removed)
    .output(okSchema),
  saveClosedDays: procedure('closedDays.write')
    .route({
      method: 'POST',
      path: '/calendar/closed-days',
      summary: 'Weigh days of a network',
      tags: ['internal'],
    })
    .input(
      z.object({
        commandId: commandIdSchema,
        networkId: idSchema,
        from: daySchema,
        to: daySchema,
        /** null = an ordinary day again. */
        weightBps: shareBpsSchema.nullable(),
        label: z.string().trim().max(100),
      }),
    )
    .output(z.object({ days: z.int() })),
}
