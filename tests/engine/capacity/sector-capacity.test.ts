import { dayNumber, isoWeekday } from '#src/lib/calendar.ts'
import type {
  CapacityCalendar,
  CapacityRep,
  RepAbsence,
  RepAssignment,
  RepWorkingTime,
} from '#src/engine/index.ts'
import { fullTimeHalfDays, goneBy, sectorCapacity, workingDays } from '#src/engine/index.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const holidays = new Set(
  [
    '2025-07-14',
    '2025-08-15',
    '2025-11-01',
    '2025-11-11',
    '2025-12-25',
    '2026-01-01',
    '2026-04-06',
    '2026-05-01',
    '2026-05-08',
    '2026-05-14',
    '2026-05-25',
  ].map(dayNumber),
)
const calendar: CapacityCalendar = { holidays, dayWeightsBps: new Map() }
const cycleStart = dayNumber('2026-01-01')
const cycleDays = dayNumber('2026-06-30') - cycleStart + 1

const always = { startsOn: 0, endsBefore: null }
const assignment = (more: Partial<RepAssignment> = {}): RepAssignment => ({
  ...always,
  kind: 'LEAD',
  shareBps: 10_000,
  ...more,
})
const time = (more: Partial<RepWorkingTime> = {}): RepWorkingTime => ({
  ...always,
  weeklyHalfDays: fullTimeHalfDays,
  fieldShareBps: 10_000,
  contactsADayMilli: 1000,
  ...more,
})
const absence = (first: string, afterLast: string, more: Partial<RepAbsence> = {}): RepAbsence => ({
  startsOn: dayNumber(first),
  endsBefore: dayNumber(afterLast),
  startsAtNoon: false,
  endsAtNoon: false,
  ...more,
})
const rep = (more: Partial<CapacityRep> = {}): CapacityRep => ({
  assignments: [assignment()],
  workingTimes: [time()],
  absences: [],
  ...more,
})
const ofCycle = (reps: readonly CapacityRep[], dates = calendar) =>
  sectorCapacity(reps, cycleStart, cycleDays, dates)

describe('working days', () => {
  it('are 123 from January to June 2026 and 128 from July to December 2025', () => {
    const before = dayNumber('2025-07-01')
    expect(workingDays(cycleStart, cycleDays, holidays)).toHaveLength(123)
    expect(workingDays(before, dayNumber('2025-12-31') - before + 1, holidays)).toHaveLength(128)
  })

  it('follow the weekly pattern', () => {
    const wednesdayAfternoon = 1 << 5
    const days = workingDays(dayNumber('2026-01-05'), 14, holidays, wednesdayAfternoon)
    expect(days).toEqual([dayNumber('2026-01-07'), dayNumber('2026-01-14')])
  })
})

describe('capacity of a sector', () => {
  it('is one unit a working day for one rep, full time, one contact a day', () => {
    const capacity = ofCycle([rep()])
    expect(capacity).toMatchObject({
      totalMilli: 123_000,
      rawTotalMilli: 123_000,
      workedDays: 123,
      vacantDays: 0,
    })
    expect(goneBy(capacity, capacity.cumulativeMilli, dayNumber('2026-02-28'))).toBe(41_000)
    expect(goneBy(capacity, capacity.cumulativeMilli, dayNumber('2025-12-31'))).toBe(0)
    expect(goneBy(capacity, capacity.cumulativeMilli, dayNumber('2026-12-31'))).toBe(123_000)
  })

  it('multiplies share in the sector, field share and contacts a day', () => {
    const shared = rep({
      assignments: [assignment({ shareBps: 5000 })],
      workingTimes: [time({ fieldShareBps: 8000, contactsADayMilli: 6500 })],
    })
    expect(ofCycle([shared]).totalMilli).toBe((123 * 6500 * 4) / 10)
  })

  it('takes absences out of the adjusted reading only, to the half-day', () => {
    const away = rep({
      absences: [absence('2026-02-02', '2026-02-07', { startsAtNoon: true, endsAtNoon: true })],
    })
    const capacity = ofCycle([away])
    expect(capacity.totalMilli).toBe(123_000 - 4000)
    expect(capacity.rawTotalMilli).toBe(123_000)
    expect(capacity.workedDays).toBe(120)
  })

  it('weighs the days of the network: closed, a seminar of half a day', () => {
    const dayWeightsBps = new Map([
      [dayNumber('2026-01-05'), 0],
      [dayNumber('2026-01-06'), 5000],
      [dayNumber('2026-01-10'), 0],
    ])
    expect(ofCycle([rep()], { holidays, dayWeightsBps }).totalMilli).toBe(123_000 - 1500)
  })

  it('is zero on the days without a lead, whoever else is there', () => {
    const member = rep({ assignments: [assignment({ kind: 'MEMBER' })] })
    expect(ofCycle([member])).toMatchObject({ totalMilli: 0, rawTotalMilli: 0, vacantDays: cycleDays })
    expect(ofCycle([])).toMatchObject({ totalMilli: 0, vacantDays: cycleDays })
    const untilFebruary = rep({ assignments: [assignment({ endsBefore: dayNumber('2026-02-01') })] })
    expect(ofCycle([untilFebruary, member])).toMatchObject({
      totalMilli: 2 * 21_000,
      vacantDays: cycleDays - 31,
    })
  })

  it('rounds the running total once, so that thirds never drift', () => {
    const third = rep({ workingTimes: [time({ fieldShareBps: 3333, contactsADayMilli: 1 })] })
    const { cumulativeMilli, totalMilli } = ofCycle([third])
    expect(totalMilli).toBe(Math.round(123 * 0.3333))
    expect(cumulativeMilli.every((value, index) => value >= (cumulativeMilli[index - 1] ?? 0))).toBe(true)
  })

  it('equals a naive count, day by day, in exact fractions', () => {
    const period = fc
      .tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 40 }))
      .map(([start, length]) => ({ startsOn: start, endsBefore: start + length }))
    const anyRep: fc.Arbitrary<CapacityRep> = fc.record({
      assignments: fc
        .tuple(period, fc.constantFrom('LEAD', 'MEMBER'), fc.integer({ min: 0, max: 10_000 }))
        .map(([dates, kind, shareBps]) => [{ ...dates, kind, shareBps }]),
      workingTimes: fc
        .record({
          weeklyHalfDays: fc.integer({ min: 0, max: 1023 }),
          fieldShareBps: fc.integer({ min: 0, max: 10_000 }),
          contactsADayMilli: fc.integer({ min: 0, max: 20_000 }),
        })
        .map((one) => [{ ...always, ...one }]),
      absences: fc.array(
        fc
          .tuple(period, fc.boolean(), fc.boolean())
          .map(([dates, startsAtNoon, endsAtNoon]) => ({ ...dates, startsAtNoon, endsAtNoon })),
        { maxLength: 3 },
      ),
    })
    fc.assert(
      fc.property(
        fc.array(anyRep, { maxLength: 3 }),
        fc.array(fc.integer({ min: 0, max: 50 })),
        (reps, closed) => {
          const dates = { holidays: new Set(closed), dayWeightsBps: new Map([[3, 2500]]) }
          const capacity = sectorCapacity(reps, 0, 50, dates)
          expect(capacity.totalMilli).toBe(naiveTotal(reps, dates, true))
          expect(capacity.rawTotalMilli).toBe(naiveTotal(reps, dates, false))
        },
      ),
    )
  })
})

/** Written apart from the engine: halves one by one, fractions as BigInt over 2 × 10¹². */
function naiveTotal(reps: readonly CapacityRep[], dates: CapacityCalendar, withAbsences: boolean): number {
  let units = 0n
  for (let half = 0; half < 100; half += 1) {
    const day = Math.floor(half / 2)
    const on = (one: { startsOn: number; endsBefore: number | null }) =>
      one.startsOn <= day && day < (one.endsBefore ?? Infinity)
    const led = reps.some((one) => one.assignments.some((part) => part.kind === 'LEAD' && on(part)))
    if (!led || dates.holidays.has(day) || isoWeekday(day) > 5) continue
    for (const one of reps) {
      const bit = (isoWeekday(day) - 1) * 2 + (half % 2)
      const share = one.assignments.filter(on)[0]?.shareBps ?? 0
      const away = one.absences.some((part) => {
        const first = part.startsOn * 2 + (part.startsAtNoon ? 1 : 0)
        const last = (part.endsBefore ?? 0) * 2 - 1 - (part.endsAtNoon ? 1 : 0)
        return half >= first && half <= last
      })
      const pattern = one.workingTimes[0]
      if (!pattern || ((pattern.weeklyHalfDays >> bit) & 1) === 0 || (withAbsences && away)) continue
      units +=
        BigInt(share) *
        BigInt(pattern.fieldShareBps) *
        BigInt(pattern.contactsADayMilli) *
        BigInt(dates.dayWeightsBps.get(day) ?? 10_000)
    }
  }
  return Number((units + 1_000_000_000_000n) / 2_000_000_000_000n)
}
