/** One part of an appetence score: a value on 0–100 (clamped), NaN = missing. */
export type AppetencePart = { readonly value: number; readonly weight: number }

/** Weighted mean of what is known of the appetence of a customer, 0–100; NaN when nothing weighs. */
export function appetenceScore(parts: readonly AppetencePart[]): number {
  const present = parts.filter(({ value, weight }) => !Number.isNaN(value) && weight > 0)
  const total = present.reduce((sum, { weight }) => sum + weight, 0)
  const sum = present.reduce((so, { value, weight }) => so + weight * Math.min(Math.max(value, 0), 100), 0)
  return total > 0 ? sum / total : Number.NaN
}

/** Rate of a group ÷ rate of all × 100: 100 answers as everybody does. NaN where a rate has no meaning, or all is 0. */
export function responseIndex(
  group: { readonly answers: number; readonly sent: number },
  all: { readonly answers: number; readonly sent: number },
): number {
  if (!(group.sent > 0) || !(all.sent > 0) || !(all.answers > 0)) return Number.NaN
  return ((group.answers * all.sent) / (group.sent * all.answers)) * 100
}

/**
 * Customer value = acquisition + retention + growth, three amounts entered or imported, in one unit. A missing one (NaN)
 * adds nothing; NaN when all three are missing.
 */
export function customerValue(acquisition: number, retention: number, growth: number): number {
  const present = [acquisition, retention, growth].filter((amount) => !Number.isNaN(amount))
  return present.length > 0 ? present.reduce((sum, amount) => sum + amount, 0) : Number.NaN
}
