/** LTV = Σ margin·rᵗ ÷ (1 + i)ᵗ, t = 0 … years − 1; r retention, i discount rate, fractions. In the margin's unit. */
export function lifetimeValue(margin: number, retention: number, discount: number, years: number): number {
  let value = 0
  let yearly = margin
  for (let year = 0; year < years; year += 1) {
    value += yearly
    yearly = (yearly * retention) / (1 + discount)
  }
  return value
}
