/** Code-unit order: the only order of texts that is the same on every machine. */
export function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0
}

/** Sorted copy by a text key; equal keys keep their order. */
export function sortedByText<T>(items: readonly T[], key: (item: T) => string): T[] {
  return [...items].sort((left, right) => compareText(key(left), key(right)))
}

/** Row numbers that put the texts in code-unit order, equal texts by row number. */
export function textOrder(texts: readonly string[]): Int32Array {
  const order = Int32Array.from(texts, (_, row) => row)
  return order.sort((left, right) => compareText(texts[left] ?? '', texts[right] ?? '') || left - right)
}

/** Row numbers that put the values highest first, equal values by row number. No NaN. */
export function descendingOrder(values: Float64Array, rows: Int32Array): Int32Array {
  return rows.slice().sort((left, right) => (values[right] ?? 0) - (values[left] ?? 0) || left - right)
}

/** First index of an ascending array whose value is ≥ the given one; its length when there is none. */
export function lowerBound(ascending: Float64Array, value: number): number {
  let low = 0
  let high = ascending.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((ascending[middle] ?? 0) < value) low = middle + 1
    else high = middle
  }
  return low
}

/** First index of an ascending array whose value is > the given one; its length when there is none. */
export function upperBound(ascending: Float64Array, value: number): number {
  let low = 0
  let high = ascending.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((ascending[middle] ?? 0) <= value) low = middle + 1
    else high = middle
  }
  return low
}
