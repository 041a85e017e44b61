import { addDays } from '#src/lib/calendar.ts'

/** A day of the contract as Prisma wants a `date` column, and back. */
export const toDate = (day: string): Date => new Date(`${day}T00:00:00Z`)
export const toDay = (date: Date): string => date.toISOString().slice(0, 10)

export const toDateOrNull = (day: string | null | undefined): Date | null => (day ? toDate(day) : null)
export const toDayOrNull = (date: Date | null): string | null => (date ? toDay(date) : null)

/** A period is stored half-open; people read its last day. */
export const lastDayOf = (endsBefore: Date | null): string | null =>
  endsBefore ? addDays(toDay(endsBefore), -1) : null
export const endsBeforeOf = (lastDay: string | null | undefined): Date | null =>
  lastDay ? toDate(addDays(lastDay, 1)) : null

/** Prisma filter: the period holds this day. */
export const inForce = (day: string) => ({
  startsOn: { lte: toDate(day) },
  OR: [{ endsBefore: null }, { endsBefore: { gt: toDate(day) } }],
})
