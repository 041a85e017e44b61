/** Days are day numbers (days since 1970-01-01); a period is half-open, endsBefore null = still running. */
export type DayPeriod = { readonly startsOn: number; readonly endsBefore: number | null }

/** LEAD submits; without one on a day the sector is vacant that day. */
export type AssignmentKind = 'LEAD' | 'MEMBER' | 'SUBSTITUTE'

export type RepAssignment = DayPeriod & {
  readonly kind: AssignmentKind
  /** Share of the rep's time in this sector, 0 … 10,000. */
  readonly shareBps: number
}

export type RepWorkingTime = DayPeriod & {
  /** 10 bits, Monday morning lowest: bit 2·weekday (0 = Monday … 4 = Friday) = morning, the next one = afternoon. */
  readonly weeklyHalfDays: number
  /** Share of a working day spent in front of customers, 0 … 10,000. */
  readonly fieldShareBps: number
  /** Contacts of a whole day in the field, thousandths. */
  readonly contactsADayMilli: number
}

export type RepAbsence = DayPeriod & {
  /** The first day's morning was worked. */
  readonly startsAtNoon: boolean
  /** The last day's afternoon is worked. */
  readonly endsAtNoon: boolean
}

/** One member, as seen from one sector. Assignments, and working times, of one member do not overlap. */
export type CapacityRep = {
  readonly assignments: readonly RepAssignment[]
  readonly workingTimes: readonly RepWorkingTime[]
  readonly absences: readonly RepAbsence[]
}

export type CapacityCalendar = {
  /** Public holidays of the sector's zone. */
  readonly holidays: ReadonlySet<number>
  /** Weight of a day in the network, basis points: 0 = closed, 5,000 = half a day; a day that is absent weighs 10,000. */
  readonly dayWeightsBps: ReadonlyMap<number, number>
}

/**
 * Capacity over the days firstDay … firstDay + days − 1. The four running totals have days + 1 entries: entry i is what
 * the first i days give, so that entry (asOf − firstDay + 1) is what is gone at the end of day `asOf`.
 */
export type SectorCapacity = {
  readonly firstDay: number
  readonly days: number
  /** Thousandths of a contact, absences out. */
  readonly cumulativeMilli: readonly number[]
  /** The same with absences not taken out. */
  readonly rawCumulativeMilli: readonly number[]
  /** Days on which somebody of the sector works, absences out. */
  readonly cumulativeWorkedDays: readonly number[]
  readonly rawCumulativeWorkedDays: readonly number[]
  readonly totalMilli: number
  readonly rawTotalMilli: number
  readonly workedDays: number
  readonly rawWorkedDays: number
  /** Days without a LEAD: their capacity is 0 in both readings. Equal to `days` = vacant all along. */
  readonly vacantDays: number
}
