import {
  axisDistribution,
  type AxisResult,
  type Configuration,
  type Dataset,
  type SegmentationCache,
} from '#src/engine/index.ts'
import type { AxisPreview, ClassFigures } from './what-if-types.ts'

const binCount = 50
const pointCount = 80
const mostGroups = 60

const finiteOrNull = (cuts: Float64Array) => Array.from(cuts, (cut) => (Number.isNaN(cut) ? null : cut))

export function classFigures(axis: AxisResult): ClassFigures {
  const [only, ...more] = axis.groups
  return {
    counts: [...axis.counts],
    volumes: [...axis.volumes],
    totalVolume: axis.totalVolume,
    cutOffs: only && more.length === 0 ? finiteOrNull(only.cutOffs) : [],
    missing: axis.missing,
  }
}

/** What a panel draws of one axis. */
export function describeAxis(
  dataset: Dataset,
  configuration: Configuration,
  segmentation: string,
  axis: AxisResult,
  cache: SegmentationCache,
  reference: AxisResult | undefined,
): AxisPreview {
  const request = { segmentation, axis: axis.code, binCount, pointCount }
  const { lowest, highest, bins, curve, atCutOffs } = axisDistribution(dataset, configuration, request, cache)
  return {
    ...classFigures(axis),
    code: axis.code,
    classCodes: [...axis.classCodes],
    groups: axis.groups
      .flatMap(({ code, count, cutOffs }) =>
        code === null || count === 0 ? [] : [{ code, count, cutOffs: finiteOrNull(cutOffs) }],
      )
      .sort((one, other) => other.count - one.count)
      .slice(0, mostGroups),
    lowest,
    highest,
    bins: [...bins],
    curve: curve.flatMap(({ customers, volume }) =>
      Number.isNaN(volume) ? [] : [{ share: customers, value: volume }],
    ),
    cutShares: atCutOffs.map(({ customers }) => customers),
    reference: reference ? classFigures(reference) : null,
  }
}
