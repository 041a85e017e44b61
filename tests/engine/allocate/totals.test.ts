import { allocate, shareInBps } from '#src/engine/index.ts'
import { describe, expect, it } from 'vitest'
import { allocationInput, email, gridRow, hcps, remote, visit } from './allocation-fixture.ts'

const input = allocationInput(
  {
    hcps: hcps([0, 1, 1, -1, -2, 2, 0], {
      sectors: Int32Array.of(0, 0, 1, 1, 1, 1, -1),
      consentedChannels: Uint32Array.of(0, 4, 0, 0, 0, 0, 0),
      noVisit: Uint8Array.of(0, 0, 1, 0, 0, 0, 0),
    }),
    channels: [visit, remote, email],
    sectors: [
      { id: 's1', capacityMilli: 6000 },
      { id: 's2', capacityMilli: 0 },
    ],
  },
  [
    gridRow('A', 'visit', 5, { priority: 1 }),
    gridRow('B', 'visit', 3, { priority: 2, minimum: 2 }),
    gridRow('B', 'remote', 1, { priority: 3 }),
    gridRow('B', 'email', 2, { priority: 4 }),
  ],
)

describe('totals of a targeting', () => {
  const { totals } = allocate(input)

  it('count hcps of the universe, targets, contacts, load and cost', () => {
    expect(totals).toMatchObject({ hcps: 5, targets: 3, contacts: 12, loadMilli: 9000, capacityMilli: 6000 })
    expect(totals.utilisationBps).toBe(15_000)
    expect(totals.reachBps).toBe(6000)
    expect(totals.costCents).toBe(8 * 9000 + 2 * 3000 + 2 * 50)
  })

  it('add up by channel, segment and sector', () => {
    expect(totals.channels.map((one) => [one.channel, one.hcps, one.contacts])).toEqual([
      ['visit', 2, 8],
      ['remote', 2, 2],
      ['email', 1, 2],
    ])
    expect(totals.segments.map((one) => [one.segment, one.hcps, one.targets, one.contactsByChannel])).toEqual(
      [
        ['A', 1, 1, [5, 0, 0]],
        ['B', 2, 2, [3, 2, 2]],
        ['C', 1, 0, [0, 0, 0]],
      ],
    )
    expect(totals.sectors.map((one) => [one.sector, one.hcps, one.targets, one.loadMilli])).toEqual([
      ['s1', 2, 2, 8500],
      ['s2', 3, 1, 500],
    ])
  })

  it('utilisation is load ÷ capacity, missing without capacity', () => {
    expect(totals.sectors.map((one) => one.utilisationBps)).toEqual([14_167, null])
    expect(totals.sectors.map((one) => one.reachBps)).toEqual([10_000, 3333])
  })
})

describe('feasibility gate', () => {
  it('counts goals that cannot be done by sector and cause; a warning leaves the lines as they are', () => {
    const { feasibility, lines } = allocate(input)
    expect(Array.from(lines.contacts).slice(0, 6)).toEqual([5, 0, 0, 3, 1, 2])
    expect(feasibility).toMatchObject({ wanted: 17, infeasible: 9, shareBps: 5294 })
    expect(feasibility.causes).toEqual([
      { cause: 'noConsent', contacts: 2 },
      { cause: 'noVisit', contacts: 3 },
      { cause: 'capacity', contacts: 4 },
    ])
    expect(feasibility.sectors[0]).toEqual({
      sector: 's1',
      wanted: 11,
      infeasible: 3,
      shareBps: 2727,
      causes: [{ cause: 'capacity', contacts: 3 }],
    })
  })

  it('tells the same where the fit cuts', () => {
    const cut = allocate({ ...input, fit: { method: 'priority' } })
    expect(Array.from(cut.lines.contacts).slice(0, 6)).toEqual([5, 0, 0, 0, 1, 2])
    expect(cut.feasibility).toEqual(allocate(input).feasibility)
    expect(cut.totals.sectors[0]?.utilisationBps).toBe(9167)
  })
})

describe('shares', () => {
  it('are rounded half up, missing over nothing', () => {
    expect([shareInBps(1, 3), shareInBps(1, 8000), shareInBps(3, 40_000), shareInBps(0, 0)]).toEqual([
      3333,
      1,
      1,
      null,
    ])
  })
})
