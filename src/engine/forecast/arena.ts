/** Room for laws, grown when needed; a function that writes into it may replace `values`. */
export type Arena = { values: Float64Array }

/** Room for `length` numbers from `at` on, what is below `at` kept. */
export function reserve(arena: Arena, at: number, length: number): void {
  if (at + length <= arena.values.length) return
  const wider = new Float64Array(2 * (at + length))
  wider.set(arena.values.subarray(0, at))
  arena.values = wider
}
