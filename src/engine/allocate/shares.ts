/** part ÷ whole in basis points, half up; null when the whole is 0. Both are integers ≥ 0, part × 20,000 under 2⁵³. */
export function shareInBps(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.floor((20_000 * part + whole) / (2 * whole))
}
