/** Settings of the cycle; shares in basis points, floors in contacts. */
export type AlertSettings = {
  amberBps: number
  redBps: number
  /** No alert before this share of the capacity is gone. */
  startBps: number
  floorContacts: number
  floorGoalContacts: number
}

/** What one perimeter says on one as-of day, in the adjusted reading. */
export type AlertReading = {
  /** P(kept), NaN = missing (vacant, no goal). */
  probability: number
  /** E[max(short − to come, 0)], thousandths. */
  shortfallMilli: number
  goalMilli: number
  earnedMilli: number
  goneMilli: number
  capacityMilli: number
  /** The plan is kept already: earned ≥ keep × goal. */
  kept: boolean
}

export type AlertLevel = 'amber' | 'red'
export type AlertCloseCause = 'kept' | 'recovered' | 'covered'

export type AlertDecision =
  | { action: 'none' }
  | { action: 'open' | 'stay'; level: AlertLevel }
  /** `covered`: the sector has a card of its own, which shows what this one showed. */
  | { action: 'close'; cause: AlertCloseCause }

/** An alert that is open closes only this far above amber. */
const hysteresisBps = 1000

/**
 * The alert of one perimeter, from today's reading, P(kept) of the as-of day before (NaN = none) and whether an alert is open.
 *
 * Opens on the second as-of day in a row under amber, not before `startBps` of the capacity is gone, only if the expected
 * shortfall reaches the floor and the goal its own. Closes when kept, or above amber + 10 points on two as-of days in a
 * row; between the two it stays. A probability on the threshold is not under it, nor above it. A missing probability
 * opens nothing and leaves an open alert as it is, amber.
 */
export function decideAlert(
  today: AlertReading,
  previousProbability: number,
  isOpen: boolean,
  settings: AlertSettings,
): AlertDecision {
  const level = alertLevel(today.probability, settings)
  if (isOpen) {
    if (today.kept) return { action: 'close', cause: 'kept' }
    const safe = settings.amberBps + hysteresisBps
    if (today.probability * 10_000 > safe && previousProbability * 10_000 > safe)
      return { action: 'close', cause: 'recovered' }
    return { action: 'stay', level: level ?? 'amber' }
  }
  const secondDay = level !== null && alertLevel(previousProbability, settings) !== null
  return secondDay && isWorthACard(today, settings) ? { action: 'open', level } : { action: 'none' }
}

/** Red under `redBps`, amber under `amberBps`, else null; missing is null. */
export function alertLevel(
  probability: number,
  settings: Pick<AlertSettings, 'amberBps' | 'redBps'>,
): AlertLevel | null {
  if (!(probability * 10_000 < settings.amberBps)) return null
  return probability * 10_000 < settings.redBps ? 'red' : 'amber'
}

function isWorthACard(today: AlertReading, settings: AlertSettings): boolean {
  return (
    !today.kept &&
    today.capacityMilli > 0 &&
    today.goneMilli * 10_000 >= today.capacityMilli * settings.startBps &&
    today.shortfallMilli >= settings.floorContacts * 1000 &&
    today.goalMilli >= settings.floorGoalContacts * 1000
  )
}

/** One perimeter of a sector: the sector itself, or one of its segments or products. */
export type AlertCase = { today: AlertReading; previousProbability: number; isOpen: boolean }

/**
 * One card a sector: its own alert, and those of its segments and products, which have a card only when the sector has
 * none. A sector's card that opens or stays closes theirs (`covered`); they open only on a day when the sector has none.
 */
export function decideSectorAlerts(
  sector: AlertCase,
  parts: readonly AlertCase[],
  settings: AlertSettings,
): { sector: AlertDecision; parts: AlertDecision[] } {
  const own = decideAlert(sector.today, sector.previousProbability, sector.isOpen, settings)
  const hasCard = own.action === 'open' || own.action === 'stay'
  return {
    sector: own,
    parts: parts.map((part): AlertDecision => {
      if (!hasCard) return decideAlert(part.today, part.previousProbability, part.isOpen, settings)
      return part.isOpen ? { action: 'close', cause: 'covered' } : { action: 'none' }
    }),
  }
}

/**
 * What is late inside a card: numbers of the perimeters that earned less than expected, the largest gap first, ties in
 * their order. Missing expectations are left out.
 */
export function lateFirst(earnedMilli: ArrayLike<number>, expectedMilli: ArrayLike<number>): number[] {
  const gap = (part: number) => (expectedMilli[part] as number) - (earnedMilli[part] as number)
  return Array.from(earnedMilli, (_, part) => part)
    .filter((part) => gap(part) > 0)
    .sort((a, b) => gap(b) - gap(a) || a - b)
}
