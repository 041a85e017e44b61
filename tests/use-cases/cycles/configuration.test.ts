import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SectionChange } from '#src/contracts/cycle-configuration.ts'
import { setClock } from '#src/server/platform/clock.ts'
import { command, read } from '#src/server/platform/transaction.ts'
import { getConfiguration } from '#src/server/use-cases/cycles/get-configuration.ts'
import { saveSection } from '#src/server/use-cases/cycles/save-section.ts'
import {
  configurationInForce,
  freezeWorkingConfiguration,
} from '#src/server/use-cases/cycles/steps/configuration.ts'
import { freshDatabase, type TestDatabase } from '../../fixtures/database/test-database.ts'
import { now, seedSmallLab, type LabFixture } from '../../fixtures/small-lab.ts'
import { actorOf, answerOf, newCycle } from './fixture.ts'

let database: TestDatabase
let alpha: LabFixture
let beta: LabFixture

beforeAll(async () => {
  database = await freshDatabase()
  ;({ alpha, beta } = await seedSmallLab(database.sql))
  setClock(now)
})
afterAll(async () => {
  setClock(null)
  await database.drop()
})

const hq = () => actorOf(alpha, 'hq')
const save = (id: string, version: number, change: SectionChange, actor = hq()) =>
  saveSection(actor, { id, commandId: randomUUID(), version, change })
const limits = async (id: string) => (await getConfiguration(hq(), id)).document.limits

test('two people save two sections from the same reading, and both stand', async () => {
  const { id } = await newCycle(alpha, 'Deux sections')
  const { version } = await getConfiguration(hq(), id)
  await save(id, version, { section: 'fit', value: { method: 'priority' } })
  await save(id, version, { section: 'limits', value: { ...(await limits(id)), atDeadline: 'open' } })
  const { document } = await getConfiguration(hq(), id)
  expect([document.fit.method, document.limits.atDeadline]).toEqual(['priority', 'open'])
})

test('the second save of one section is refused with who saved it and when', async () => {
  const { id } = await newCycle(alpha, 'Une section')
  const { version } = await getConfiguration(hq(), id)
  await save(id, version, { section: 'fit', value: { method: 'priority' } })
  expect(await answerOf(save(id, version, { section: 'fit', value: { method: 'warn' } }))).toEqual({
    code: 'CONFLICT',
    data: {
      currentVersion: version + 1,
      params: { section: 'fit', by: hq().displayName, at: '2026-06-10T10:00:00.000Z' },
    },
  })
  expect((await getConfiguration(hq(), id)).document.fit.method).toBe('priority')
})

test('a section is written in its own step and no later', async () => {
  const { id } = await newCycle(alpha, 'Étapes')
  await database.sql.query(`UPDATE cycle SET state = 'STRATEGY' WHERE id = $1`, [id])
  const { version, editable } = await getConfiguration(hq(), id)
  expect(editable).toEqual(['grid', 'fit', 'constraints', 'limits', 'followUp'])
  expect(await answerOf(save(id, version, { section: 'criteria', value: [] }))).toMatchObject({
    code: 'REFUSED',
    reason: 'configuration-section-frozen',
  })
})

test('follow-up settings of a running cycle make a new configuration in force, and nothing else of it moves', async () => {
  const { id, configurationHash } = alpha.cycles.running
  const cycle = { id, state: 'RUNNING' as const }
  const before = await read(hq(), (tx) => configurationInForce(tx, alpha.id, cycle))
  expect(before.hash).toBe(configurationHash)
  const { version } = await getConfiguration(hq(), id)
  const value = { ...before.document.followUp, toleranceBps: 1000 }
  await save(id, version, { section: 'followUp', value })
  const after = await read(hq(), (tx) => configurationInForce(tx, alpha.id, cycle))
  expect(after.hash).not.toBe(before.hash)
  expect(after.document).toEqual({ ...before.document, followUp: value })
  const { rows } = await database.sql.query(
    `SELECT from_state, to_state FROM cycle_transition WHERE cycle_id = $1 ORDER BY at DESC, id DESC LIMIT 1`,
    [id],
  )
  expect(rows[0]).toEqual({ from_state: 'RUNNING', to_state: 'RUNNING' })
})

test('criteria that the lab does not have are refused by name', async () => {
  const { id } = await newCycle(alpha, 'Critères inconnus')
  const { version, document } = await getConfiguration(hq(), id)
  expect(document.criteria).toEqual([])
  const asked = {
    required: true,
    help: { fr: '', en: '' },
    minimum: null,
    maximum: null,
    options: [],
    validityMonths: null,
  }
  const value = [
    { ...asked, code: 'nulle-part', kind: 'NUMBER' as const, sources: ['terrain'] },
    { ...asked, code: 'potentiel', kind: 'SCALE' as const, sources: ['terrain'] },
    { ...asked, code: 'affinite', kind: 'SCALE' as const, sources: ['oubli'] },
  ]
  expect(await answerOf(save(id, version, { section: 'criteria', value }))).toEqual({
    code: 'REFUSED',
    reason: 'criterion-invalid',
    items: ['criterion-unknown', 'criterion-kind-fixed', 'source-unknown'],
  })
})

test('the same content freezes to the same hash, once', async () => {
  const one = await newCycle(alpha, 'Gel 1')
  const two = await newCycle(alpha, 'Gel 2')
  const freeze = (id: string) =>
    command(hq(), async (tx) => ({ value: await freezeWorkingConfiguration(tx, hq(), id), audit: null }))
  const [first, second] = [await freeze(one.id), await freeze(two.id)]
  expect(second.hash).toBe(first.hash)
  const { rows } = await database.sql.query(`SELECT count(*)::int AS n FROM configuration WHERE hash = $1`, [
    first.hash,
  ])
  expect(rows[0].n).toBe(1)
})

test('nobody but head office reads or writes it, and never another lab’s', async () => {
  const { id } = await newCycle(alpha, 'Murs')
  const change: SectionChange = { section: 'fit', value: { method: 'priority' } }
  expect(await answerOf(getConfiguration(actorOf(beta, 'hq'), id))).toEqual({ code: 'NOT_FOUND' })
  expect(await answerOf(save(id, 1, change, actorOf(beta, 'hq')))).toEqual({ code: 'NOT_FOUND' })
  expect(await answerOf(save(id, 1, change, actorOf(alpha, 'rep1')))).toEqual({ code: 'FORBIDDEN' })
  expect(await answerOf(save(id, 1, change, actorOf(alpha, 'hqReadOnly')))).toEqual({ code: 'FORBIDDEN' })
})
