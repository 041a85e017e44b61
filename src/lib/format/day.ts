import { thinSpace, type FormatLocale } from './number.ts'

const monthNames = {
  fr: [
    'janvier',
    'février',
    'mars',
    'avril',
    'mai',
    'juin',
    'juillet',
    'août',
    'septembre',
    'octobre',
    'novembre',
    'décembre',
  ],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
} as const
const shortMonths = {
  fr: ['janv.', 'févr.', 'mars', 'avril', 'mai', 'juin', 'juil.', 'août', 'sept.', 'oct.', 'nov.', 'déc.'],
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
} as const
const weekdays = {
  fr: ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
} as const

export type DayStyle = 'short' | 'long' | 'weekday' | 'year' | 'month'

const dayMilliseconds = 86_400_000
const utc = (day: string) => Date.parse(`${day}T00:00:00Z`)
export const daysBetween = (from: string, to: string) => Math.round((utc(to) - utc(from)) / dayMilliseconds)
const weekdayOf = (day: string) => ((daysBetween('1970-01-05', day) % 7) + 7) % 7

/** A day `YYYY-MM-DD`: short « 12 juil. », long « 12 juillet », weekday « jeudi 16 juillet », year « 12 juillet 2026 », month « juillet ». */
export function formatDay(day: string, locale: FormatLocale, style: DayStyle = 'short'): string {
  const [year = '', month = '', date = ''] = day.split('-')
  const monthIndex = Number(month) - 1
  const number = Number(date)
  const name = (style === 'short' ? shortMonths : monthNames)[locale][monthIndex]
  if (!name || !number) return '–'
  if (style === 'month') return name
  // The first of the month is an ordinal in French, and only the first.
  const first = locale === 'fr' && number === 1 ? '1er' : String(number)
  const plain = `${first}\u00a0${name}`
  if (style === 'year') return `${plain} ${year}`
  return style === 'weekday' ? `${weekdays[locale][weekdayOf(day)] ?? ''} ${plain}` : plain
}

/** « 4 mai – 28 août », with the year only when asked. */
export const formatDayRange = (from: string, to: string, locale: FormatLocale, style: DayStyle = 'short') =>
  `${formatDay(from, locale, style)} – ${formatDay(to, locale, style)}`

/** Minutes since midnight: « 9:08 ». */
export const formatMinutes = (minutes: number) =>
  `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`

const words = {
  fr: {
    today: 'aujourd’hui',
    yesterday: 'hier',
    tomorrow: 'demain',
    now: 'à l’instant',
    minute: 'min',
    hour: 'h',
    day: 'j',
  },
  en: {
    today: 'today',
    yesterday: 'yesterday',
    tomorrow: 'tomorrow',
    now: 'just now',
    minute: 'min',
    hour: 'h',
    day: 'd',
  },
} as const

/** A day told from today: hier, aujourd’hui, demain, else « 12 mars » (with the year when it is another). */
export function formatRelativeDay(day: string, today: string, locale: FormatLocale): string {
  const distance = daysBetween(today, day)
  const { today: same, yesterday, tomorrow } = words[locale]
  if (distance === 0) return same
  if (distance === -1) return yesterday
  if (distance === 1) return tomorrow
  return formatDay(day, locale, day.slice(0, 4) === today.slice(0, 4) ? 'short' : 'year')
}

/** What is left or gone, in its two largest units: « 2 j 15 h », « 15 h 20 min », « 3 min ». */
export function formatDuration(milliseconds: number, locale: FormatLocale): string {
  const minutes = Math.max(0, Math.floor(milliseconds / 60_000))
  const { day, hour, minute } = words[locale]
  const parts: [number, string][] = [
    [Math.floor(minutes / 1440), day],
    [Math.floor(minutes / 60) % 24, hour],
    [minutes % 60, minute],
  ]
  const largest = parts.findIndex(([count]) => count > 0)
  const first = largest === -1 ? 2 : largest
  return parts
    .slice(first, first + 2)
    .filter(([count], index) => count > 0 || index === 0)
    .map(([count, unit]) => `${count}${thinSpace}${unit}`)
    .join(' ')
}
