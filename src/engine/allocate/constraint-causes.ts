/** Why a goal cannot be done. The order is the law: a line has one cause, the first that applies. */
export const constraintCauses = [
  'opposition',
  'noConsent',
  'exclusion',
  'noVisit',
  'yearlyCap',
  'noAccess',
  'capacity',
] as const
export type ConstraintCause = (typeof constraintCauses)[number]

/** In cause columns: 0 = none, else 1 + index in `constraintCauses`. */
export const noCause = 0

export function causeCode(cause: ConstraintCause): number {
  return constraintCauses.indexOf(cause) + 1
}

export function causeOf(code: number): ConstraintCause | null {
  return constraintCauses[code - 1] ?? null
}
