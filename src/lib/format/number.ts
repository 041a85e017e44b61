export type FormatLocale = 'fr' | 'en'

/** U+202F: the narrow space that French puts in thousands and before % ; : ! ? */
export const thinSpace = '\u202f'
const minus = '\u2212'

const separators = {
  fr: { thousands: thinSpace, decimal: ',', unit: thinSpace },
  en: { thousands: ',', decimal: '.', unit: '' },
} as const

function grouped(digits: string, separator: string): string {
  let text = ''
  for (let index = 0; index < digits.length; index += 1) {
    if (index > 0 && (digits.length - index) % 3 === 0) text += separator
    text += digits[index]
  }
  return text
}

/** A number as the reader writes it; half rounds away from zero; a true minus sign; −0 reads 0. Not finite reads « – ». */
export function formatNumber(value: number, locale: FormatLocale, decimals = 0): string {
  if (!Number.isFinite(value)) return '–'
  const { thousands, decimal } = separators[locale]
  // Through the shortest decimal text, so that 1.005 rounds as it reads and not as it is stored.
  const scaled = Math.round(Number(`${Math.abs(value)}e${decimals}`))
  const size = Number.isNaN(scaled)
    ? Math.abs(value).toFixed(decimals)
    : Number(`${scaled}e-${decimals}`).toFixed(decimals)
  const [whole = '0', fraction] = size.split('.')
  const text = grouped(whole, thousands) + (fraction ? decimal + fraction : '')
  return value < 0 && scaled !== 0 ? minus + text : text
}

/** With its sign; what rounds to nothing reads `=`, or `zero` when given. */
export function formatSigned(value: number, locale: FormatLocale, decimals = 0, zero = '='): string {
  const text = formatNumber(value, locale, decimals)
  if (!/[1-9]/.test(text)) return Number.isFinite(value) ? zero : text
  return value > 0 ? `+${text}` : text
}

export type NumberParts = { value: string; unit: string }

/** A share in basis points, number and unit apart so that the unit can be small and grey; the unit carries its space. */
export const percentParts = (shareBps: number, locale: FormatLocale, decimals = 0): NumberParts => ({
  value: formatNumber(shareBps / 100, locale, decimals),
  unit: `${separators[locale].unit}%`,
})

/** « 92 % », 92% */
export function formatPercent(shareBps: number, locale: FormatLocale, decimals = 0): string {
  const { value, unit } = percentParts(shareBps, locale, decimals)
  return Number.isFinite(shareBps) ? value + unit : value
}

/** A chance is never 0 nor 100: « < 1 % » below one in a hundred, « > 99 % » above ninety-nine. */
export function probabilityParts(probabilityBps: number, locale: FormatLocale): NumberParts {
  if (probabilityBps < 100) return { value: `<${thinSpace}1`, unit: `${separators[locale].unit}%` }
  if (probabilityBps > 9900) return { value: `>${thinSpace}99`, unit: `${separators[locale].unit}%` }
  return percentParts(probabilityBps, locale)
}

export function formatProbability(probabilityBps: number, locale: FormatLocale): string {
  if (!Number.isFinite(probabilityBps)) return '–'
  const { value, unit } = probabilityParts(probabilityBps, locale)
  return value + unit
}

/** Money held in cents, in whole euros, or in thousands from 100,000 € on when `compact`. */
export function formatMoney(cents: number, locale: FormatLocale, compact = false): string {
  const thousands = compact && Math.abs(cents) >= 10_000_000
  const amount = formatNumber(cents / (thousands ? 100_000 : 100), locale)
  const symbol = thousands ? 'k€' : '€'
  return locale === 'fr'
    ? `${amount}\u00a0${symbol}`
    : `${symbol === 'k€' ? '€' : symbol}${amount}${thousands ? 'k' : ''}`
}

/** Loads and weights held in thousandths: one decimal only where it says something. */
export function formatMilli(milli: number, locale: FormatLocale, decimals = 1): string {
  const whole = milli % 1000 === 0
  return formatNumber(milli / 1000, locale, whole ? 0 : decimals)
}
