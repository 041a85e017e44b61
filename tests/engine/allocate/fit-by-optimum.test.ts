import { describe, expect, it } from 'vitest'
import { allocate, response, type AllocationInput, type Fit } from '#src/engine/index.ts'
import { seededRandom } from '#src/lib/seeded-random.ts'
import { allocationInput, gridRow, hcps, visit } from './allocation-fixture.ts'

type Curve = Extract<Fit, { method: 'optimise' }>['curves'][number]

const curve = (segment: string, more: Partial<Curve> = {}): Curve => ({
  segment,
  channel: 'visit',
  min: 0,
  max: 1,
  c: 1,
  d: 1,
  reference: 1,
  valueMilli: 1000,
  ...more,
})

const input = (
  segments: readonly number[],
  sectors: readonly number[],
  capacities: readonly number[],
  curves: Curve[],
  rows = [gridRow('A', 'visit', 6), gridRow('B', 'visit', 6), gridRow('C', 'visit', 6)],
): AllocationInput =>
  allocationInput(
    {
      hcps: hcps(segments, { sectors: Int32Array.from(sectors) }),
      channels: [visit],
      sectors: capacities.map((contacts, index) => ({ id: `s${index}`, capacityMilli: contacts * 1000 })),
      fit: { method: 'optimise', curves },
    },
    rows,
  )

const contacts = (...all: Parameters<typeof input>) => [...allocate(input(...all)).lines.contacts]

describe('fit by optimum', () => {
  it('gives each segment one frequency, the same in all sectors, more where a contact is worth more', () => {
    const curves = [curve('A', { valueMilli: 4000 }), curve('B')]
    expect(contacts([0, 1, 0, 1], [0, 0, 1, 1], [4, 4], curves)).toEqual([3, 1, 3, 1])
  })

  it('leaves goals that fit as they are', () => {
    expect(contacts([0, 1], [0, 0], [12], [curve('A'), curve('B')])).toEqual([6, 6])
  })

  it('serves by priority where a sector is over with those frequencies', () => {
    const curves = [curve('A')]
    expect(contacts([0, 0, 0], [0, 0, 1], [2, 7], curves)).toEqual([2, 0, 3])
  })

  it('leaves rows without a curve what they ask, and vacant sectors out of the sums', () => {
    expect(contacts([0, 1], [0, 0], [8], [curve('A')])).toEqual([2, 6])
    expect(contacts([0, 0, 0], [0, 1, 1], [4, 0], [curve('A')])).toEqual([4, 0, 0])
  })

  it('never asks for less than the minimum of a row, but for nothing at all', () => {
    const rows = [gridRow('A', 'visit', 6, { minimum: 4 }), gridRow('B', 'visit', 6)]
    expect(contacts([0, 1], [0, 0], [5], [curve('A'), curve('B')], rows)).toEqual([4, 1])
    expect(contacts([0, 1], [0, 0], [3], [curve('A', { valueMilli: 9000 }), curve('B')], rows)).toEqual([
      0, 3,
    ])
  })

  it('is worth as much as the best of all frequencies tried', () => {
    const random = seededRandom('network optimum')
    for (let run = 0; run < 100; run += 1) {
      const segments = Array.from({ length: 1 + random.integer(8) }, () => random.integer(3))
      const curves = ['A', 'B', 'C'].map((segment) =>
        curve(segment, {
          c: 0.5 + 3 * random.uniform(),
          d: 0.2 + random.uniform(),
          reference: 1 + random.integer(4),
          valueMilli: random.integer(5000),
        }),
      )
      const capacity = 1 + random.integer(6 * segments.length)
      const worth = (served: readonly number[]) =>
        segments.reduce((sum, segment, row) => {
          const own = curves[segment] ?? curve('')
          return sum + own.valueMilli * response(own, (served[row] ?? 0) / own.reference)
        }, 0)
      let best = -Infinity
      for (let cell = 0; cell < 343; cell += 1) {
        const frequencies = [cell % 7, Math.floor(cell / 7) % 7, Math.floor(cell / 49)]
        const served = segments.map((segment) => frequencies[segment] ?? 0)
        if (served.reduce((sum, one) => sum + one, 0) <= capacity) best = Math.max(best, worth(served))
      }
      const found = contacts(
        segments,
        segments.map(() => 0),
        [capacity],
        curves,
      )
      expect(worth(found)).toBeCloseTo(best, 9)
    }
  })
})
