import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encodeSegmentation, segment, type Axis, type Configuration } from '#src/engine/index.ts'
import { axis, configurationOf, criterion, datasetOf, type Row } from './fixture.ts'
import { classification, configuration, criteria, rows } from './segmentation-arbitraries.ts'

const bytesOf = (list: readonly Row[], one: Configuration) =>
  Buffer.from(encodeSegmentation(segment(datasetOf(list, one.criteria), one, 'general')))

const withAxes = (one: Configuration, change: (axis: Axis) => Axis): Configuration => ({
  ...one,
  segmentations: one.segmentations.map((part) => ({ ...part, axes: part.axes.map(change) })),
})

describe('a segmentation', () => {
  it('has the same bytes whatever the order of the rows', () => {
    fc.assert(
      fc.property(
        configuration,
        rows.chain((list) =>
          fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
        ),
        (one, [list, shuffled]) => {
          expect(bytesOf(shuffled, one).equals(bytesOf(list, one))).toBe(true)
        },
      ),
    )
  })

  it('is changed in nothing by a criterion that nobody reads', () => {
    fc.assert(
      fc.property(configuration, rows, (one, list) => {
        const more = { ...one, criteria: [criterion('noise'), ...criteria] }
        const noisy = list.map((row, index) => ({ ...row, answers: { ...row.answers, noise: index % 3 } }))
        expect(bytesOf(noisy, more).equals(bytesOf(list, one))).toBe(true)
      }),
    )
  })

  it('gives the same classes to a copy of a column under another name', () => {
    fc.assert(
      fc.property(configuration, rows, (one, list) => {
        const renamed = JSON.parse(
          JSON.stringify(one).replaceAll(/"(code|criterion)":"x"/g, '"$1":"the-copy"'),
        ) as Configuration
        const more = { ...renamed, criteria: [...one.criteria, criterion('the-copy')] }
        const copied = list.map((row) => ({
          ...row,
          answers: { ...row.answers, 'the-copy': row.answers['x'] ?? null },
        }))
        expect(bytesOf(copied, more).equals(bytesOf(list, one))).toBe(true)
      }),
    )
  })

  it('parts its universe: cells, segments, excluded and volumes add up', () => {
    fc.assert(
      fc.property(configuration, rows, (one, list) => {
        const result = segment(datasetOf(list, one.criteria), one, 'general')
        const sum = (numbers: readonly number[]) => numbers.reduce((total, value) => total + value, 0)
        const placed = sum(result.segmentTallies.map(({ count }) => count)) + result.excluded.count
        expect(placed).toBe(result.universeCount)
        expect(sum(result.cellTallies.map(({ count }) => count))).toBe(
          result.cells.filter((cell) => cell >= 0).length,
        )
        for (const found of result.axes) {
          const lowest = one.segmentations[0]?.axes.find(({ code }) => code === found.code)?.missing.policy
          const classed = result.universeCount - (lowest === 'lowest' ? 0 : found.missing)
          expect(sum([...found.counts])).toBe(classed)
          expect(sum([...found.volumes])).toBeCloseTo(found.totalVolume, 6)
          expect(found.groups.reduce((total, group) => total + group.count, 0)).toBe(
            result.universeCount - found.missing,
          )
        }
      }),
    )
  })

  it('never gives a worse class to who answers higher, weights being positive', () => {
    const value = fc.integer({ min: -10, max: 40 })
    fc.assert(
      fc.property(
        classification,
        fc.constantFrom('identity' as const, 'minmax' as const, 'percentile' as const),
        fc.array(fc.tuple(value, value), { minLength: 1, maxLength: 15 }),
        (method, normalisation, list) => {
          const terms = ['x', 'y'].map((code) => ({ criterion: code, weight: 1, normalisation }))
          const size =
            'k' in method ? method.k : ('cuts' in method ? method.cuts.length : method.limitsBps.length) + 1
          const source = { kind: 'weighted' as const, terms, minimumShareBps: 0 }
          const one = configurationOf({ criteria, axes: [axis('a', method, size, { source })] })
          const all = list.map(([x, y], index) => ({ id: String(index).padStart(2, '0'), answers: { x, y } }))
          const classes = segment(datasetOf(all, criteria), one, 'general').axes[0]?.classes ?? []
          list.forEach(([x, y], i) =>
            list.forEach(([otherX, otherY], j) => {
              const isHigher = x >= otherX && y >= otherY
              expect(isHigher && (classes[i] ?? 0) > (classes[j] ?? 0)).toBe(false)
            }),
          )
        },
      ),
    )
  })

  it('does not read names', () => {
    fc.assert(
      fc.property(configuration, rows, (one, list) => {
        const renamed = withAxes(one, (part) => ({ ...part, name: `${part.name} again` }))
        expect(bytesOf(list, renamed).equals(bytesOf(list, one))).toBe(true)
      }),
    )
  })

  it('has the same bytes in every time zone and language', { timeout: 60_000 }, () => {
    const script = fileURLToPath(new URL('./print-bytes.ts', import.meta.url))
    const places = [
      ['UTC', 'C'],
      ['Pacific/Kiritimati', 'fr_FR.UTF-8'],
      ['America/St_Johns', 'tr_TR.UTF-8'],
    ] as const
    const hashes = places.map(([zone, language]) =>
      execFileSync(process.execPath, [script], {
        env: { ...process.env, TZ: zone, LC_ALL: language, LANG: language, NODE_OPTIONS: '' },
        encoding: 'utf8',
      }),
    )
    expect(hashes[0]).toMatch(/^[0-9a-f]{64}$/)
    expect(new Set(hashes).size).toBe(1)
  })
})
