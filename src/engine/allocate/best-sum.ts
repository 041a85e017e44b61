/** What an option of 0, 1, 2 … units is worth; from `concaveFrom` units on, each more adds less than the one before. */
export type Worth = {
  readonly value: (units: number) => number
  readonly concaveFrom: number
}

type Best = { readonly values: Float64Array; readonly allocation: (units: number) => number[] }

/**
 * Units of each worth, Σ ≤ capacity, of the largest total. At equal total the fewest units, then worths that are concave
 * all along before the others, and earlier ones before later ones.
 */
export function bestSum(worths: readonly Worth[], capacity: number): { allocation: number[]; value: number } {
  const places = worths.map((_, place) => place)
  const plain = places.filter((place) => (worths[place]?.concaveFrom ?? 0) === 0)
  const bent = places.filter((place) => !plain.includes(place))
  const table = (place: number) =>
    Float64Array.from({ length: capacity + 1 }, (_, units) => worths[place]?.value(units) ?? 0)
  let best = greedy(plain.map(table), capacity)
  for (const place of bent) best = join(best, table(place), worths[place]?.concaveFrom ?? 0)
  const units = best.values.reduce((found, value, at) => (value > (best.values[found] ?? 0) ? at : found), 0)
  const order = [...plain, ...bent]
  const spent = best.allocation(units)
  const allocation = places.map((place) => spent[order.indexOf(place)] ?? 0)
  return { allocation, value: best.values[units] ?? 0 }
}

/** Each unit in turn where it adds most; one that would add nothing is left. */
function greedy(tables: readonly Float64Array[], capacity: number): Best {
  const at = tables.map(() => 0)
  const values = new Float64Array(capacity + 1)
  const given = new Int32Array(capacity).fill(-1)
  values[0] = tables.reduce((sum, table) => sum + (table[0] ?? 0), 0)
  for (let unit = 0; unit < capacity; unit += 1) {
    let found = -1
    let most = 0
    tables.forEach((table, index) => {
      const here = at[index] ?? 0
      const gain = (table[here + 1] ?? 0) - (table[here] ?? 0)
      if (gain > most) {
        most = gain
        found = index
      }
    })
    values[unit + 1] = (values[unit] ?? 0) + most
    if (found < 0) continue
    given[unit] = found
    at[found] = (at[found] ?? 0) + 1
  }
  const allocation = (units: number): number[] => {
    const spent = tables.map(() => 0)
    for (const index of given.subarray(0, units)) if (index >= 0) spent[index] = (spent[index] ?? 0) + 1
    return spent
  }
  return { values, allocation }
}

/** The best of what is there and one more worth, for every number of units up to the capacity. */
function join(before: Best, table: Float64Array, concaveFrom: number): Best {
  const size = table.length
  const values = new Float64Array(size).fill(-Infinity)
  const taken = new Int32Array(size)
  const offer = (units: number, own: number) => {
    const total = (before.values[units - own] ?? 0) + (table[own] ?? 0)
    if (total > (values[units] ?? 0)) {
      values[units] = total
      taken[units] = own
    }
  }
  const others = before.values
  for (let own = 0; own < concaveFrom; own += 1) {
    const worth = table[own] as number
    for (let units = own; units < size; units += 1) {
      const total = (others[units - own] as number) + worth
      if (total > (values[units] as number)) {
        values[units] = total
        taken[units] = own
      }
    }
  }
  offerConcave(
    size,
    concaveFrom,
    (units, own) => (before.values[units - own] ?? 0) + (table[own] ?? 0),
    offer,
  )
  const allocation = (units: number): number[] => {
    const own = taken[units] ?? 0
    return [...before.allocation(units - own), own]
  }
  return { values, allocation }
}

/**
 * Offers, for every number of units, the best own share on the concave part. What is left to the others then never falls
 * as the units grow (the sums are an inverse Monge matrix), so that halves search disjoint ranges.
 */
function offerConcave(
  size: number,
  concaveFrom: number,
  total: (units: number, own: number) => number,
  offer: (units: number, own: number) => void,
): void {
  const search = (first: number, last: number, least: number, most: number): void => {
    if (first > last) return
    const units = (first + last) >>> 1
    let best = least
    let value = -Infinity
    for (let others = least; others <= Math.min(most, units - concaveFrom); others += 1) {
      const one = total(units, units - others)
      // The last of equals: what is left to others is then the most, and still never falls.
      if (one >= value) {
        value = one
        best = others
      }
    }
    offer(units, units - best)
    search(first, units - 1, least, best)
    search(units + 1, last, best, most)
  }
  search(concaveFrom, size - 1, 0, size - 1 - concaveFrom)
}
