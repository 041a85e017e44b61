/** Codes of the status column; −1 = missing (no capacity: never *under*). */
export const statusMissing = -1
export const statusUnder = 0
export const statusOnTrack = 1
export const statusOver = 2

export type StatusName = 'under' | 'on_track' | 'over'

/** Name of a status code, null where it is missing. */
export function statusName(code: number): StatusName | null {
  return (['under', 'on_track', 'over'] as const)[code] ?? null
}

/**
 * Expected of a sector's lines, thousandths: elapsed × goal = goal × gone ÷ capacity, rounded half up. Whole numbers in;
 * NaN without capacity.
 */
export function expectedMilli(goalMilli: number, goneMilli: number, capacityMilli: number): number {
  if (!(capacityMilli > 0)) return Number.NaN
  const product = goalMilli * goneMilli
  if (product * 2 + capacityMilli < Number.MAX_SAFE_INTEGER)
    return Math.floor((2 * product + capacityMilli) / (2 * capacityMilli))
  const capacity = BigInt(capacityMilli)
  return Number((2n * BigInt(goalMilli) * BigInt(goneMilli) + capacity) / (2n * capacity))
}

/**
 * Status of lines of one sector: earned against elapsed × goal × (1 ± tolerance), as whole numbers multiplied across,
 * never a rounded quotient. Bounds belong to *on track*.
 */
export function sectorStatus(
  earned: number,
  goalMilli: number,
  goneMilli: number,
  capacityMilli: number,
  toleranceBps: number,
): number {
  if (!(capacityMilli > 0)) return statusMissing
  return statusOf([earned, capacityMilli, 10_000], [goalMilli, goneMilli], toleranceBps)
}

/** Status of lines of several sectors: earned against the sum of the sectors' rounded expected. */
export function groupStatus(earned: number, expected: number, toleranceBps: number): number {
  if (Number.isNaN(expected)) return statusMissing
  return statusOf([earned, 10_000], [expected], toleranceBps)
}

function statusOf(earned: readonly number[], expected: readonly number[], toleranceBps: number): number {
  if (compareProducts(earned, [...expected, 10_000 - toleranceBps]) < 0) return statusUnder
  if (compareProducts(earned, [...expected, 10_000 + toleranceBps]) > 0) return statusOver
  return statusOnTrack
}

/** Sign of Π a − Π b over whole numbers ≥ 0; by BigInt where a product may pass 2⁵³. */
export function compareProducts(a: readonly number[], b: readonly number[]): number {
  const left = a.reduce((product, factor) => product * factor, 1)
  const right = b.reduce((product, factor) => product * factor, 1)
  if (left < Number.MAX_SAFE_INTEGER && right < Number.MAX_SAFE_INTEGER) return Math.sign(left - right)
  const gap = exact(a) - exact(b)
  return gap < 0n ? -1 : gap > 0n ? 1 : 0
}

const exact = (factors: readonly number[]): bigint =>
  factors.reduce((product, factor) => product * BigInt(factor), 1n)
