import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#src/contracts/actor.ts'
import { setClock } from '#src/server/platform/clock.ts'
import { getStrategy } from '#src/server/use-cases/strategy/get-strategy.ts'
import { saveStrategy } from '#src/server/use-cases/strategy/save-strategy.ts'
import { exportTargeting } from '#src/server/use-cases/targeting/export-targeting.ts'
import { getPublicationRun } from '#src/server/use-cases/targeting/get-publication-run.ts'
import { getSectorTargets } from '#src/server/use-cases/targeting/get-sector-targets.ts'
import { getTargeting } from '#src/server/use-cases/targeting/get-targeting.ts'
import { publishTargeting } from '#src/server/use-cases/targeting/publish-targeting.ts'
import { runPublication } from '#src/server/use-cases/targeting/run-publication.ts'
import { freshDatabase, type TestDatabase } from '../../fixtures/database/test-database.ts'
import { now, seedSmallLab, type LabFixture } from '../../fixtures/small-lab.ts'
import { answerOf } from '../cycles/fixture.ts'
import { strategyCycle, type StrategyCycle } from '../strategy/fixture.ts'

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
const sectorId = (index: number) => alpha.sectors[index]?.id ?? ''
const count = async (text: string, ...values: unknown[]) =>
  Number((await database.sql.query(text, [alpha.id, ...values])).rows[0].count)

async function ask(actor: Actor = hq(), id = cycle.id) {
  const { version, configurationVersion, runId } = await getTargeting(hq(), id)
  return publishTargeting(actor, {
    id,
    commandId: randomUUID(),
    version,
    configurationVersion,
    runId: runId ?? '',
  })
}

describe('before publication', () => {
  test('head office sees what a publication would hold, and who is not to be contacted with its cause', async () => {
    const targeting = await getTargeting(hq(), cycle.id)
    expect(targeting.published).toBeNull()
    expect(targeting.sectors.map(({ code }) => code)).toEqual(['S1', 'S2', 'S3', 'S4'])
    const causes = new Map(targeting.totals?.gate.causes.map(({ cause, contacts }) => [cause, contacts]))
    expect(causes.get('opposition')).toBeGreaterThan(0)
    expect(causes.get('noVisit')).toBeGreaterThan(0)
    const sector = alpha.opposed.sector ?? 0
    const { items } = await getSectorTargets(hq(), cycle.id, sectorId(sector))
    const opposed = items.find(({ hcpId }) => hcpId === alpha.opposed.id)
    expect(opposed?.goals[0]).toMatchObject({ contacts: 0, cause: 'opposition' })
    expect(items.some(({ hcpId }) => hcpId === alpha.ceased.id)).toBe(false)
  })

  test('nobody in the field sees it, and another lab knows nothing of it', async () => {
    expect(await getTargeting(alpha.actors.rep1, cycle.id)).toMatchObject({
      missing: 'not-published',
      totals: null,
      sectors: [],
      publishing: null,
    })
    expect((await getSectorTargets(alpha.actors.rep1, cycle.id, sectorId(0))).items).toEqual([])
    expect(await answerOf(getTargeting(beta.actors.hq, cycle.id))).toMatchObject({ code: 'NOT_FOUND' })
    expect(await answerOf(ask(beta.actors.hq))).toMatchObject({ code: 'NOT_FOUND' })
    expect(await answerOf(ask(alpha.actors.manager1))).toMatchObject({ code: 'FORBIDDEN' })
    expect(await answerOf(ask(alpha.actors.hqReadOnly))).toMatchObject({ code: 'FORBIDDEN' })
  })

  test('the fit by priority spends capacity on first segments and says what it cut', async () => {
    const { version } = await getStrategy(hq(), cycle.id)
    await database.sql.query(
      `UPDATE working_time SET contacts_a_day_milli = 300 WHERE lab_id = $1 AND member_id = $2`,
      [alpha.id, alpha.members.rep4.id],
    )
    const changes = { fit: { method: 'priority' as const } }
    await saveStrategy(hq(), { id: cycle.id, commandId: randomUUID(), version, changes })
    const targeting = await getTargeting(hq(), cycle.id)
    const last = targeting.sectors.find(({ code }) => code === 'S4')
    expect(last?.gate.causes.map(({ cause }) => cause)).toContain('capacity')
    expect(last?.loadMilli).toBeLessThanOrEqual(last?.capacityMilli ?? 0)
    const { items } = await getSectorTargets(hq(), cycle.id, sectorId(3))
    const cut = items.flatMap(({ segment, goals }) =>
      goals.some(({ cause }) => cause === 'capacity') ? segment : [],
    )
    expect(cut).not.toContain('A1')
    expect(cut).toContain('B1')
  })
})

describe('publication', () => {
  test('is refused when the grid moved after it was read', async () => {
    const seen = await getTargeting(hq(), cycle.id)
    const { version, parts } = await getStrategy(hq(), cycle.id)
    const [first, ...rest] = parts.grid.rows
    if (!first) throw new Error('no grid')
    const grid = {
      ...parts.grid,
      rows: [{ ...first, contacts: 7, maxCredited: 9, presentations: [] }, ...rest],
    }
    await saveStrategy(hq(), { id: cycle.id, commandId: randomUUID(), version, changes: { grid } })
    const input = {
      id: cycle.id,
      commandId: randomUUID(),
      version: seen.version,
      configurationVersion: seen.configurationVersion,
      runId: seen.runId ?? '',
    }
    expect(await answerOf(publishTargeting(hq(), input))).toMatchObject({
      reason: 'targeting-configuration-moved',
    })
  })

  test('fails in words, and writes nothing, when the grid moves between the asking and the work', async () => {
    const { id } = await ask()
    const { version, parts } = await getStrategy(hq(), cycle.id)
    const limits = { ...parts.limits, reasonRequired: !parts.limits.reasonRequired }
    await saveStrategy(hq(), { id: cycle.id, commandId: randomUUID(), version, changes: { limits } })
    await runPublication(hq(), id)
    const { run } = await getPublicationRun(hq(), cycle.id)
    expect(run).toMatchObject({ state: 'FAILED', error: { reason: 'targeting-configuration-moved' } })
    expect(
      await count('SELECT count(*) FROM publication WHERE lab_id = $1 AND cycle_id = $2', cycle.id),
    ).toBe(0)
  })

  test('writes targets, goals and one open plan a sector, theory proposed as it is, and opens the engagement', async () => {
    const before = await getTargeting(hq(), cycle.id)
    const { id } = await ask()
    expect(await answerOf(ask())).toMatchObject({ reason: 'targeting-being-published' })
    await runPublication(hq(), id)
    await runPublication(hq(), id)
    const after = await getTargeting(hq(), cycle.id)
    expect(after).toMatchObject({ state: 'ENGAGEMENT', published: { number: 1 }, publishing: null })
    for (const key of ['targets', 'contacts', 'loadMilli', 'capacityMilli', 'gate', 'costCents'] as const)
      expect(after.totals?.[key]).toEqual(before.totals?.[key])
    expect(after.sectors.map(({ contacts }) => contacts)).toEqual(
      before.sectors.map(({ contacts }) => contacts),
    )
    const { rows } = await database.sql.query(
      `SELECT v.state, v.number, count(l.id)::int AS lines, sum(l.proposed)::int AS proposed, bool_and(l.proposed = l.theoretical
         AND l.origin = 'PROPOSED' AND l.approved IS NULL AND l.decision = 'NONE') AS plain
       FROM plan p JOIN plan_version v ON v.lab_id = $1 AND v.plan_id = p.id
       JOIN plan_line l ON l.lab_id = $1 AND l.plan_version_id = v.id
       WHERE p.lab_id = $1 AND p.cycle_id = $2 GROUP BY p.id, v.state, v.number`,
      [alpha.id, cycle.id],
    )
    expect(rows).toHaveLength(4)
    expect(rows.every((row) => row.state === 'OPEN' && row.number === 1 && row.plain)).toBe(true)
    expect(rows.reduce((sum, row) => sum + row.proposed, 0)).toBe(after.totals?.contacts)
    const shown = await database.sql.query(
      `SELECT sum(pp.proposed)::int AS sum FROM plan_presentation pp JOIN plan_line l ON l.lab_id = $1 AND l.id = pp.plan_line_id
       JOIN plan_version v ON v.lab_id = $1 AND v.id = l.plan_version_id JOIN plan p ON p.lab_id = $1 AND p.id = v.plan_id
       WHERE pp.lab_id = $1 AND p.cycle_id = $2 AND pp.proposed <= l.proposed`,
      [alpha.id, cycle.id],
    )
    expect(shown.rows[0].sum).toBeGreaterThan(0)
    const audit = await count(
      `SELECT count(*) FROM audit_entry WHERE lab_id = $1 AND action = 'targeting.publish' AND subject ->> 'id' = $2`,
      cycle.id,
    )
    expect(audit).toBe(1)
  })

  test('no line of a plan ever holds somebody who is opposed', async () => {
    const lines = await count(
      `SELECT count(*) FROM plan_line l JOIN plan_version v ON v.lab_id = $1 AND v.id = l.plan_version_id
       JOIN plan p ON p.lab_id = $1 AND p.id = v.plan_id WHERE l.lab_id = $1 AND p.cycle_id = $2 AND l.hcp_id = $3`,
      cycle.id,
      alpha.opposed.id,
    )
    expect(lines).toBe(0)
    const { rows } = await database.sql.query(
      `SELECT g.contacts, g.infeasible, g.cause FROM target_goal g JOIN target t ON t.lab_id = $1 AND t.id = g.target_id
       WHERE g.lab_id = $1 AND t.hcp_id = $2 AND t.cycle_segment_id = ANY ($3)`,
      [alpha.id, alpha.opposed.id, Object.values(cycle.segments)],
    )
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.every((row) => row.cause === 'OPPOSITION' && row.infeasible === row.contacts)).toBe(true)
  })

  test('is frozen: a later change of territory, of people or of working time moves nothing', async () => {
    const before = await getTargeting(hq(), cycle.id)
    await database.sql.query(`UPDATE hcp_sector SET sector_id = $2 WHERE lab_id = $1 AND sector_id = $3`, [
      alpha.id,
      sectorId(1),
      sectorId(0),
    ])
    await database.sql.query(`UPDATE working_time SET contacts_a_day_milli = 9000 WHERE lab_id = $1`, [
      alpha.id,
    ])
    expect((await getTargeting(hq(), cycle.id)).sectors).toEqual(before.sectors)
  })

  test('is not done twice', async () => {
    expect(await answerOf(ask())).toMatchObject({ reason: 'targeting-not-in-strategy' })
  })
})

describe('after publication', () => {
  test('a rep reads her sector, a manager his region, each nothing else', async () => {
    const mine = await getTargeting(alpha.actors.rep1, cycle.id)
    expect(mine.sectors.map(({ code }) => code)).toEqual(['S1'])
    expect(mine.totals?.targets).toBe(mine.sectors[0]?.targets)
    expect((await getTargeting(alpha.actors.manager1, cycle.id)).sectors.map(({ code }) => code)).toEqual([
      'S1',
      'S2',
    ])
    const { items } = await getSectorTargets(alpha.actors.rep1, cycle.id, sectorId(0))
    expect(items.length).toBeGreaterThan(0)
    expect(await answerOf(getSectorTargets(alpha.actors.rep1, cycle.id, sectorId(2)))).toMatchObject({
      code: 'NOT_FOUND',
    })
    expect(await answerOf(getSectorTargets(beta.actors.rep1, cycle.id, sectorId(0)))).toMatchObject({
      code: 'NOT_FOUND',
    })
  })

  test('the file holds one line a target of the sectors in reach', async () => {
    const { content } = await exportTargeting(alpha.actors.rep1, cycle.id, null)
    const lines = content.trim().split('\r\n')
    const { items } = await getSectorTargets(alpha.actors.rep1, cycle.id, sectorId(0))
    expect(lines).toHaveLength(items.length + 1)
    expect(lines.slice(1).every((line) => line.startsWith('S1;'))).toBe(true)
  })
})
