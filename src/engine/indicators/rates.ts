/** part ÷ whole as a fraction; a denominator of 0, or a missing number, is missing (NaN). */
export function rate(part: number, whole: number): number {
  return whole === 0 ? Number.NaN : part / whole
}

/** Results of an action, of a channel, or of several together. Counts; cost in cents. */
export type ProspectingResults = {
  readonly sent: number
  readonly answers: number
  readonly appointments: number
  readonly quotes: number
  readonly orders: number
  readonly costCents: number
}

export type ProspectingRates = {
  /** answers ÷ sent. */
  readonly response: number
  /** orders ÷ quotes, or ÷ appointments where no quote is made. */
  readonly transformation: number
  /** orders ÷ answers. */
  readonly netYield: number
  /** orders ÷ sent. */
  readonly overallYield: number
  /** cost ÷ orders, cents. */
  readonly acquisitionCostCents: number
}

/**
 * Rates of prospecting, fractions. 1,000 sent, 40 answers that are appointments, 10 orders, 3,154 €: 4 %, 25 %, 25 %,
 * 1 %, 315.40 €.
 */
export function prospectingRates(results: ProspectingResults): ProspectingRates {
  const { sent, answers, appointments, quotes, orders, costCents } = results
  return {
    response: rate(answers, sent),
    transformation: rate(orders, quotes > 0 ? quotes : appointments),
    netYield: rate(orders, answers),
    overallYield: rate(orders, sent),
    acquisitionCostCents: rate(costCents, orders),
  }
}

/** Productivity of a field force over a period: turnover a contact, contacts a day worked, cost a contact. */
export function productivity(period: {
  readonly turnoverCents: number
  readonly costCents: number
  readonly done: number
  readonly daysWorkedMilli: number
}): { turnoverPerContactCents: number; contactsPerDay: number; costPerContactCents: number } {
  return {
    turnoverPerContactCents: rate(period.turnoverCents, period.done),
    contactsPerDay: rate(period.done * 1000, period.daysWorkedMilli),
    costPerContactCents: rate(period.costCents, period.done),
  }
}

/** Margin = price − cost. Markup = margin ÷ cost; margin rate = margin ÷ price: never one for the other. */
export function margins(priceCents: number, costCents: number): { markup: number; marginRate: number } {
  const margin = priceCents - costCents
  return { markup: rate(margin, costCents), marginRate: rate(margin, priceCents) }
}
