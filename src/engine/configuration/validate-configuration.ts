import { duplicates, problem, type ConfigurationProblem } from './configuration-problem.ts'
import type { Configuration } from './configuration.ts'
import { validateCondition } from './validate-condition.ts'
import { hasSegment, validateSegmentation } from './validate-segmentation.ts'

/**
 * What the schema cannot see: names that nothing bears, shapes that do not fit each other, orders that are broken.
 * Empty = the configuration can be run. Problems come in the order of the document; an empty configuration has none:
 * what is still missing is for the cycle's checklist to say.
 */
export function validateConfiguration(configuration: Configuration): ConfigurationProblem[] {
  const { universe, criteria, segmentations, limits, followUp } = configuration
  const found: ConfigurationProblem[] = []
  if (universe) found.push(...validateCondition(universe, ['universe'], { criteria, axes: null }))
  found.push(...validateCriteria(configuration))
  const codes = segmentations.map((one) => one.code)
  found.push(...duplicates(codes, (index) => ['segmentations', index, 'code']))
  segmentations.forEach((one, index) =>
    found.push(...validateSegmentation(one, ['segmentations', index], criteria)),
  )
  found.push(...validateGrid(configuration), ...validateCurves(configuration))
  const { frequency } = limits
  if (frequency && frequency.minimum > frequency.maximum) {
    const { minimum, maximum } = frequency
    found.push(problem(['limits', 'frequency', 'minimum'], 'frequency-inverted', { minimum, maximum }))
  }
  const { redBps, amberBps } = followUp
  if (redBps > amberBps) found.push(problem(['followUp', 'redBps'], 'red-above-amber', { redBps, amberBps }))
  return found
}

function validateCriteria({ criteria }: Configuration): ConfigurationProblem[] {
  const codes = criteria.map((criterion) => criterion.code)
  const found = duplicates(codes, (index) => ['criteria', index, 'code'])
  criteria.forEach(({ code, kind, minimum, maximum, options, sources }, index) => {
    const path = ['criteria', index]
    if (minimum !== null && maximum !== null && minimum > maximum) {
      found.push(problem([...path, 'maximum'], 'bounds-inverted', { minimum, maximum }))
    }
    if (kind === 'CHOICE' && options.length === 0) {
      found.push(problem([...path, 'options'], 'options-missing', { criterion: code }))
    }
    const optionCodes = options.map((option) => option.code)
    found.push(...duplicates(optionCodes, (option) => [...path, 'options', option, 'code']))
    found.push(...duplicates(sources, (source) => [...path, 'sources', source]))
  })
  return found
}

function validateGrid({ grid, segmentations }: Configuration): ConfigurationProblem[] {
  if (segmentations.length === 0 && grid.rows.length === 0) return []
  const segmentation = segmentations.find((one) => one.code === grid.segmentation)
  if (!segmentation) {
    return [problem(['grid', 'segmentation'], 'unknown-segmentation', { segmentation: grid.segmentation })]
  }
  const keys = grid.rows.map(({ segment, channel }) => `${segment} × ${channel}`)
  const found = duplicates(keys, (index) => ['grid', 'rows', index], 'duplicate-grid-row')
  grid.rows.forEach(({ segment, contacts, minimum, maxCredited, presentations }, index) => {
    const path = ['grid', 'rows', index]
    if (!hasSegment(segmentation, segment)) {
      found.push(problem([...path, 'segment'], 'unknown-segment', { segment }))
    }
    if (presentations.length === 0 && minimum > contacts) {
      found.push(problem([...path, 'minimum'], 'minimum-above-contacts', { minimum, contacts }))
    }
    if (maxCredited !== null && maxCredited < contacts) {
      found.push(problem([...path, 'maxCredited'], 'credit-below-contacts', { maxCredited, contacts }))
    }
    const products = presentations.map((one) => one.product)
    found.push(...duplicates(products, (product) => [...path, 'presentations', product, 'product']))
  })
  return found
}

function validateCurves({ fit, grid, segmentations }: Configuration): ConfigurationProblem[] {
  if (fit.method !== 'optimise') return []
  const segmentation = segmentations.find((one) => one.code === grid.segmentation)
  const keys = fit.curves.map(({ segment, channel }) => `${segment} × ${channel}`)
  const found = duplicates(keys, (index) => ['fit', 'curves', index], 'duplicate-grid-row')
  fit.curves.forEach(({ segment }, index) => {
    if (segmentation && !hasSegment(segmentation, segment))
      found.push(problem(['fit', 'curves', index, 'segment'], 'unknown-segment', { segment }))
  })
  return found
}
