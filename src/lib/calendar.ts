/**
 * Days without a clock or a time zone: `YYYY-MM-DD` texts and day numbers (days since 1970-01-01, proleptic Gregorian).
 * The conversion is Howard Hinnant's days-from-civil.
 */
export type DayText = string

const dayPattern = /^(\d{4})-(\d{2})-(\d{2})$/

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

export type CivilDay = { year: number; month: number; day: number }

function civilToNumber({ year, month, day }: CivilDay): number {
  const shifted = month <= 2 ? year - 1 : year
  const era = Math.floor(shifted / 400)
  const yearOfEra = shifted - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  return (
    era * 146_097 +
    yearOfEra * 365 +
    Math.floor(yearOfEra / 4) -
    Math.floor(yearOfEra / 100) +
    dayOfYear -
    719_468
  )
}

export function civilDay(day: number): CivilDay {
  const shifted = day + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const leapDays =
    Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096)
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365)
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  }
}

/** Day number of a text, or null when it is not a day that exists. */
export function parseDay(text: string): number | null {
  const match = dayPattern.exec(text)
  if (!match) return null
  const civil = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) }
  const exists =
    civil.month >= 1 &&
    civil.month <= 12 &&
    civil.day >= 1 &&
    civil.day <= daysInMonth(civil.year, civil.month)
  return exists ? civilToNumber(civil) : null
}

/** Day number of a text that must be a day. Throws a RangeError. */
export function dayNumber(text: DayText): number {
  const day = parseDay(text)
  if (day === null) throw new RangeError(`not a day: ${text}`)
  return day
}

export function dayText(day: number): DayText {
  const civil = civilDay(day)
  const pad = (value: number, width: number) => String(value).padStart(width, '0')
  return `${pad(civil.year, 4)}-${pad(civil.month, 2)}-${pad(civil.day, 2)}`
}

export function addDays(day: DayText, days: number): DayText {
  return dayText(dayNumber(day) + days)
}

/** The same day of another month, or that month's last day where it has none: 31 March − 1 month = 28 or 29 February. */
export function shiftMonths(day: number, months: number): number {
  const civil = civilDay(day)
  const index = civil.year * 12 + civil.month - 1 + months
  const year = Math.floor(index / 12)
  const month = index - year * 12 + 1
  return civilToNumber({ year, month, day: Math.min(civil.day, daysInMonth(year, month)) })
}

export function addMonths(day: DayText, months: number): DayText {
  return dayText(shiftMonths(dayNumber(day), months))
}

/**
 * Whole months from one day number to another: the largest m with `shiftMonths(to, −m) ≥ from`. Negative when `from` is
 * later than `to`.
 */
export function wholeMonths(from: number, to: number): number {
  const start = civilDay(from)
  const end = civilDay(to)
  const months = (end.year - start.year) * 12 + end.month - start.month
  return shiftMonths(to, -months) >= from ? months : months - 1
}

/** Days from one day to another; negative when the second is earlier. */
export function daysBetween(from: DayText, to: DayText): number {
  return dayNumber(to) - dayNumber(from)
}

/** 1 = Monday … 7 = Sunday. */
export function isoWeekday(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1
}

/** Every day of a closed interval, ascending; empty when it ends before it begins. */
export function eachDay(first: DayText, last: DayText): DayText[] {
  const start = dayNumber(first)
  return Array.from({ length: Math.max(dayNumber(last) - start + 1, 0) }, (_, offset) =>
    dayText(start + offset),
  )
}
