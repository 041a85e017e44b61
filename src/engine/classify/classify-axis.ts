import type { Axis } from '../configuration/segmentation.ts'
import type { AxisValues, SortedValues } from '../axes/axis-values.ts'
import type { AxisResult, GroupResult } from '../segmentation/segmentation-result.ts'
import { classCount, cutOffs } from './cut-offs.ts'

/**
 * Classes of every hcp on one axis, with cut-offs, counts and volumes per class, per group and over all. Volumes are
 * summed in the order of hcp ids, negatives counting 0. Under the missing policy `lowest` an hcp of the universe
 * without a value is in the last class; cut-offs never look at it. `sorted`: values per group, ascending.
 */
export function classifyAxis(
  axis: Axis,
  axisValues: AxisValues,
  sorted: SortedValues,
  universe: Uint8Array,
): AxisResult {
  const { values, groups } = axisValues
  const { groupOf } = groups
  const size = classCount(axis.classification)
  const groupCuts = sorted.map((ascending) => cutOffs(axis.classification, ascending))
  const cuts = new Float64Array(groupCuts.length * (size - 1))
  groupCuts.forEach((one, group) => cuts.set(one, group * (size - 1)))
  const counts = new Int32Array(sorted.length * size)
  const volumes = new Float64Array(sorted.length * size)
  const classes = new Int8Array(values.length).fill(-1)
  const missingClass = axis.missing.policy === 'lowest' ? size - 1 : -1
  let missing = 0
  for (let row = 0; row < values.length; row += 1) {
    if (universe[row] !== 1) continue
    const value = values[row] ?? NaN
    if (Number.isNaN(value)) {
      missing += 1
      classes[row] = missingClass
      continue
    }
    const group = groupOf === null ? 0 : (groupOf[row] ?? 0)
    const from = group * (size - 1)
    let found = 0
    while (found < size - 1 && !(value >= (cuts[from + found] ?? NaN))) found += 1
    classes[row] = found
    const slot = group * size + found
    counts[slot] = (counts[slot] ?? 0) + 1
    if (value > 0) volumes[slot] = (volumes[slot] ?? 0) + value
  }
  const groupResults = groupCuts.map((one, group) => ({
    code: groups.codes[group] ?? null,
    count: sorted[group]?.length ?? 0,
    cutOffs: one,
    counts: counts.slice(group * size, (group + 1) * size),
    volumes: volumes.slice(group * size, (group + 1) * size),
  }))
  const total = totals(groupResults, size)
  if (missingClass >= 0) total.counts[missingClass] = (total.counts[missingClass] ?? 0) + missing
  return {
    code: axis.code,
    classCodes: axis.classes.map((one) => one.code),
    values,
    classes,
    groupOf,
    groups: groupResults,
    ...total,
    totalVolume: total.volumes.reduce((sum, volume) => sum + volume, 0),
    missing,
  }
}

function totals(groups: readonly GroupResult[], size: number): { counts: Int32Array; volumes: Float64Array } {
  const counts = new Int32Array(size)
  const volumes = new Float64Array(size)
  for (const group of groups) {
    for (let index = 0; index < size; index += 1) {
      counts[index] = (counts[index] ?? 0) + (group.counts[index] ?? 0)
      volumes[index] = (volumes[index] ?? 0) + (group.volumes[index] ?? 0)
    }
  }
  return { counts, volumes }
}
