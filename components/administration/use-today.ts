'use client'
import { useNow, useTimeZone } from 'next-intl'
import { wallClock } from '#components/ui/format.ts'

/** The day that it is where the lab is. */
export const useToday = (): string => {
  const now = useNow()
  const timeZone = useTimeZone() ?? 'Europe/Paris'
  return wallClock(now.toISOString(), timeZone).day
}
