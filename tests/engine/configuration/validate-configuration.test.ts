import { describe, expect, it } from 'vitest'
import {
  emptyConfiguration,
  validateConfiguration,
  type Axis,
  type Condition,
  type Configuration,
  type GridRow,
} from '#src/engine/index.ts'
import { axis, configurationOf, criterion } from '../segmentation/fixture.ts'

const criteria = [
  criterion('x'),
  criterion('note', 'TEXT'),
  criterion('level', 'CHOICE', {
    options: [
      { code: 'low', points: 0 },
      { code: 'high', points: 1 },
    ],
  }),
]
const sound = () =>
  configurationOf({
    criteria,
    axes: [
      axis('x', { method: 'thresholds', cuts: [20, 10] }, 3),
      axis('level', { method: 'quantiles', k: 2 }, 2),
    ],
  })

/** A sound configuration, spoilt: codes with their paths. */
function problems(spoil: (configuration: Configuration) => void): string[] {
  const configuration = structuredClone(sound())
  spoil(configuration)
  return validateConfiguration(configuration).map(({ path, code }) => `${path.join('.')} ${code}`)
}
const general = (configuration: Configuration) => {
  const [segmentation] = configuration.segmentations
  if (!segmentation) throw new Error('the fixture has a segmentation')
  return segmentation
}
function spoilAxis(change: Partial<Axis>) {
  return problems((configuration) => Object.assign(general(configuration).axes[0] ?? {}, change))
}
const withUniverse = (universe: Condition) =>
  problems((configuration) => Object.assign(configuration, { universe }))
const row: GridRow = {
  segment: 'AA',
  channel: 'visit',
  contacts: 6,
  maxCredited: 8,
  minimum: 2,
  priority: 1,
  presentations: [],
}
const withRows = (...rows: GridRow[]) => problems((configuration) => configuration.grid.rows.push(...rows))

describe('validation across the parts of a configuration', () => {
  it('finds nothing wrong in a sound one, nor in an empty one', () => {
    expect(problems(() => {})).toEqual([])
    expect(validateConfiguration(emptyConfiguration())).toEqual([])
    expect(withRows(row, { ...row, segment: 'non-qualifie' })).toEqual([])
  })

  it('criteria', () => {
    expect(
      problems((one) => one.criteria.push(criterion('x', 'NUMBER', { minimum: 3, maximum: 1 }))),
    ).toEqual(['criteria.3.code duplicate-code', 'criteria.3.maximum bounds-inverted'])
    expect(problems((one) => one.criteria.push(criterion('choice', 'CHOICE')))).toEqual([
      'criteria.3.options options-missing',
    ])
  })

  it('axes and their classes', () => {
    const at = 'segmentations.0.axes.0'
    expect(spoilAxis({ source: { kind: 'criterion', criterion: 'ghost' } })).toEqual([
      `${at}.source.criterion unknown-criterion`,
    ])
    expect(spoilAxis({ source: { kind: 'criterion', criterion: 'note' } })).toEqual([
      `${at}.source.criterion text-criterion`,
    ])
    const term = { criterion: 'x', weight: 0, normalisation: 'identity' as const }
    expect(spoilAxis({ source: { kind: 'weighted', terms: [term, term], minimumShareBps: 5000 } })).toEqual([
      `${at}.source.terms.1.criterion duplicate-term`,
      `${at}.source.terms weights-all-zero`,
    ])
    expect(spoilAxis({ classification: { method: 'thresholds', cuts: [10, 10] } })).toEqual([
      `${at}.classification.cuts.1 cuts-not-descending`,
    ])
    expect(spoilAxis({ classification: { method: 'abc', limitsBps: [9500, 8000], reach: false } })).toEqual([
      `${at}.classification.limitsBps.1 limits-not-ascending`,
    ])
    expect(spoilAxis({ classification: { method: 'ranks', k: 4 } })).toEqual([`${at}.classes class-count`])
  })

  it('names the numbers of what it found', () => {
    const configuration = structuredClone(sound())
    general(configuration).matrix.cells.pop()
    expect(validateConfiguration(configuration)).toEqual([
      {
        path: ['segmentations', 0, 'matrix', 'cells'],
        code: 'matrix-rows',
        params: { expected: 3, actual: 2 },
      },
    ])
  })

  it('matrix, segments and rules', () => {
    const at = 'segmentations.0'
    expect(problems((one) => general(one).matrix.cells[1]?.push('AA'))).toEqual([
      `${at}.matrix.cells.1 matrix-columns`,
    ])
    expect(problems((one) => general(one).matrix.cells[1]?.splice(0, 1, 'ZZ'))).toEqual([
      `${at}.matrix.cells.1.0 unknown-segment`,
    ])
    expect(problems((one) => Object.assign(general(one).matrix, { columns: 'ghost' }))).toEqual([
      `${at}.matrix.columns unknown-axis`,
    ])
    const condition: Condition = {
      op: 'compare',
      field: { kind: 'class', axis: 'x' },
      comparison: '=',
      value: 'Z',
    }
    const rule = { id: 'r', condition, outcome: { kind: 'segment' as const, segment: 'ZZ' } }
    expect(problems((one) => general(one).rules.push(rule))).toEqual([
      `${at}.rules.0.condition.value unknown-class`,
      `${at}.rules.0.outcome.segment unknown-segment`,
    ])
  })

  it('conditions', () => {
    const of = (code: string) => ({ kind: 'criterion' as const, code })
    expect(withUniverse({ op: 'missing', field: { kind: 'axis', code: 'x' } })).toEqual([
      'universe.field universe-reads-segmentation',
    ])
    expect(withUniverse({ op: 'compare', field: of('ghost'), comparison: '=', value: 1 })).toEqual([
      'universe.field unknown-criterion',
    ])
    expect(withUniverse({ op: 'compare', field: of('x'), comparison: '=', value: 'one' })).toEqual([
      'universe.value value-kind',
    ])
    expect(withUniverse({ op: 'in', field: of('level'), values: ['low', 'gone'] })).toEqual([
      'universe.values.1 unknown-option',
    ])
    expect(withUniverse({ op: 'not', term: { op: 'between', field: of('x'), low: 3, high: 1 } })).toEqual([
      'universe.term.high interval-inverted',
    ])
    const specialty = { kind: 'attribute' as const, name: 'specialty' as const }
    expect(withUniverse({ op: 'compare', field: specialty, comparison: '>', value: 'gp' })).toEqual([
      'universe.comparison no-order',
    ])
  })

  it('grid, limits and follow-up', () => {
    expect(withRows({ ...row, segment: 'ZZ' }, row, row)).toEqual([
      'grid.rows.2 duplicate-grid-row',
      'grid.rows.0.segment unknown-segment',
    ])
    expect(withRows({ ...row, minimum: 7, maxCredited: 5 })).toEqual([
      'grid.rows.0.minimum minimum-above-contacts',
      'grid.rows.0.maxCredited credit-below-contacts',
    ])
    expect(problems((one) => Object.assign(one.grid, { segmentation: 'ghost' }))).toEqual([
      'grid.segmentation unknown-segmentation',
    ])
    expect(
      problems((one) => Object.assign(one.limits, { frequency: { minimum: 5, maximum: 2, mode: 'refuse' } })),
    ).toEqual(['limits.frequency.minimum frequency-inverted'])
    expect(problems((one) => Object.assign(one.followUp, { redBps: 9000 }))).toEqual([
      'followUp.redBps red-above-amber',
    ])
  })

  it('response curves', () => {
    const curve = { min: 0, max: 1, c: 1, d: 1, reference: 4, valueMilli: 1000, channel: 'visit' }
    const withCurves = (...segments: string[]) =>
      problems((configuration) => {
        const curves = segments.map((segment) => ({ ...curve, segment }))
        configuration.fit = { method: 'optimise', curves }
      })
    expect(withCurves('AA', 'AB')).toEqual([])
    expect(withCurves('AA', 'ghost', 'AA')).toEqual([
      'fit.curves.2 duplicate-grid-row',
      'fit.curves.1.segment unknown-segment',
    ])
  })
})
