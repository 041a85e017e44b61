import { oc } from '@orpc/contract'
import * as z from 'zod'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contract } from '#src/contracts/contract.ts'
import { procedure } from '#src/contracts/procedure.ts'
import { setClock } from '#src/server/platform/clock.ts'
import { freshDatabase, type TestDatabase } from '../../fixtures/database/test-database.ts'
import { leaks } from '../../fixtures/canaries.ts'
import { now, seedSmallLab, type LabFixture } from '../../fixtures/small-lab.ts'
import { contentOf } from './authorization/content.ts'
import { ask, askAgain, cellsOf, plan, verdict, type Cell, type House } from './authorization/matrix.ts'
import { endpointsOf, unregistered, type Endpoint } from './authorization/endpoints.ts'
import { subjects } from './authorization/subjects.ts'
import { actorsOf, worldOf } from './authorization/world.ts'

const endpoints = endpointsOf(contract)
let database: TestDatabase
let labs: LabFixture[]
let houses: House[]
let cells = 0
const admitted = new Map<string, string[]>()
const refusals = new Map<string, string>()

beforeAll(async () => {
  database = await freshDatabase()
  const { alpha, beta } = await seedSmallLab(database.sql)
  setClock(now)
  labs = [alpha, beta]
  const [first, second] = [await worldOf(database.sql, alpha), await worldOf(database.sql, beta)]
  houses = [
    { home: first, away: second, actors: await actorsOf(alpha, beta) },
    { home: second, away: first, actors: await actorsOf(beta, alpha) },
  ]
})
afterAll(async () => {
  setClock(null)
  await database.drop()
  const answers = [...admitted.values()].flatMap((codes) => [...codes])
  const codes = Object.entries(Object.groupBy(answers, (code) => code)).map(
    ([code, all]) => `${code} ${all?.length}`,
  )
  console.log(
    `authorization matrix: ${cells} cells of ${endpoints.length} endpoints; admitted: ${codes.join(', ')}`,
  )
})

const named = ({ principal, path, variant }: Cell, house: House) =>
  `${house.home.lab.slug} ${principal} ${path ?? ''} ${variant}`

async function walk(endpoint: Endpoint, only: 'strangers' | 'owners'): Promise<string[]> {
  const wrong: string[] = []
  for (const house of houses) {
    const foreign = new Map<string, string>()
    for (const cell of cellsOf(endpoint, house)) {
      const { input, isForeign, expectation } = plan(endpoint, cell, house)
      if ((expectation === 'admitted') !== (only === 'owners')) continue
      const answer = await (only === 'owners' ? askAgain : ask)(endpoint, cell, input)
      cells += 1
      if (only === 'owners' && answer.code !== 'OK') refusals.set(endpoint.name, answer.body)
      if (only === 'owners')
        admitted.set(endpoint.name, [...(admitted.get(endpoint.name) ?? []), answer.code])
      const isSpent = subjects[endpoint.name]?.spends && admitted.get(endpoint.name)?.includes('OK')
      const problem = isSpent && answer.code === 'NOT_FOUND' ? null : verdict(expectation, answer)
      if (problem) wrong.push(`${named(cell, house)}: ${problem}`)
      const leaked = leaks(cell.actor, answer.body, labs, subjects[endpoint.name]?.namesOthers !== undefined)
      if (leaked.length > 0) wrong.push(`${named(cell, house)}: reads ${leaked.join(' ')}`)
      // Nobody may tell what is not theirs from what does not exist.
      if (isForeign) {
        const key = `${cell.principal} ${cell.path}`
        const before = foreign.get(key) ?? answer.body
        if (before !== answer.body)
          wrong.push(`${named(cell, house)}: ${before.slice(0, 300)} or ${answer.body.slice(0, 300)}`)
        foreign.set(key, answer.body)
      }
    }
  }
  return wrong
}

describe('the walk itself', () => {
  const idInput = z.object({ id: z.uuid(), more: z.object({ hcpId: z.uuid() }).optional() })
  const contractWith = (action: Parameters<typeof procedure>[0]) => ({
    plans: { steal: procedure(action).route({ method: 'GET', path: '/steal' }).input(idInput) },
  })

  test('sees an endpoint without a row, an id without a kind, an action that the policy has not', () => {
    const stolen = endpointsOf(contractWith('plans.read'))
    expect(unregistered(stolen, {})).toEqual(['plans.steal: no row'])
    expect(
      unregistered(stolen, { 'plans.steal': { ids: { id: 'plan', planId: 'plan' } }, gone: {} }),
    ).toEqual([
      'gone: no such endpoint',
      'plans.steal: which kind of id is more.hcpId?',
      'plans.steal: no id at planId',
    ])
    const unset = endpointsOf({ steal: oc.$meta({ action: 'unset' }).route({ path: '/steal' }) })
    expect(unregistered(unset, { steal: {} })).toEqual(['steal: action unset'])
  })

  test('sees a canary of another lab, and of a sector that is not the reader’s', () => {
    const rep = houses[0]?.actors.rep ?? null
    const [first, other] = labs[0]?.sectors ?? []
    const body = JSON.stringify({ a: first?.canary, b: [other?.canary], c: labs[1]?.canary })
    expect(leaks(rep, body, labs, false)).toEqual([other?.canary, labs[1]?.canary])
    expect(leaks(rep, body, labs, true)).toEqual([labs[1]?.canary])
    expect(leaks(houses[0]?.actors.admin ?? null, body, labs, false)).toEqual([labs[1]?.canary])
    expect(leaks(null, body, labs, false)).toHaveLength(3)
  })

  test('takes no answer for another', () => {
    const given = { code: 'OK', status: 200, body: '{}' }
    expect(verdict('NOT_FOUND', given)).toContain('instead of NOT_FOUND')
    expect(verdict('admitted', { ...given, code: 'NOT_FOUND', status: 404 })).toContain('instead of admitted')
    expect(verdict('alike', { ...given, code: 'THROWN', status: 500 })).toContain('instead of alike')
    expect(verdict('admitted', given)).toBeNull()
  })
})

test('every endpoint has its row, every id its kind, every action is one of the policy', () => {
  expect(unregistered(endpoints, subjects)).toEqual([])
})

test('who is no longer a member, and who has no session, is nobody', () => {
  for (const { actors } of houses) {
    expect(actors.disabled).toBeNull()
    expect(actors.rep?.sectorIds).toHaveLength(1)
    expect(actors.manager?.sectorIds).toHaveLength(2)
  }
})

describe('strangers', () => {
  let before: string[]
  beforeAll(async () => {
    before = await contentOf(database.sql)
  })

  test.each(endpoints)('$name', async (endpoint) => {
    expect(await walk(endpoint, 'strangers')).toEqual([])
  })

  test('changed nothing at all', async () => {
    expect(await contentOf(database.sql)).toEqual(before)
  })
})

// What stands first in the contract changes the ground under the rest: it goes last.
describe('owners', () => {
  test.each(endpoints.toReversed())('$name', async (endpoint) => {
    expect(await walk(endpoint, 'owners')).toEqual([])
    const { closed, refusedHere } = subjects[endpoint.name] ?? {}
    if (closed) return
    const isGiven = admitted.get(endpoint.name)?.includes('OK')
    expect(isGiven, `somebody gets what was asked ${refusals.get(endpoint.name) ?? ''}`).toBe(!refusedHere)
  })
})
