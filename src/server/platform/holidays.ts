import type { Tx } from './tx.ts'

export const holidayZones = [
  'METROPOLE',
  'ALSACE_MOSELLE',
  'GUADELOUPE',
  'MARTINIQUE',
  'GUYANE',
  'LA_REUNION',
  'MAYOTTE',
] as const
export type HolidayZone = (typeof holidayZones)[number]

/** Public holidays of zones, as stored at setup from a library. Days YYYY-MM-DD, `from` and `until` included. */
export async function publicHolidays(tx: Tx, from: string, until: string): Promise<Map<string, Set<string>>> {
  const rows = await tx.publicHoliday.findMany({
    where: { day: { gte: new Date(from), lte: new Date(until) } },
    select: { zone: true, day: true },
  })
  const byZone = new Map<string, Set<string>>()
  for (const { zone, day } of rows) {
    const days = byZone.get(zone) ?? new Set<string>()
    days.add(day.toISOString().slice(0, 10))
    byZone.set(zone, days)
  }
  return byZone
}
