/** A group of equal values while values are read from the highest. */
type EqualValues = {
  value: number
  count: number
  /** Hcps and volume of the higher groups. */
  countBefore: number
  volumeBefore: number
  /** With this group. */
  countAfter: number
  volumeAfter: number
}
type ClassOfGroup = (group: EqualValues, totals: { count: number; volume: number }) => number

/**
 * Cut-offs from a rule that gives each group of equal values its class; a lower group never has a better class.
 * Volumes are summed from the highest value down, negatives counting 0.
 */
function cutsByGroup(ascending: Float64Array, classes: number, classOfGroup: ClassOfGroup): Float64Array {
  const cuts = new Float64Array(classes - 1).fill(NaN)
  const count = ascending.length
  let volume = 0
  for (let index = count - 1; index >= 0; index -= 1) volume += Math.max(ascending[index] ?? 0, 0)
  const totals = { count, volume }
  let volumeBefore = 0
  let last = count - 1
  while (last >= 0) {
    const value = ascending[last] ?? 0
    let first = last
    let volumeAfter = volumeBefore
    while (first >= 0 && ascending[first] === value) {
      volumeAfter += Math.max(value, 0)
      first -= 1
    }
    const countAfter = count - 1 - first
    const size = last - first
    const group = {
      value,
      count: size,
      countBefore: countAfter - size,
      volumeBefore,
      countAfter,
      volumeAfter,
    }
    const reached = classOfGroup(group, totals)
    if (reached >= classes - 1) break
    cuts.fill(value, reached)
    volumeBefore = volumeAfter
    last = first
  }
  return cuts
}

/** Class by limits on a cumulated share, in basis points, compared by cross-multiplication. */
function classByLimits(
  before: number,
  after: number,
  total: number,
  limitsBps: readonly number[],
  reach: boolean,
): number {
  let index = 0
  for (const limit of limitsBps) {
    const passed = reach ? before * 10_000 >= limit * total : after * 10_000 > limit * total
    if (passed) index += 1
  }
  return before === 0 ? 0 : index
}

/** ABC by value: cumulated share of the volume at the last of the equal values; a total of 0 leaves all in the last. */
export function cutsByValue(
  ascending: Float64Array,
  limitsBps: readonly number[],
  reach: boolean,
): Float64Array {
  return cutsByGroup(ascending, limitsBps.length + 1, (group, totals) =>
    totals.volume === 0
      ? limitsBps.length
      : classByLimits(group.volumeBefore, group.volumeAfter, totals.volume, limitsBps, reach),
  )
}

/** ABC by head-count: the same on customers so far. */
export function cutsByHeadcount(
  ascending: Float64Array,
  limitsBps: readonly number[],
  reach: boolean,
): Float64Array {
  return cutsByGroup(ascending, limitsBps.length + 1, (group, totals) =>
    classByLimits(group.countBefore, group.countAfter, totals.count, limitsBps, reach),
  )
}

/** Volume n-tiles: 1 + ⌊k × volume before the group ÷ total⌋, at most k; a total of 0 leaves all in the last. */
export function cutsByVolume(ascending: Float64Array, k: number): Float64Array {
  return cutsByGroup(ascending, k, (group, totals) => {
    if (totals.volume === 0) return k - 1
    let tile = 0
    while (tile < k - 1 && k * group.volumeBefore >= (tile + 1) * totals.volume) tile += 1
    return tile
  })
}

/** SAS PROC RANK: group ⌊rank·k/(n + 1)⌋ on ascending mean ranks, doubled here to stay in integers. */
export function cutsByRank(ascending: Float64Array, k: number): Float64Array {
  return cutsByGroup(ascending, k, (group, totals) => {
    const doubledRank = 2 * (totals.count - group.countAfter) + group.count + 1
    return k - 1 - Math.floor((doubledRank * k) / (2 * (totals.count + 1)))
  })
}
