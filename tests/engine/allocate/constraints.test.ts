import type { AllocationHcps } from '#src/engine/index.ts'
import { allocate, causeOf, constraintCauses } from '#src/engine/index.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allocationInput, gridRow, hcps } from './allocation-fixture.ts'

const rows = [gridRow('A', 'visit', 4), gridRow('A', 'remote', 2, { priority: 2 }), gridRow('A', 'email', 3)]
const all = 0b111

/** Contacts and causes of one hcp of segment A on visit, remote, e-mail. */
function answer(columns: Partial<AllocationHcps>, yearlyContactCap: number | null = null) {
  const input = allocationInput({ hcps: hcps([0], columns), yearlyContactCap }, rows)
  const { lines } = allocate(input)
  return [...lines.contacts].map((contacts, index) => [contacts, causeOf(lines.causes[index] ?? 0)])
}
const consented = { consentedChannels: Uint32Array.of(all) }

describe('hard constraints', () => {
  it('leave everything where none applies', () => {
    expect(answer(consented)).toEqual([
      [4, null],
      [2, null],
      [3, null],
    ])
  })

  it('an e-mail needs a recorded consent', () => {
    expect(answer({})[2]).toEqual([0, 'noConsent'])
  })

  it('opposition takes all channels or some', () => {
    expect(answer({ ...consented, opposedChannels: Uint32Array.of(all) }).map((one) => one[1])).toEqual(
      Array(3).fill('opposition'),
    )
    expect(answer({ ...consented, opposedChannels: Uint32Array.of(0b100) })[2]).toEqual([0, 'opposition'])
  })

  it('no visit leaves the other channels', () => {
    expect(answer({ ...consented, noVisit: Uint8Array.of(1) })).toEqual([
      [0, 'noVisit'],
      [2, null],
      [3, null],
    ])
  })

  it('the yearly cap leaves its room by priority, then by channel', () => {
    expect(answer({ ...consented, yearlyUsed: Int32Array.of(4) }, 10)).toEqual([
      [4, null],
      [0, 'yearlyCap'],
      [2, 'yearlyCap'],
    ])
    expect(answer({ ...consented, yearlyMaximum: Int32Array.of(3) }, 10)[0]).toEqual([3, 'yearlyCap'])
    expect(answer({ ...consented, yearlyUsed: Int32Array.of(30) }, 10)[0]).toEqual([0, 'yearlyCap'])
  })

  it('a forbidden line takes none of the yearly room', () => {
    expect(answer({ noVisit: Uint8Array.of(1) }, 2)).toEqual([
      [0, 'noVisit'],
      [2, null],
      [0, 'noConsent'],
    ])
  })

  it('a line has one cause, the first that applies', () => {
    const everything = {
      opposedChannels: Uint32Array.of(0b001),
      excludedChannels: Uint32Array.of(0b111),
      noVisit: Uint8Array.of(1),
      noAccessChannels: Uint32Array.of(0b111),
    }
    expect(answer(everything, 1).map((one) => one[1])).toEqual(['opposition', 'exclusion', 'noConsent'])
    expect(answer({ ...consented, noAccessChannels: Uint32Array.of(0b111) }, 3).map((one) => one[1])).toEqual(
      ['yearlyCap', 'noAccess', 'noAccess'],
    )
    expect(constraintCauses).toEqual([
      'opposition',
      'noConsent',
      'exclusion',
      'noVisit',
      'yearlyCap',
      'noAccess',
      'capacity',
    ])
  })

  it('wanted is always contacts + infeasible, with a cause exactly where something is infeasible', () => {
    const mask = fc.array(fc.integer({ min: 0, max: 7 }), { minLength: 6, maxLength: 6 })
    fc.assert(
      fc.property(mask, mask, mask, fc.integer({ min: 1, max: 9 }), (opposed, excluded, access, cap) => {
        const columns = {
          opposedChannels: Uint32Array.from(opposed),
          excludedChannels: Uint32Array.from(excluded),
          noAccessChannels: Uint32Array.from(access),
        }
        const sectors = [{ id: 's1', capacityMilli: 9000 }]
        const input = allocationInput(
          { hcps: hcps([0, 0, 1, 0, -1, 2], columns), sectors, yearlyContactCap: cap },
          rows,
        )
        const { lines } = allocate({ ...input, fit: { method: 'priority' } })
        lines.wanted.forEach((wanted, line) => {
          expect(wanted).toBe((lines.contacts[line] ?? 0) + (lines.infeasible[line] ?? 0))
          expect(lines.causes[line] !== 0).toBe((lines.infeasible[line] ?? 0) > 0)
        })
      }),
    )
  })
})
