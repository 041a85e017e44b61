export type LeadOutcome = 'won' | 'lost' | 'pending'
/** Values by field; a field may hold several (tags), a field left out is absent. */
export type Lead = { readonly values: Readonly<Record<string, readonly string[]>> }
export type PastLead = Lead & { readonly outcome: LeadOutcome }

type Side = 'won' | 'lost'
type Counts = Map<string, Map<string, number>>

/** Counts of a lab's past leads, to score new ones. */
export type LeadModel = {
  readonly won: number
  readonly lost: number
  readonly counts: Readonly<Record<Side, Counts>>
}

/** Added to every count, so that a value never seen on one side does not decide alone. */
const smoothing = 0.1

/** Pending leads are left out. */
export function leadModel(leads: readonly PastLead[]): LeadModel {
  const counts = { won: new Map(), lost: new Map() } satisfies Record<Side, Counts>
  const totals = { won: 0, lost: 0 }
  for (const { outcome, values } of leads) {
    if (outcome === 'pending') continue
    totals[outcome] += 1
    for (const [field, held] of Object.entries(values)) {
      for (const value of held) {
        // Both sides know every value: the denominator of a side runs over all the values of the field.
        for (const side of ['won', 'lost'] as const) add(counts[side], field, value, side === outcome ? 1 : 0)
      }
    }
  }
  return { ...totals, counts }
}

/**
 * P(won | values), naive Bayes: P(won) × Π c(value, won) ÷ Σ c(·, won) against the same for lost, c = count + .1,
 * P(won) = (won + .1) ÷ (won + lost + .2). Absent values, and values never seen, contribute nothing. 0 … 1.
 */
export function leadScore(model: LeadModel, lead: Lead): number {
  const prior = (model.won + smoothing) / (model.won + model.lost + 2 * smoothing)
  const odds = { won: prior, lost: 1 - prior }
  for (const [field, values] of Object.entries(lead.values)) {
    for (const value of values) {
      for (const side of ['won', 'lost'] as const)
        odds[side] *= likelihood(model.counts[side].get(field), value)
    }
  }
  return odds.won / (odds.won + odds.lost)
}

function likelihood(counts: Map<string, number> | undefined, value: string): number {
  const count = counts?.get(value)
  if (!counts || count === undefined) return 1
  let total = 0
  for (const one of counts.values()) total += one + smoothing
  return (count + smoothing) / total
}

function add(counts: Counts, field: string, value: string, amount: number): void {
  const values = counts.get(field) ?? new Map<string, number>()
  values.set(value, (values.get(value) ?? 0) + amount)
  counts.set(field, values)
}
