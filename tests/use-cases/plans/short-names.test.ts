import { expect, test } from 'vitest'
import { shortNames } from '#src/server/use-cases/plans/steps/short-names.ts'

const person = (hcpId: string, firstName: string, lastName: string, commune: string | null = 'Saintes') => ({
  hcpId,
  title: 'Dr',
  firstName,
  lastName,
  commune,
})

test('two of a plan are never named the same: first name, then commune', () => {
  const names = shortNames([
    person('1', 'Maud', 'Kerautret'),
    person('2', 'Fatima', 'Delmas'),
    person('3', 'Guillaume', 'Delmas'),
    person('4', 'Jean', 'Martin'),
    person('5', 'Jean', 'Martin', 'Royan'),
    person('6', 'Jean', 'Martin', null),
  ])
  expect([...names.values()]).toEqual([
    'Dr Kerautret',
    'Dr Fatima Delmas',
    'Dr Guillaume Delmas',
    'Dr Jean Martin, Saintes',
    'Dr Jean Martin, Royan',
    'Dr Jean Martin',
  ])
})
