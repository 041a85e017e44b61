import { expect, test } from 'vitest'
import { createDataset, encodeDataset, segment, type Configuration } from '#src/engine/index.ts'
import { decodeTable, encodeTable } from '#src/lib/columns/binary.ts'
import { codeColumn, numberColumn } from '#src/lib/columns/build-columns.ts'
import { openWhatIf } from '#src/client/what-if/what-if-session.ts'
import { readyMatrix } from '#src/client/segmentation/ready-matrices.ts'
import { emptyConfiguration } from '#src/engine/index.ts'
import { criterion } from '../../engine/segmentation/fixture.ts'

const criteria = [criterion('potentiel'), criterion('affinite', 'SCALE')]
const ids = Array.from({ length: 200 }, (_, row) => `h${String(row).padStart(3, '0')}`)
const dataset = createDataset({
  hcpIds: ids,
  referenceDay: '2026-06-01',
  criteria: {
    potentiel: numberColumn(ids.map((_, row) => (row % 17 === 0 ? null : (row * 37) % 101))),
    affinite: numberColumn(ids.map((_, row) => (row * 7) % 11)),
  },
  attributes: { sector: codeColumn(ids.map((_, row) => `S${row % 4}`)) },
  previousSegment: codeColumn(ids.map((_, row) => (row % 5 === 0 ? null : 's1'))),
})
const made = readyMatrix('3x3', criteria, 'fr')
if (!made) throw new Error('two criteria make a matrix')
const document: Configuration = { ...emptyConfiguration(), criteria, segmentations: [made] }
const result = segment(dataset, document, 'general')

/** What the server sends: the dataset, and where the last official run put each hcp. */
function body(): Uint8Array {
  const { rows, meta, columns } = decodeTable(encodeDataset(dataset))
  const official = codeColumn(
    Array.from(result.segments, (place) => result.segmentCodes[place] ?? 'excluded'),
  )
  return encodeTable({ rows, meta, columns: { ...columns, 'official:general': official } })
}
const setting = { universe: null, criteria, segmentation: made }
const now = () => 0

test('the preview counts what the engine counts, and nothing moves while nothing changed', () => {
  const preview = openWhatIf(body()).compute({ ...setting, grid: document.grid, reference: setting }, now)
  expect(preview.cells.map(({ count }) => count)).toEqual(result.cellTallies.map(({ count }) => count))
  expect(preview.cells.every(({ count, before }) => count === before)).toBe(true)
  expect(preview.official).toMatchObject({ moved: 0, entries: 0, exits: 0, present: 200 })
  expect(preview.previous?.present).toBe(160)
  expect(preview.problems).toEqual([])
})

test('a cut-off moved says who moves, from where to where', () => {
  const moved = {
    ...made,
    axes: made.axes.map((axis) =>
      axis.code === 'potentiel'
        ? { ...axis, classification: { method: 'thresholds' as const, cuts: [90, 80] } }
        : axis,
    ),
  }
  const session = openWhatIf(body())
  const preview = session.compute(
    { ...setting, segmentation: moved, grid: document.grid, reference: setting },
    now,
  )
  const after = segment(dataset, { ...document, segmentations: [moved] }, 'general')
  const changed = ids.filter((_, row) => after.segments[row] !== result.segments[row])
  expect(preview.official?.moved).toBe(changed.length)
  expect(new Set(preview.official?.movers.map(({ hcpId }) => hcpId))).toEqual(new Set(changed))
  const values = preview.official?.movers.map(({ value }) => value ?? -1) ?? []
  expect(values).toEqual(values.toSorted((one, other) => other - one))
  expect(session.explain(changed[0] ?? '')?.hcpId).toBe(changed[0])
  expect(session.explain('nobody')).toBeNull()
})
