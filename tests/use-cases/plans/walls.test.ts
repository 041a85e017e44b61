import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#src/contracts/actor.ts'
import { setClock } from '#src/server/platform/clock.ts'
import { getRibbon } from '#src/server/use-cases/cycles/get-ribbon.ts'
import { listCycles } from '#src/server/use-cases/cycles/list-cycles.ts'
import { decideChanges } from '#src/server/use-cases/plans/decide-changes.ts'
import { exportPlan } from '#src/server/use-cases/plans/export-plan.ts'
import { findCandidates } from '#src/server/use-cases/plans/find-candidates.ts'
import { getOverview } from '#src/server/use-cases/plans/get-overview.ts'
import { getPlan } from '#src/server/use-cases/plans/get-plan.ts'
import { listPlans } from '#src/server/use-cases/plans/list-plans.ts'
import { recordApproval } from '#src/server/use-cases/plans/record-approval.ts'
import { recordSubmission } from '#src/server/use-cases/plans/record-submission.ts'
import { returnPlan } from '#src/server/use-cases/plans/return-plan.ts'
import { saveChanges } from '#src/server/use-cases/plans/save-changes.ts'
import { freshDatabase, type TestDatabase } from '../../fixtures/database/test-database.ts'
import { now, seedSmallLab, type LabFixture } from '../../fixtures/small-lab.ts'
import { answerOf } from '../cycles/fixture.ts'
import { knownOf, planId, targetOf, visits } from './fixture.ts'

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

const own = () => planId(alpha, 0)
const revision = async () => (await getPlan(alpha.actors.rep1, own())).revision

async function edit(actor: Actor) {
  const plan = await getPlan(alpha.actors.rep1, own())
  const { hcpId, theoretical } = targetOf(plan, 0)
  return saveChanges(actor, {
    id: own(),
    commandId: randomUUID(),
    changes: [{ hcpId, known: knownOf(plan, hcpId), contacts: visits(theoretical + 1), reason: 'potentiel' }],
  })
}
const code = async (pending: Promise<unknown>) => (await answerOf(pending)).code

describe('who reads a plan', () => {
  test('its rep, the manager of its region and head office; nobody else learns that it exists', async () => {
    for (const who of ['rep1', 'manager1', 'hq', 'hqReadOnly'] as const)
      expect(await code(getPlan(alpha.actors[who], own()))).toBe('OK')
    for (const stranger of [
      alpha.actors.rep2,
      alpha.actors.manager2,
      beta.actors.hq,
      beta.actors.manager1,
      beta.actors.rep1,
    ]) {
      expect(await code(getPlan(stranger, own()))).toBe('NOT_FOUND')
      expect(await code(exportPlan(stranger, own()))).toBe('NOT_FOUND')
    }
    expect(await code(getPlan(alpha.actors.admin, own()))).toBe('FORBIDDEN')
  })

  test('the ribbon tells a rep their own plan, and everyone else the count of the lab', async () => {
    const cycleId = alpha.cycles.engagement.id
    const told = async (who: 'rep1' | 'manager1' | 'hq') => {
      const { steps } = await getRibbon(alpha.actors[who], cycleId)
      return steps.find(({ key }) => key === 'ENGAGEMENT')?.figure
    }
    expect(await told('rep1')).toEqual({ kind: 'PLAN_OPEN', value: 0, total: 1 })
    const { items } = await listCycles(alpha.actors.rep1)
    const line = items.find(({ id }) => id === cycleId)
    expect(line?.steps.find(({ key }) => key === 'ENGAGEMENT')?.figure?.kind).toBe('PLAN_OPEN')
    for (const who of ['manager1', 'hq'] as const) expect((await told(who))?.kind).toBe('SEALED_SECTORS')
  })

  test('nothing of another sector or lab is in what is read', async () => {
    const text = JSON.stringify(await getPlan(alpha.actors.rep1, own()))
    expect(text).toContain(alpha.sectors[0]?.canary)
    expect(text).not.toContain(alpha.sectors[1]?.canary)
    expect(text).not.toContain(beta.canary)
  })

  test('lists hold what is in reach', async () => {
    const sectors = async (actor: Actor) =>
      new Set((await listPlans(actor)).items.map(({ sectorId }) => sectorId)).size
    expect(await sectors(alpha.actors.rep1)).toBe(1)
    expect(await sectors(alpha.actors.manager1)).toBe(2)
    expect(await sectors(alpha.actors.hq)).toBe(4)
    const overview = await getOverview(alpha.actors.manager1, { cycleId: alpha.cycles.engagement.id })
    expect(overview?.plans.map(({ sectorCode }) => sectorCode)).toEqual(['S1', 'S2'])
    expect(await code(getOverview(beta.actors.hq, { cycleId: alpha.cycles.engagement.id }))).toBe('NOT_FOUND')
  })

  test('the export is safe to open in a spreadsheet and leaves its mark', async () => {
    await database.sql.query(
      `UPDATE plan_line SET comment = '=HYPERLINK("x")' WHERE lab_id = $1 AND plan_version_id = $2`,
      [alpha.id, alpha.cycles.engagement.plans[0]?.versionId],
    )
    const { content, fileName } = await exportPlan(alpha.actors.rep1, own())
    expect(fileName).toBe('pas-S1.csv')
    expect(content).toContain(`"'=HYPERLINK(""x"")"`)
    const { rows } = await database.sql.query(
      `SELECT count(*)::int AS rows FROM audit_entry WHERE lab_id = $1 AND action = 'plan.export'`,
      [alpha.id],
    )
    expect(rows).toEqual([{ rows: 1 }])
  })
})

describe('who changes a plan', () => {
  test('reps of the sector edit it; manager and head office read', async () => {
    expect(await code(edit(alpha.actors.rep1))).toBe('OK')
    for (const who of ['manager1', 'hq', 'hqReadOnly', 'admin'] as const)
      expect(await code(edit(alpha.actors[who]))).toBe('FORBIDDEN')
    for (const stranger of [alpha.actors.rep2, beta.actors.rep1]) {
      expect(await code(edit(stranger))).toBe('NOT_FOUND')
      expect(await code(findCandidates(stranger, { id: own(), text: '' }))).toBe('NOT_FOUND')
    }
    expect(await code(edit({ ...alpha.actors.rep1, readOnly: true }))).toBe('FORBIDDEN')
  })

  test('a colleague edits, only the lead submits', async () => {
    const colleague = { ...alpha.actors.rep2, sectorIds: [...alpha.actors.rep1.sectorIds] }
    expect(await code(edit(colleague))).toBe('OK')
    const input = { id: own(), revision: await revision(), comment: null }
    expect(await code(recordSubmission({ ...colleague, leadSectorIds: [] }, input))).toBe('NOT_FOUND')
    expect(await code(recordSubmission(alpha.actors.manager1, input))).toBe('FORBIDDEN')
    expect(await code(recordSubmission(alpha.actors.rep1, input))).toBe('OK')
  })

  test('the manager of the region decides; another region, another lab, head office and the rep do not', async () => {
    const input = { id: own(), revision: await revision(), comment: null }
    const { hcpId } = targetOf(await getPlan(alpha.actors.rep1, own()), 0)
    const sayYes = { ...input, commandId: randomUUID(), hcpIds: [hcpId], decision: 'ACCEPTED' as const }
    const giveBack = { ...input, commandId: randomUUID(), comment: 'À revoir.' }
    for (const who of [alpha.actors.manager2, beta.actors.manager1]) {
      expect(await code(recordApproval(who, input))).toBe('NOT_FOUND')
      expect(await code(decideChanges(who, sayYes))).toBe('NOT_FOUND')
      expect(await code(returnPlan(who, giveBack))).toBe('NOT_FOUND')
    }
    for (const who of ['rep1', 'hq', 'hqReadOnly'] as const) {
      expect(await code(recordApproval(alpha.actors[who], input))).toBe('FORBIDDEN')
      expect(await code(decideChanges(alpha.actors[who], sayYes))).toBe('FORBIDDEN')
    }
    expect(await code(recordApproval(alpha.actors.manager1, input))).toBe('OK')
  })
})

describe('the overview', () => {
  test('theory against commitment adds up the same way by plan, region and segment', async () => {
    const overview = await getOverview(alpha.actors.hq, { cycleId: alpha.cycles.engagement.id })
    if (!overview) throw new Error('no overview')
    const sum = (rows: readonly { contacts: { theoretical: number; proposed: number } }[]) => [
      rows.reduce((all, { contacts }) => all + contacts.theoretical, 0),
      rows.reduce((all, { contacts }) => all + contacts.proposed, 0),
    ]
    expect(sum(overview.regions)).toEqual(sum(overview.plans))
    expect(sum(overview.segments)).toEqual(sum(overview.plans))
    expect(overview.plans[0]).toMatchObject({ state: 'SEALED', changes: 1 })
    expect(overview.reasons).toMatchObject([{ code: 'potentiel', changes: 1, contactsDelta: 1 }])
    expect(overview.plans.every(({ probabilityBps }) => (probabilityBps ?? 0) > 0)).toBe(true)
  })
})
