import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  dayNumber,
  dayText,
  daysBetween,
  eachDay,
  isoWeekday,
  parseDay,
  shiftMonths,
  wholeMonths,
} from '#src/lib/calendar.ts'

const days = fc.integer({ min: -200_000, max: 200_000 })

describe('calendar', () => {
  it('agrees with the machine on every day', () => {
    fc.assert(
      fc.property(days, (day) => {
        const date = new Date(day * 86_400_000)
        const text = date.toISOString().slice(0, 10)
        expect(dayText(day)).toBe(text)
        expect(dayNumber(text)).toBe(day)
        expect(isoWeekday(day)).toBe(date.getUTCDay() || 7)
      }),
    )
  })

  it('refuses days that do not exist', () => {
    expect(['2026-02-29', '2026-13-01', '2026-00-10', '26-01-01', '2026-1-1', ''].map(parseDay)).toEqual(
      Array.from({ length: 6 }, () => null),
    )
    expect(parseDay('2024-02-29')).not.toBeNull()
    expect(() => dayNumber('2026-04-31')).toThrow(RangeError)
  })

  it('moves by months to the last day where a month is short', () => {
    expect(addMonths('2026-03-31', -1)).toBe('2026-02-28')
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29')
    expect(addMonths('2026-01-15', -13)).toBe('2024-12-15')
  })

  it('counts whole months as the largest step back that does not pass the first day', () => {
    fc.assert(
      fc.property(days, days, (from, to) => {
        const months = wholeMonths(from, to)
        expect(shiftMonths(to, -months)).toBeGreaterThanOrEqual(from)
        expect(shiftMonths(to, -months - 1)).toBeLessThan(from)
      }),
    )
    expect(wholeMonths(dayNumber('2026-01-31'), dayNumber('2026-02-28'))).toBe(0)
    expect(wholeMonths(dayNumber('2026-01-28'), dayNumber('2026-02-28'))).toBe(1)
  })

  it('lists and counts days', () => {
    expect(eachDay('2026-02-27', '2026-03-01')).toEqual(['2026-02-27', '2026-02-28', '2026-03-01'])
    expect(eachDay('2026-03-02', '2026-03-01')).toEqual([])
    expect(addDays('2025-12-31', 1)).toBe('2026-01-01')
    expect(daysBetween('2026-01-01', '2026-06-30')).toBe(180)
  })
})
