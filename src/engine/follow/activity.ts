/** What was done in each sector, committed or not, as of a day. */
export type SectorActivity = {
  /** DONE contacts, on any hcp. */
  done: Int32Array
  /** DONE contacts on committed hcps. */
  onCommitted: Int32Array
  /** Rep days worked, thousandths. */
  daysWorkedMilli: Float64Array
}

export type ActivityFigures = { contactsPerDay: Float64Array; onTarget: Float64Array }

/**
 * Contacts a day = DONE ÷ days worked and on target = DONE on committed hcps ÷ DONE, by perimeter of sectors
 * (`of[sector]`, −1 = none). A denominator of 0 is missing (NaN).
 */
export function activityFigures(activity: SectorActivity, of: Int32Array, count: number): ActivityFigures {
  const done = new Float64Array(count)
  const onCommitted = new Float64Array(count)
  const days = new Float64Array(count)
  of.forEach((group, sector) => {
    if (group < 0) return
    done[group] = (done[group] as number) + (activity.done[sector] as number)
    onCommitted[group] = (onCommitted[group] as number) + (activity.onCommitted[sector] as number)
    days[group] = (days[group] as number) + (activity.daysWorkedMilli[sector] as number) / 1000
  })
  const ratio = (above: Float64Array, below: Float64Array) =>
    above.map((value, group) =>
      (below[group] as number) > 0 ? value / (below[group] as number) : Number.NaN,
    )
  return { contactsPerDay: ratio(done, days), onTarget: ratio(onCommitted, done) }
}
