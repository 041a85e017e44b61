import { describe, expect, it } from 'vitest'
import {
  configurationSchema,
  emptyConfiguration,
  explain,
  segment,
  validateConfiguration,
  type Configuration,
} from '#src/engine/index.ts'
import { axis, criterion, datasetOf } from './fixture.ts'

const criteria = ['x', 'y', 'z'].map((code) => criterion(code))
const halves = (code: string) => axis(code, { method: 'thresholds', cuts: [5] }, 2)
const cells = ['AAA', 'AAB', 'ABA', 'ABB', 'BAA', 'BAB', 'BBA', 'BBB']
const segments = cells.map((code, index) => ({ code, name: code, colour: '#0b7285', rank: index + 1 }))

/** Segment of layer l, line r, column c: their classes in this order. */
const withLayers = (change: (configuration: Configuration) => void = () => {}): Configuration => {
  const configuration = configurationSchema.parse({
    ...emptyConfiguration(),
    criteria,
    segmentations: [
      {
        code: 'general',
        axes: ['x', 'y', 'z'].map(halves),
        matrix: {
          rows: 'x',
          columns: 'y',
          layers: 'z',
          cells: [
            ['AAA', 'AAB'],
            ['ABA', 'ABB'],
            ['BAA', 'BAB'],
            ['BBA', 'BBB'],
          ],
        },
        segments,
        rules: [],
      },
    ],
  })
  change(configuration)
  return configuration
}
const rows = [
  { id: 'a', answers: { x: 9, y: 9, z: 9 } },
  { id: 'b', answers: { x: 9, y: 1, z: 1 } },
  { id: 'c', answers: { x: 1, y: 9, z: 1 } },
  { id: 'd', answers: { x: 1, y: 1, z: 9 } },
  { id: 'e', answers: { x: 9, y: 9 } },
]
const dataset = datasetOf(rows, criteria)

describe('a third axis as layers', () => {
  it('places each hcp by its three classes; a missing one is unqualified', () => {
    const result = segment(dataset, withLayers(), 'general')
    expect(Array.from(result.segments, (place) => result.segmentCodes[place])).toEqual([
      'AAA',
      'BAB',
      'BBA',
      'ABB',
      'non-qualifie',
    ])
    expect([...result.cells]).toEqual([0, 5, 6, 3, -1])
    expect(result.cellTallies.map(({ count }) => count)).toEqual([1, 0, 0, 1, 0, 1, 1, 0])
  })

  it('tells the three classes, and moves through any of them', () => {
    const configuration = withLayers()
    const result = segment(dataset, configuration, 'general')
    const found = explain(dataset, configuration, result, 1)
    expect(found.cell).toEqual({ rowClass: 'A', columnClass: 'B', layerClass: 'B', segment: 'BAB' })
    expect(found.smallestChange).toMatchObject({ criterion: 'y', by: 4, segment: 'BAA' })
  })

  it('asks for as many lines as rows × layers, and for an axis that is not in the matrix yet', () => {
    expect(validateConfiguration(withLayers()).map(({ code }) => code)).toEqual([])
    const codes = (change: (configuration: Configuration) => void) =>
      validateConfiguration(withLayers(change)).map(({ code }) => code)
    const matrixOf = (configuration: Configuration) => {
      const [one] = configuration.segmentations
      if (!one) throw new Error('one segmentation')
      return one.matrix
    }
    expect(codes((one) => matrixOf(one).cells.pop())).toEqual(['matrix-rows'])
    expect(codes((one) => (matrixOf(one).layers = 'ghost'))).toEqual(['unknown-axis', 'matrix-rows'])
    expect(codes((one) => (matrixOf(one).layers = 'y'))).toEqual(['matrix-layers'])
  })
})
