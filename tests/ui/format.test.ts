import { describe, expect, it } from 'vitest'
import { makeFormat, wallClock } from '#components/ui/format.ts'
import { formatDay, formatDuration, formatRelativeDay } from '#src/lib/format/day.ts'
import {
  formatMoney,
  formatNumber,
  formatPercent,
  formatProbability,
  formatSigned,
} from '#src/lib/format/number.ts'
import { roundToTotal, wholePercents } from '#src/lib/format/rounding.ts'

const thin = '\u202f'

describe('numbers as they are read', () => {
  it.each([
    [1234567, 'fr', 0, `1${thin}234${thin}567`],
    [1234567, 'en', 0, '1,234,567'],
    [999, 'fr', 0, '999'],
    [5.3, 'fr', 1, '5,3'],
    [1.005, 'en', 2, '1.01'],
    [-30, 'fr', 0, '−30'],
    [-0.2, 'fr', 0, '0'],
    [Number.NaN, 'fr', 0, '–'],
  ] as const)('%d in %s with %d decimals', (value, locale, decimals, text) => {
    expect(formatNumber(value, locale, decimals)).toBe(text)
  })
  it('tells a sign, and nothing changed as =', () => {
    expect(formatSigned(1200, 'fr')).toBe(`+1${thin}200`)
    expect(formatSigned(-4, 'fr')).toBe('−4')
    expect(formatSigned(0.2, 'fr')).toBe('=')
  })
  it('puts a narrow space before the percent sign in French only', () => {
    expect(formatPercent(9200, 'fr')).toBe(`92${thin}%`)
    expect(formatPercent(9250, 'en', 1)).toBe('92.5%')
  })
  it('never shows a chance of 0 or 100', () => {
    expect(formatProbability(0, 'fr')).toBe(`<${thin}1${thin}%`)
    expect(formatProbability(99, 'fr')).toBe(`<${thin}1${thin}%`)
    expect(formatProbability(100, 'fr')).toBe(`1${thin}%`)
    expect(formatProbability(9900, 'fr')).toBe(`99${thin}%`)
    expect(formatProbability(9999, 'fr')).toBe(`>${thin}99${thin}%`)
  })
  it('tells money in euros, and large sums in thousands when asked', () => {
    expect(formatMoney(125_000, 'fr')).toBe(`1${thin}250\u00a0€`)
    expect(formatMoney(139_900_000, 'fr', true)).toBe(`1${thin}399\u00a0k€`)
    expect(formatMoney(125_000, 'en')).toBe('€1,250')
  })
})

describe('rounded columns sum', () => {
  it('gives what is missing to the largest remainders, the earlier row first', () => {
    expect(roundToTotal([33.3, 33.3, 33.4])).toEqual([33, 33, 34])
    expect(roundToTotal([0.5, 0.5])).toEqual([1, 0])
    expect(wholePercents([1, 1, 1])).toEqual([34, 33, 33])
    expect(wholePercents([0, 0])).toEqual([0, 0])
  })
})

describe('days and hours', () => {
  it('names days', () => {
    expect(formatDay('2026-07-12', 'fr')).toBe('12\u00a0juil.')
    expect(formatDay('2026-07-16', 'fr', 'weekday')).toBe('jeudi 16\u00a0juillet')
    expect(formatDay('2026-05-01', 'fr', 'long')).toBe('1er\u00a0mai')
    expect(formatDay('1969-12-31', 'en', 'weekday')).toBe('Wednesday 31\u00a0December')
  })
  it('tells a day from today, with its year when it is another', () => {
    expect(formatRelativeDay('2026-03-11', '2026-03-12', 'fr')).toBe('hier')
    expect(formatRelativeDay('2026-03-13', '2026-03-12', 'fr')).toBe('demain')
    expect(formatRelativeDay('2025-11-02', '2026-03-12', 'fr')).toBe('2\u00a0novembre 2025')
  })
  it('tells what is left in its two largest units', () => {
    expect(formatDuration(((2 * 24 + 15) * 60 + 12) * 60_000, 'fr')).toBe(`2${thin}j 15${thin}h`)
    expect(formatDuration(60 * 60_000, 'fr')).toBe(`1${thin}h`)
    expect(formatDuration(0, 'fr')).toBe(`0${thin}min`)
  })
  it('reads the clock of the zone, across midnight and summer time', () => {
    expect(wallClock('2026-07-16T22:30:00Z', 'Europe/Paris')).toEqual({ day: '2026-07-17', minutes: 30 })
    expect(wallClock('2026-01-16T08:08:00Z', 'Europe/Paris')).toEqual({ day: '2026-01-16', minutes: 548 })
    const format = makeFormat('fr', 'Europe/Paris')
    expect(format.relativeInstant('2026-07-15T21:05:00Z', '2026-07-16T08:00:00Z')).toBe('hier, 23:05')
    expect(format.relativeInstant('2026-07-16T07:12:00Z', '2026-07-16T08:00:00Z')).toBe('9:12')
    expect(format.relativeInstant('2026-07-10T07:12:00Z', '2026-07-16T08:00:00Z')).toBe('10\u00a0juil.')
  })
})
