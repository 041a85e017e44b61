'use client'
import { useLocale, useTimeZone } from 'next-intl'
import { useMemo } from 'react'
import {
  formatDay,
  formatDayRange,
  formatDuration,
  formatMinutes,
  formatRelativeDay,
  type DayStyle,
} from '#src/lib/format/day.ts'
import {
  formatMilli,
  formatMoney,
  formatNumber,
  formatPercent,
  formatProbability,
  formatSigned,
  percentParts,
  probabilityParts,
  type FormatLocale,
} from '#src/lib/format/number.ts'

const clocks = new Map<string, Intl.DateTimeFormat>()

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  })
  clocks.set(timeZone, made)
  return made
}

/** What a clock on the wall of that zone shows at this instant. */
export function wallClock(instant: string, timeZone: string): { day: string; minutes: number } {
  const parts = new Map(
    clockOf(timeZone)
      .formatToParts(new Date(instant))
      .map((part) => [part.type, part.value]),
  )
  const day = `${parts.get('year') ?? ''}-${parts.get('month') ?? ''}-${parts.get('day') ?? ''}`
  return { day, minutes: Number(parts.get('hour') ?? 0) * 60 + Number(parts.get('minute') ?? 0) }
}

/** Every figure and date of the interface, in the reader's language. Shares in bps, money in cents, days as `YYYY-MM-DD`, instants in ISO. */
export function makeFormat(locale: FormatLocale, timeZone: string) {
  const time = (instant: string) => formatMinutes(wallClock(instant, timeZone).minutes)
  const instantDay = (instant: string, style?: DayStyle) =>
    formatDay(wallClock(instant, timeZone).day, locale, style)
  return {
    locale,
    number: (value: number | null, decimals = 0) =>
      value === null ? '–' : formatNumber(value, locale, decimals),
    signed: (value: number | null, decimals = 0, zero?: string) =>
      value === null ? '–' : formatSigned(value, locale, decimals, zero),
    percent: (shareBps: number | null, decimals = 0) =>
      shareBps === null ? '–' : formatPercent(shareBps, locale, decimals),
    percentParts: (shareBps: number | null, decimals = 0) =>
      shareBps === null ? { value: '–', unit: '' } : percentParts(shareBps, locale, decimals),
    probability: (bps: number | null) => (bps === null ? '–' : formatProbability(bps, locale)),
    probabilityParts: (bps: number | null) =>
      bps === null ? { value: '–', unit: '' } : probabilityParts(bps, locale),
    money: (cents: number | null, compact = false) =>
      cents === null ? '–' : formatMoney(cents, locale, compact),
    milli: (milli: number | null, decimals = 1) =>
      milli === null ? '–' : formatMilli(milli, locale, decimals),
    /** Contacts a day, in thousandths: always one decimal, so that two of them compare. */
    pace: (milli: number | null) => (milli === null ? '–' : formatNumber(milli / 1000, locale, 1)),
    day: (day: string | null, style?: DayStyle) => (day === null ? '–' : formatDay(day, locale, style)),
    dayRange: (from: string, to: string, style?: DayStyle) => formatDayRange(from, to, locale, style),
    relativeDay: (day: string, today: string) => formatRelativeDay(day, today, locale),
    duration: (milliseconds: number) => formatDuration(milliseconds, locale),
    time,
    instantDay,
    /** « 12 mars, 9:08 » */
    instant: (instant: string, style?: DayStyle) => `${instantDay(instant, style)}, ${time(instant)}`,
    /** « 9:12 » the same day, « hier, 23:05 » the day before, the day alone further away. */
    relativeInstant: (instant: string, now: string) => {
      const at = wallClock(instant, timeZone)
      const today = wallClock(now, timeZone).day
      if (at.day === today) return formatMinutes(at.minutes)
      const told = formatRelativeDay(at.day, today, locale)
      return /\d/.test(told) ? told : `${told}, ${formatMinutes(at.minutes)}`
    },
  }
}
export type Format = ReturnType<typeof makeFormat>

export function useFormat(): Format {
  const locale = useLocale()
  const timeZone = useTimeZone() ?? 'Europe/Paris'
  return useMemo(() => makeFormat(locale, timeZone), [locale, timeZone])
}
