/**
 * The known name nearest to one that is not: fewest letters put in, taken out, changed or swapped with the next,
 * capitals apart, at most a third of the name and at least one. Ties: the first known.
 */
export function nearestName(name: string, known: readonly string[]): string | null {
  let best: string | null = null
  let least = Math.max(1, Math.floor(name.length / 3)) + 1
  const wanted = name.toLowerCase()
  for (const one of known) {
    const distance = editDistance(wanted, one.toLowerCase(), least)
    if (distance < least) {
      least = distance
      best = one
    }
  }
  return best
}

/** Distance of Levenshtein with neighbours swapped (Damerau, optimal string alignment), given up at `limit`. */
function editDistance(left: string, right: string, limit: number): number {
  if (Math.abs(left.length - right.length) >= limit) return limit
  let previous = Array.from({ length: right.length + 1 }, (_, index) => index)
  let before: number[] = []
  for (let i = 1; i <= left.length; i += 1) {
    const line = [i]
    for (let j = 1; j <= right.length; j += 1) {
      const same = left.charAt(i - 1) === right.charAt(j - 1) ? 0 : 1
      const edit = Math.min((previous[j] ?? 0) + 1, (line[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + same)
      const isSwap =
        i > 1 &&
        j > 1 &&
        left.charAt(i - 1) === right.charAt(j - 2) &&
        left.charAt(i - 2) === right.charAt(j - 1)
      line.push(isSwap ? Math.min(edit, (before[j - 2] ?? 0) + 1) : edit)
    }
    before = previous
    previous = line
  }
  return previous[right.length] ?? limit
}
