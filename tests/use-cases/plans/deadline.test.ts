import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { setClock } from '#src/server/platform/clock.ts'
import { applyDeadline } from '#src/server/use-cases/plans/apply-deadline.ts'
import { getOverview } from '#src/server/use-cases/plans/get-overview.ts'
import { getPlan } from '#src/server/use-cases/plans/get-plan.ts'
import { recordSubmission } from '#src/server/use-cases/plans/record-submission.ts'
import { freshDatabase, type TestDatabase } from '../../fixtures/database/test-database.ts'
import { now, seedSmallLab, type LabFixture } from '../../fixtures/small-lab.ts'
import { change, planId, setLimits, targetOf, visits } from './fixture.ts'

let database: TestDatabase
let alpha: LabFixture

beforeAll(async () => {
  database = await freshDatabase()
  ;({ alpha } = await seedSmallLab(database.sql, { labs: 1 }))
  setClock(now)
  const { hcpId, theoretical } = targetOf(await getPlan(alpha.actors.rep1, planId(alpha, 0)), 0)
  await change(alpha.actors.rep1, planId(alpha, 0), hcpId, {
    contacts: visits(theoretical + 1),
    reason: 'potentiel',
  })
  const { revision } = await getPlan(alpha.actors.rep2, planId(alpha, 1))
  await recordSubmission(alpha.actors.rep2, { id: planId(alpha, 1), revision, comment: null })
  // The sector has two more days than the others.
  await database.sql.query(`UPDATE plan SET closes_on = '2026-06-21' WHERE lab_id = $1 AND id = $2`, [
    alpha.id,
    planId(alpha, 3),
  ])
})
afterAll(async () => {
  setClock(null)
  await database.drop()
})

const states = async () => {
  const overview = await getOverview(alpha.actors.hq, { cycleId: alpha.cycles.engagement.id })
  return overview?.plans.map(({ state, late }) => ({ state, late }))
}

describe('the rule of the deadline', () => {
  test('on the last day nothing happens', async () => {
    setClock('2026-06-19T21:59:00Z')
    expect(await applyDeadline(alpha.id)).toEqual({ sealed: 0 })
  })

  test('a cycle that leaves plans open leaves them open, and says who is late', async () => {
    await setLimits(database.sql, alpha, { atDeadline: 'open' })
    setClock('2026-06-19T22:01:00Z')
    expect(await applyDeadline(alpha.id)).toEqual({ sealed: 0 })
    expect(await states()).toEqual([
      { state: 'OPEN', late: true },
      { state: 'SUBMITTED', late: false },
      { state: 'OPEN', late: true },
      { state: 'OPEN', late: false },
    ])
  })

  test('else theory applies to what was not sent, sealed as such, without a signature', async () => {
    await setLimits(database.sql, alpha, { atDeadline: 'theory' })
    expect(await applyDeadline(alpha.id)).toEqual({ sealed: 2 })
    expect(await applyDeadline(alpha.id)).toEqual({ sealed: 0 })
    const plan = await getPlan(alpha.actors.rep1, planId(alpha, 0))
    expect(plan.state).toBe('SEALED')
    expect(plan.seal?.by).toBeNull()
    expect(plan.lines.every(({ approved, theoretical }) => approved === theoretical)).toBe(true)
    const { rows } = await database.sql.query(
      `SELECT content FROM plan_seal WHERE lab_id = $1 AND signature_id IS NULL`,
      [alpha.id],
    )
    expect(rows).toHaveLength(2)
    expect(JSON.parse(rows[0].content).header).toMatchObject({
      meaning: 'theory-at-deadline',
      signedBy: null,
    })
  })

  test('a sector that was given more days keeps them', async () => {
    expect((await states())?.[3]).toEqual({ state: 'OPEN', late: false })
    setClock('2026-06-21T22:01:00Z')
    expect(await applyDeadline(alpha.id)).toEqual({ sealed: 1 })
  })

  test('a plan that waits for its manager is not touched', async () => {
    expect((await states())?.[1]?.state).toBe('SUBMITTED')
  })
})
