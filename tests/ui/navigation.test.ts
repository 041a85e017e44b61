import { describe, expect, it } from 'vitest'
import { cycleOf, inOtherCycle, isCurrent, navigationFor } from '#components/layout/navigation.ts'

const cycle = 'cycle-1'
const keys = (entries: readonly { key: string }[]) => entries.map(({ key }) => key)

describe('the rail', () => {
  it('shows each role its own entries', () => {
    expect(keys(navigationFor({ role: 'REP', readOnly: false }, cycle).main)).toEqual([
      'home',
      'plan',
      'calls',
      'qualify',
      'followUp',
      'alerts',
      'directory',
    ])
    expect(keys(navigationFor({ role: 'MANAGER', readOnly: false }, cycle).main)).toContain('team')
    expect(keys(navigationFor({ role: 'HQ', readOnly: false }, cycle).second)).toContain('imports')
    expect(keys(navigationFor({ role: 'REP', readOnly: false }, cycle).second)).toEqual([])
    expect(keys(navigationFor({ role: 'ADMIN', readOnly: false }, cycle).second)).toContain('administration')
  })
  it('keeps four entries on a phone and the others behind Plus, none twice', () => {
    const { main, second, phone, more } = navigationFor({ role: 'HQ', readOnly: false }, cycle)
    expect(phone).toHaveLength(4)
    expect([...keys(phone), ...keys(more)].toSorted()).toEqual([...keys(main), ...keys(second)].toSorted())
  })
  it('leads the steps to the cycle in hand, to the list of cycles without one', () => {
    const at = (id: string | null) =>
      navigationFor({ role: 'HQ', readOnly: true }, id).main.find(({ key }) => key === 'strategy')
    expect(at(cycle)?.href).toBe('/cycles/cycle-1/strategie')
    expect(at(null)?.href).toBe('/cycles')
  })
})

describe('addresses', () => {
  it('say their cycle, and change it in place', () => {
    expect(cycleOf('/cycles/a/suivi')).toBe('a')
    expect(cycleOf('/annuaire')).toBeNull()
    expect(inOtherCycle('/cycles/a/ciblage', 'b')).toBe('/cycles/b/ciblage')
    expect(inOtherCycle('/', 'b')).toBe('/cycles/b/suivi')
  })
  it('light one entry', () => {
    expect(isCurrent('/', '/annuaire')).toBe(false)
    expect(isCurrent('/annuaire', '/annuaire/12')).toBe(true)
    expect(isCurrent('/pas', '/passage')).toBe(false)
  })
})
