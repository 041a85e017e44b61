import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { StrategyChanges } from '#src/contracts/strategy.ts'
import { allocate, decodeAllocation } from '#src/engine/index.ts'
import { setClock } from '#src/server/platform/clock.ts'
import { getAllocation } from '#src/server/use-cases/strategy/get-allocation.ts'
import { getStrategy } from '#src/server/use-cases/strategy/get-strategy.ts'
import { saveStrategy } from '#src/server/use-cases/strategy/save-strategy.ts'
import { getTargeting } from '#src/server/use-cases/targeting/get-targeting.ts'
import { freshDatabase, type TestDatabase } from '../../fixtures/database/test-database.ts'
import { now, seedSmallLab, type LabFixture } from '../../fixtures/small-lab.ts'
import { answerOf } from '../cycles/fixture.ts'
import { strategyCycle, type StrategyCycle } from './fixture.ts'

let database: TestDatabase
let alpha: LabFixture
let beta: LabFixture
let cycle: StrategyCycle

beforeAll(async () => {
  database = await freshDatabase()
  ;({ alpha, beta } = await seedSmallLab(database.sql))
  setClock(now)
  cycle = await strategyCycle(database.sql, alpha, 'Cycle 1 2027')
})
afterAll(async () => {
  setClock(null)
  await database.drop()
})

const hq = () => alpha.actors.hq
const save = (version: number, changes: StrategyChanges, actor = hq()) =>
  saveStrategy(actor, { id: cycle.id, commandId: randomUUID(), version, changes })

test('the strategy is read by head office of its lab alone', async () => {
  const strategy = await getStrategy(hq(), cycle.id)
  expect(strategy.channels.map(({ code }) => code)).toEqual(['visite', 'distance', 'telephone', 'email'])
  expect(strategy.segments.map(({ code }) => code)).toEqual([
    'A1',
    'A2',
    'B1',
    'B2',
    'C1',
    'C2',
    'non-qualifie',
  ])
  expect(strategy.official).toEqual({ id: cycle.runId, upToDate: true })
  expect(await answerOf(getStrategy(beta.actors.hq, cycle.id))).toMatchObject({ code: 'NOT_FOUND' })
  expect(await answerOf(getStrategy(alpha.actors.rep1, cycle.id))).toMatchObject({ code: 'FORBIDDEN' })
  expect(await answerOf(getAllocation(alpha.actors.manager1, cycle.id))).toMatchObject({ code: 'FORBIDDEN' })
  expect(await answerOf(getAllocation(beta.actors.hq, cycle.id))).toMatchObject({ code: 'NOT_FOUND' })
})

test('the browser computes on the columns what the server computes on the tables, without a name', async () => {
  const { bytes } = await getAllocation(hq(), cycle.id)
  const { parts } = await getStrategy(hq(), cycle.id)
  const { grid, fit, constraints } = parts
  const { yearlyContactCap } = constraints
  const { totals, feasibility } = allocate({ ...decodeAllocation(bytes), grid, fit, yearlyContactCap })
  const targeting = await getTargeting(hq(), cycle.id)
  expect(totals.contacts).toBe(targeting.totals?.contacts)
  expect(feasibility.causes).toEqual(targeting.totals?.gate.causes)
  const text = new TextDecoder().decode(bytes)
  expect(text).not.toContain(alpha.canary)
  expect(text).not.toContain(alpha.hcps[0]?.id)
})

test('several parts are saved at once, and a second person is told who was faster', async () => {
  const { version, parts } = await getStrategy(hq(), cycle.id)
  const saved = await save(version, {
    fit: { method: 'priority' },
    constraints: { yearlyContactCap: 12 },
    limits: { ...parts.limits, atDeadline: 'open' },
  })
  expect([saved.parts.fit.method, saved.parts.constraints.yearlyContactCap]).toEqual(['priority', 12])
  expect(await answerOf(save(version, { fit: { method: 'warn' } }))).toMatchObject({
    code: 'CONFLICT',
    data: { params: { section: 'fit', by: hq().displayName } },
  })
  await save(version, { grid: parts.grid })
})

test('a grid that could not run is refused with each of its faults', async () => {
  const { version, parts } = await getStrategy(hq(), cycle.id)
  const [first, ...rest] = parts.grid.rows
  if (!first) throw new Error('no grid')
  const wrong = { ...first, segment: 'Z9', contacts: 2, maxCredited: 1 }
  expect(await answerOf(save(version, { grid: { ...parts.grid, rows: [wrong, ...rest] } }))).toEqual({
    code: 'REFUSED',
    reason: 'strategy-invalid',
    items: ['unknown-segment', 'credit-below-contacts'],
  })
})

test('every fit is saved, and the targeting is what that fit serves; a curve of no segment is refused', async () => {
  const curve = { channel: 'visite', min: 0, max: 1, c: 2, d: 1, reference: 2, valueMilli: 1000 }
  const optimise = (...segments: string[]) => ({
    method: 'optimise' as const,
    curves: segments.map((segment) => ({ ...curve, segment })),
  })
  for (const fit of [{ method: 'scale' as const }, optimise('A1', 'B1')]) {
    const { version } = await getStrategy(hq(), cycle.id)
    const { parts } = await save(version, { fit })
    expect(parts.fit).toEqual(fit)
    const { yearlyContactCap } = parts.constraints
    const { bytes } = await getAllocation(hq(), cycle.id)
    const { totals } = allocate({ ...decodeAllocation(bytes), grid: parts.grid, fit, yearlyContactCap })
    expect((await getTargeting(hq(), cycle.id)).totals?.contacts).toBe(totals.contacts)
  }
  const { version } = await getStrategy(hq(), cycle.id)
  expect(await answerOf(save(version, { fit: optimise('Z9') }))).toMatchObject({
    reason: 'strategy-invalid',
    items: ['unknown-segment'],
  })
})

test('only head office that may write saves it, and once published the grid stands', async () => {
  const { version, parts } = await getStrategy(hq(), cycle.id)
  const { fit, followUp } = parts
  for (const actor of [alpha.actors.hqReadOnly, alpha.actors.manager1, alpha.actors.rep1])
    expect(await answerOf(save(version, { fit }, actor))).toMatchObject({ code: 'FORBIDDEN' })
  expect(await answerOf(save(version, { fit }, beta.actors.hq))).toMatchObject({ code: 'NOT_FOUND' })
  await database.sql.query(`UPDATE cycle SET state = 'RUNNING' WHERE lab_id = $1 AND id = $2`, [
    alpha.id,
    cycle.id,
  ])
  expect(await answerOf(save(version, { fit }))).toMatchObject({ reason: 'configuration-section-frozen' })
  const saved = await save(version, { followUp: { ...followUp, toleranceBps: 1500 } })
  expect(saved.parts.followUp.toleranceBps).toBe(1500)
})
