/** Results by row: of a product to a segment, −1 = of none. */
export type OfferResults = {
  readonly product: Int32Array
  readonly segment: Int32Array
  /** Turnover, margin or any other amount; NaN counts 0. */
  readonly amount: Float64Array
}

export type OfferCustomerMatrix = {
  /** amounts[product][segment]. */
  readonly amounts: readonly Float64Array[]
  readonly byProduct: Float64Array
  readonly bySegment: Float64Array
  readonly total: number
}

/** What each product brings from each segment. Sums are taken in the order of the rows. */
export function offerCustomerMatrix(
  results: OfferResults,
  products: number,
  segments: number,
): OfferCustomerMatrix {
  const amounts = Array.from({ length: products }, () => new Float64Array(segments))
  results.amount.forEach((amount, row) => {
    const line = amounts[results.product[row] ?? -1]
    const segment = results.segment[row] ?? -1
    if (line && segment >= 0 && segment < segments && !Number.isNaN(amount))
      line[segment] = (line[segment] ?? 0) + amount
  })
  const byProduct = Float64Array.from(amounts, (line) => line.reduce((sum, one) => sum + one, 0))
  const bySegment = Float64Array.from({ length: segments }, (_, segment) =>
    amounts.reduce((sum, line) => sum + (line[segment] ?? 0), 0),
  )
  return { amounts, byProduct, bySegment, total: byProduct.reduce((sum, one) => sum + one, 0) }
}
