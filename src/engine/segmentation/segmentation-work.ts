import { canonicalJson } from '../../lib/canonical-json.ts'
import {
  axisValues,
  fitAxis,
  formulaValues,
  type AxisGroups,
  type AxisValues,
  type SortedValues,
} from '../axes/axis-values.ts'
import { fitScale, scaleColumn } from '../axes/scales.ts'
import { sortWithinGroups } from '../axes/sort-within-groups.ts'
import { classifyAxis } from '../classify/classify-axis.ts'
import { criterionNumbers } from '../columns/criterion-numbers.ts'
import type { Dataset } from '../columns/dataset.ts'
import type { Configuration } from '../configuration/configuration.ts'
import type { CycleCriterion } from '../configuration/criteria.ts'
import type { Axis } from '../configuration/segmentation.ts'
import { compileCondition, compileFormula } from '../expressions/compile-expression.ts'
import { datasetReader, type ClassifiedAxis } from '../expressions/dataset-reader.ts'
import type { FieldReader } from '../expressions/field-reader.ts'
import type { SegmentationCache } from './segmentation-cache.ts'
import type { AxisResult } from './segmentation-result.ts'

/** The steps of a segmentation over one dataset and configuration, each remembered in the cache. */
export type SegmentationWork = {
  readonly universe: () => Uint8Array
  readonly numbersOf: (criterion: string) => Float64Array
  readonly values: (axis: Axis) => AxisValues
  readonly sorted: (axis: Axis) => SortedValues
  /** Groups of the axis put together. */
  readonly sortedTogether: (axis: Axis) => SortedValues
  readonly axis: (axis: Axis) => AxisResult
  readonly fact: (key: string, make: () => number) => number
  readonly reader: (axes: readonly ClassifiedAxis[]) => FieldReader
}

export function openWork(
  dataset: Dataset,
  configuration: Configuration,
  cache: SegmentationCache,
): SegmentationWork {
  if (cache.dataset !== dataset) throw new RangeError('the cache was made for another dataset')
  const { criteria } = configuration
  const byCode = new Map(criteria.map((criterion) => [criterion.code, criterion]))
  // A criterion's help or sources change no number; keys hold what does.
  const criteriaKey = canonicalJson(criteria.map(readingOf))
  const universeKey = `${criteriaKey}|${canonicalJson(configuration.universe)}`
  const emptyNumbers = () => new Float64Array(dataset.rows).fill(NaN)

  const numbersOf = (code: string): Float64Array => {
    const criterion = byCode.get(code)
    if (!criterion) return cache.numbers('', emptyNumbers)
    const key = canonicalJson(readingOf(criterion))
    return cache.numbers(key, () =>
      criterionNumbers(criterion, dataset.criteria[code], dataset.referenceDay, dataset.rows),
    )
  }
  const reader = (axes: readonly ClassifiedAxis[]): FieldReader =>
    datasetReader({
      dataset,
      criteria,
      numbersOf,
      axes,
      remember: (key, make) => cache.masks(`${criteriaKey}|${key}`, make),
    })
  const universe = (): Uint8Array => {
    const { universe: condition } = configuration
    if (condition) return compileCondition(condition)(reader([]))
    return cache.masks('', () => new Uint8Array(dataset.rows).fill(1))
  }
  const valuesKey = (axis: Axis): string =>
    `${universeKey}|${canonicalJson([axis.source, axis.groupBy, axis.missing.policy === 'default' ? axis.missing : null])}`
  const values = (axis: Axis): AxisValues =>
    cache.values(valuesKey(axis), () => {
      const groups = groupsOf(dataset, axis.groupBy)
      const size = { groupOf: groups.groupOf, count: groups.codes.length }
      const inside = universe()
      const fitted = fitAxis(axis.source, axis.missing, (code, normalisation) => {
        const criterion = byCode.get(code)
        if (!criterion) return { kind: 'identity' }
        return cache.scales(`${universeKey}|${axis.groupBy}|${normalisation}|${code}`, () =>
          fitScale(normalisation, criterion, numbersOf(code), inside, size),
        )
      })
      if (fitted.formula !== null) {
        const numbers = compileFormula(fitted.formula)(reader([]))
        return { fitted, groups, values: formulaValues(numbers, fitted, inside) }
      }
      const scaled = fitted.terms.map(({ criterion, scale }) => {
        const numbers = numbersOf(criterion)
        return cache.scaled(`${universeKey}|${axis.groupBy}|${scale.kind}|${criterion}`, () =>
          scaleColumn(scale, numbers, numbers, inside, groups.groupOf),
        )
      })
      return { fitted, groups, values: axisValues(fitted, scaled, inside) }
    })
  const sorted = (axis: Axis): SortedValues =>
    cache.sorted(valuesKey(axis), () => {
      const { groups, values: axisNumbers } = values(axis)
      return sortWithinGroups(axisNumbers, universe(), {
        groupOf: groups.groupOf,
        count: groups.codes.length,
      })
    })
  const sortedTogether = (axis: Axis): SortedValues =>
    cache.sorted(`all|${valuesKey(axis)}`, () =>
      sortWithinGroups(values(axis).values, universe(), { groupOf: null, count: 1 }),
    )
  const classified = (axis: Axis): AxisResult => {
    const key = `${valuesKey(axis)}|${canonicalJson([axis.code, axis.classification, axis.classes, axis.missing])}`
    return cache.axes(key, () => classifyAxis(axis, values(axis), sorted(axis), universe()))
  }
  const fact = (key: string, make: () => number) => cache.facts(`${universeKey}|${key}`, make)
  return { universe, numbersOf, values, sorted, sortedTogether, axis: classified, fact, reader }
}

function readingOf({ code, kind, minimum, maximum, options }: CycleCriterion) {
  return { code, kind, minimum, maximum, options }
}

/** Hcps without a specialty or region make a group of their own, code ''. */
function groupsOf(dataset: Dataset, groupBy: Axis['groupBy']): AxisGroups {
  if (groupBy === null) return { groupOf: null, codes: [null] }
  const { values, dictionary } = dataset.attributes[groupBy]
  const none = dictionary.length
  return { groupOf: values.map((value) => (value < 0 ? none : value)), codes: [...dictionary, ''] }
}
