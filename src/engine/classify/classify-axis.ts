import { lowerBound } from '../../lib/stable-sort.ts'
import type { AxisValues, SortedValues } from '../axes/axis-values.ts'
import type { Axis } from '../configuration/segmentation.ts'
import type { AxisResult, GroupResult } from '../segmentation/segmentation-result.ts'
import { classCount, cutOffs } from './cut-offs.ts'

/**
 * Classes of every hcp on one axis, with cut-offs, counts and volumes per class, per group and over all. Volumes are
 * summed from the highest value down, negatives counting 0. Under the missing policy `lowest` an hcp of the universe
 * without a value is in the last class; cut-offs never look at it. `sorted`: values per group, ascending.
 */
export function classifyAxis(
  axis: Axis,
  axisValues: AxisValues,
  sorted: SortedValues,
  universe: Uint8Array,
): AxisResult {
  const { values, groups } = axisValues
  const size = classCount(axis.classification)
  const groupResults = sorted.map((ascending, group) => {
    const cuts = cutOffs(axis.classification, ascending)
    return groupResult(groups.codes[group] ?? null, ascending, cuts)
  })
  const lowest = axis.missing.policy === 'lowest' ? size - 1 : -1
  const cuts = groupResults.map((group) => group.cutOffs)
  const { classes, missing } = classesOf(values, cuts, groups.groupOf, universe, lowest)
  const counts = new Int32Array(size)
  const volumes = new Float64Array(size)
  for (const group of groupResults) {
    group.counts.forEach((count, index) => (counts[index] = (counts[index] ?? 0) + count))
    group.volumes.forEach((volume, index) => (volumes[index] = (volumes[index] ?? 0) + volume))
  }
  if (lowest >= 0) counts[lowest] = (counts[lowest] ?? 0) + missing
  return {
    code: axis.code,
    classCodes: axis.classes.map((one) => one.code),
    values,
    classes,
    groupOf: groups.groupOf,
    groups: groupResults,
    counts,
    volumes,
    totalVolume: volumes.reduce((sum, volume) => sum + volume, 0),
    missing,
  }
}

function groupResult(code: string | null, ascending: Float64Array, cuts: Float64Array): GroupResult {
  const counts = new Int32Array(cuts.length + 1)
  const volumes = new Float64Array(cuts.length + 1)
  let end = ascending.length
  counts.forEach((_, index) => {
    const cut = cuts[index]
    const start = cut === undefined ? 0 : Number.isNaN(cut) ? end : Math.min(lowerBound(ascending, cut), end)
    let volume = 0
    for (let at = end - 1; at >= start; at -= 1) volume += Math.max(ascending[at] ?? 0, 0)
    counts[index] = end - start
    volumes[index] = volume
    end = start
  })
  return { code, count: ascending.length, cutOffs: cuts, counts, volumes }
}

function classesOf(
  values: Float64Array,
  groupCuts: readonly Float64Array[],
  groupOf: Int32Array | null,
  universe: Uint8Array,
  missingClass: number,
): { classes: Int8Array; missing: number } {
  const classes = new Int8Array(values.length)
  const cutsPerGroup = groupCuts[0]?.length ?? 0
  // Cut-offs never rise, so the class is how many are not reached: a cut-off at a time, with no branch to mispredict.
  for (let index = 0; index < cutsPerGroup; index += 1) {
    countUnreached(
      classes,
      values,
      Float64Array.from(groupCuts, (cuts) => cuts[index] ?? NaN),
      groupOf,
    )
  }
  let missing = 0
  for (let row = 0; row < values.length; row += 1) {
    if (universe[row] !== 1) classes[row] = -1
    else if (Number.isNaN(values[row] ?? NaN)) {
      missing += 1
      classes[row] = missingClass
    }
  }
  return { classes, missing }
}

/** Adds 1 to the class of each hcp whose value is under its group's cut-off. */
function countUnreached(
  classes: Int8Array,
  values: Float64Array,
  cutOfGroup: Float64Array,
  groupOf: Int32Array | null,
): void {
  if (groupOf) {
    for (let row = 0; row < classes.length; row += 1) {
      const cut = cutOfGroup[groupOf[row] ?? 0] ?? NaN
      classes[row] = (classes[row] ?? 0) + Number(!((values[row] ?? NaN) >= cut))
    }
    return
  }
  const cut = cutOfGroup[0] ?? NaN
  for (let row = 0; row < classes.length; row += 1) {
    classes[row] = (classes[row] ?? 0) + Number(!((values[row] ?? NaN) >= cut))
  }
}
