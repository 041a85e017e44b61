import { describe, expect, it } from 'vitest'
import {
  configurationSchema,
  emptyConfiguration,
  matrixPreset,
  presetNames,
  presetRoles,
  rfmCode,
  rfmScores,
  rfmSegment,
  segment,
  validateConfiguration,
  type PresetName,
  type PresetOptions,
} from '#src/engine/index.ts'
import { rfmRules } from '#src/engine/presets/preset-cells.ts'
import { criterion, datasetOf, type Row } from '../segmentation/fixture.ts'

const roles = [
  'potential',
  'affinity',
  'turnover',
  'frequency',
  'accessibility',
  'recency',
  'monetary',
] as const
const criteria = roles.map((role) => criterion(role))
const options: PresetOptions = {
  criteria: Object.fromEntries(roles.map((role) => [role, role])),
  locale: 'fr',
  colourOf: (rank) => `#00000${rank}`,
}
const configurationOf = (name: PresetName, rest: Partial<PresetOptions> = {}) =>
  configurationSchema.parse({
    ...emptyConfiguration(),
    criteria,
    segmentations: [matrixPreset(name, { ...options, ...rest })],
    grid: { segmentation: 'general', combine: 'max', rows: [] },
  })

/** Segment name of each hcp. */
function segmentsOf(name: PresetName, answers: readonly Row['answers'][], rest: Partial<PresetOptions> = {}) {
  const configuration = configurationOf(name, rest)
  const rows = answers.map((one, index) => ({ id: String(index).padStart(3, '0'), answers: one }))
  const result = segment(datasetOf(rows, criteria), configuration, 'general')
  const names = new Map(configuration.segmentations[0]?.segments.map((one) => [one.code, one.name]))
  return Array.from(result.segments, (place) => {
    const code = result.segmentCodes[place] ?? ''
    return names.get(code) ?? code
  })
}

describe('ready matrices', () => {
  it.each(presetNames)('%s holds together in both languages', (name) => {
    for (const locale of ['fr', 'en'] as const)
      expect(validateConfiguration(configurationOf(name, { locale }))).toEqual([])
    const [made] = configurationOf(name).segmentations
    const used = new Set(made?.matrix.cells.flat())
    expect([...used].toSorted()).toEqual(made?.segments.map((one) => one.code).toSorted())
    expect(made?.axes).toHaveLength(presetRoles[name].length)
  })

  it('IPO/IPA: HH, HM, MH, HL, MM, LH, ML, LM, LL = priorities 1 … 9, potential first', () => {
    const level = { H: 3, M: 2, L: 1 }
    const pairs = ['HH', 'HM', 'MH', 'HL', 'MM', 'LH', 'ML', 'LM', 'LL']
    const answers = pairs.map((pair) => ({
      potential: level[pair.charAt(0) as 'H'],
      accessibility: level[pair.charAt(1) as 'H'],
    }))
    const cutPoints = { potential: [2, 3], accessibility: [2, 3] }
    expect(segmentsOf('ipo', answers, { cutPoints })).toEqual(
      pairs.map((_, index) => `Priorité ${index + 1}`),
    )
  })

  it('ABCD: A hi·hi, B hi·lo, C lo·hi, D lo·lo', () => {
    const answers = [
      { turnover: 10, frequency: 5 },
      { turnover: 10, frequency: 4 },
      { turnover: 9, frequency: 5 },
      { turnover: 9, frequency: 4 },
    ]
    expect(segmentsOf('abcd', answers, { cutPoints: { turnover: [10], frequency: [5] } })).toEqual([
      'A',
      'B',
      'C',
      'D',
    ])
    expect(segmentsOf('abcd', answers)).toEqual(['A', 'B', 'C', 'D'])
  })

  it('PMG: two cut-offs, or shares as ABC by value', () => {
    const answers = [90, 6, 3, 1].map((turnover) => ({ turnover, affinity: turnover }))
    expect(segmentsOf('pmg', answers)).toEqual(['Gros', 'Petits', 'Petits', 'Petits'])
    expect(segmentsOf('pmg', answers, { cutPoints: { turnover: [3, 90] } })).toEqual([
      'Gros',
      'Moyens',
      'Moyens',
      'Petits',
    ])
  })

  it('ABC croisée: row A, then column A of B, C and P, then the rest', () => {
    const answers = [
      { turnover: 80, potential: 1 },
      { turnover: 15, potential: 80 },
      { turnover: 5, potential: 15 },
      { turnover: 0, potential: 80 },
      { potential: 3 },
      { turnover: 0, potential: 0 },
    ]
    const cutPoints = { potential: [10, 50] }
    expect(segmentsOf('abc-crossed', answers, { cutPoints })).toEqual([
      'Fonds de commerce',
      'Potentiel',
      'Gestion économique',
      'Potentiel',
      'Gestion économique',
      'Gestion économique',
    ])
    const [made] = configurationOf('abc-crossed').segmentations
    const rows = answers.map((one, index) => ({ id: String(index), answers: one }))
    const result = segment(datasetOf(rows, criteria), configurationOf('abc-crossed'), 'general')
    const classes = Array.from(result.axes[0]?.classes ?? [], (one) => made?.axes[0]?.classes[one]?.code)
    expect(classes.join('')).toBe('ABCPPP')
  })

  it('RFM: the codes and named segments of the score, from explicit cut points', () => {
    const cutPoints = { recency: [1, 4, 7, 10], frequency: [10, 20, 30, 40], monetary: [5, 10, 20, 50] }
    const customers = [
      { recency: 2, frequency: 12, monetary: 6 },
      { recency: 6, frequency: 18, monetary: 9 },
      { recency: 8, frequency: 35, monetary: 40 },
      { recency: 0, frequency: 1, monetary: 1 },
      { recency: 4, frequency: 40, monetary: 90 },
    ]
    const configuration = configurationOf('rfm', { cutPoints })
    const rows = customers.map((one, index) => ({ id: String(index), answers: one }))
    const result = segment(datasetOf([...rows, { id: 'x', answers: {} }], criteria), configuration, 'general')
    const codes = customers.map((_, row) =>
      result.axes.reduce((code, axis) => code * 10 + Number(axis.classCodes[axis.classes[row] ?? -1]), 0),
    )
    const scores = customers.map((one) => rfmScores(one, cutPoints))
    expect(codes).toEqual([422, 322, 244, 511, 355])
    expect(codes).toEqual(scores.map(rfmCode))
    const found = Array.from(result.segments, (place) => result.segmentCodes[place])
    expect(found).toEqual([...scores.map((one) => rfmSegment(one, rfmRules)), 'non-qualifie'])
  })

  it('says which criterion it misses, and which cut points', () => {
    expect(() => matrixPreset('ipo', { ...options, criteria: { potential: 'potential' } })).toThrow(
      'the matrix ipo needs a criterion for accessibility',
    )
    expect(() => matrixPreset('abcd', { ...options, cutPoints: { turnover: [1, 2] } })).toThrow(
      '1 cut points are needed for turnover',
    )
  })
})
