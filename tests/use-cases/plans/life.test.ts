import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#src/contracts/actor.ts'
import type { PlanDto } from '#src/contracts/plan-document.ts'
import { canonicalJson } from '#src/lib/canonical-json.ts'
import { setClock } from '#src/server/platform/clock.ts'
import { sha256 } from '#src/server/platform/hash.ts'
import { approvePlan } from '#src/server/use-cases/plans/approve-plan.ts'
import { decideChanges } from '#src/server/use-cases/plans/decide-changes.ts'
import { getPlan } from '#src/server/use-cases/plans/get-plan.ts'
import { recordApproval } from '#src/server/use-cases/plans/record-approval.ts'
import { recordSubmission } from '#src/server/use-cases/plans/record-submission.ts'
import { returnPlan } from '#src/server/use-cases/plans/return-plan.ts'
import { submitPlan } from '#src/server/use-cases/plans/submit-plan.ts'
import { freshDatabase, type TestDatabase } from '../../fixtures/database/test-database.ts'
import { now, password, seedSmallLab, type LabFixture } from '../../fixtures/small-lab.ts'
import { answerOf } from '../cycles/fixture.ts'
import { change, planId, setLimits, targetOf, visits } from './fixture.ts'

let database: TestDatabase
let alpha: LabFixture

beforeAll(async () => {
  database = await freshDatabase()
  ;({ alpha } = await seedSmallLab(database.sql, { labs: 1 }))
  setClock(now)
})
afterAll(async () => {
  setClock(null)
  await database.drop()
})

const rep = () => alpha.actors.rep1
const manager = () => alpha.actors.manager1
const own = () => planId(alpha, 0)
const plan = (): Promise<PlanDto> => getPlan(rep(), own())
const signed = async (actor: Actor, secret = password) => ({
  id: own(),
  commandId: randomUUID(),
  revision: (await getPlan(actor, own())).revision,
  password: secret,
  comment: null,
})
const decide = async (hcpIds: string[], decision: 'ACCEPTED' | 'REFUSED', comment: string | null) =>
  decideChanges(manager(), {
    id: own(),
    commandId: randomUUID(),
    revision: (await plan()).revision,
    hcpIds,
    decision,
    comment,
  })
const seal = async (versionId: string) =>
  (
    await database.sql.query('SELECT * FROM plan_seal WHERE lab_id = $1 AND plan_version_id = $2', [
      alpha.id,
      versionId,
    ])
  ).rows[0]

// One plan goes its whole way: the tests follow each other.
describe('a plan, from the first change to its seal', () => {
  let raised: string
  let waiting: string

  test('a change without its reason blocks the submission, in words', async () => {
    const first = targetOf(await plan(), 0)
    raised = first.hcpId
    await change(rep(), own(), raised, { contacts: visits(first.theoretical + 1) })
    expect(await answerOf(submitPlan(rep(), await signed(rep())))).toMatchObject({
      reason: 'plan-not-ready',
      items: ['plan-check-reasonMissing'],
    })
    await change(rep(), own(), raised, {
      contacts: [],
      reason: 'potentiel',
      comment: 'Dr Untel le confirme.',
    })
  })

  test('only with the password of who signs', async () => {
    expect(await answerOf(submitPlan(rep(), await signed(rep(), 'not-the-password')))).toMatchObject({
      reason: 'wrong-password',
    })
    expect((await plan()).state).toBe('OPEN')
  })

  test('what was not seen is not signed', async () => {
    const input = await signed(rep())
    expect(await answerOf(submitPlan(rep(), { ...input, revision: input.revision - 1 }))).toMatchObject({
      code: 'CONFLICT',
      data: { currentVersion: input.revision, params: { by: rep().displayName } },
    })
  })

  test('the lead sends it: signed, and no longer edited', async () => {
    await setLimits(database.sql, alpha, { frequency: { minimum: 1, maximum: 6, mode: 'manager' } })
    waiting = targetOf(await plan(), 1).hcpId
    await change(rep(), own(), waiting, { contacts: visits(9), reason: 'potentiel' })
    const result = await submitPlan(rep(), await signed(rep()))
    expect(result.state).toBe('SUBMITTED')
    const { rows } = await database.sql.query(
      `SELECT member_id, capacity, meaning FROM signature WHERE lab_id = $1 AND content_hash = $2`,
      [alpha.id, result.sha256],
    )
    expect(rows).toEqual([{ member_id: rep().memberId, capacity: 'REP', meaning: 'plan-submission' }])
    const refused = await change(rep(), own(), raised, { contacts: visits(1), reason: 'potentiel' })
    expect(refused.saved[0]).toMatchObject({ outcome: 'refused', breaches: [{ limit: 'state' }] })
  })

  test('given back with a comment that the rep reads, and sent again as it was', async () => {
    const { revision } = await plan()
    await returnPlan(manager(), { id: own(), commandId: randomUUID(), revision, comment: 'Voyez Nom05.' })
    const returned = await plan()
    expect(returned.state).toBe('RETURNED')
    expect(returned.events[0]).toMatchObject({
      kind: 'RETURN',
      comment: 'Voyez Nom05.',
      by: manager().displayName,
    })
    expect((await submitPlan(rep(), await signed(rep()))).state).toBe('SUBMITTED')
  })

  test('not approved while a change is undecided; a refusal says why', async () => {
    expect(await answerOf(approvePlan(manager(), await signed(manager())))).toMatchObject({
      reason: 'plan-not-ready',
      items: ['plan-check-undecided'],
    })
    expect(await answerOf(decide([waiting], 'REFUSED', ' '))).toMatchObject({
      items: ['plan-check-refusalWithoutComment'],
    })
    await decide([waiting], 'REFUSED', 'Rang 41 : à revoir.')
    await decide([raised], 'ACCEPTED', null)
    const line = (await plan()).lines.find((one) => one.hcpId === waiting && one.channel === 'visite')
    expect(line).toMatchObject({ decision: 'REFUSED', decisionComment: 'Rang 41 : à revoir.', proposed: 9 })
  })

  test('nobody approves the plan of a sector where they work', async () => {
    const asRep = { ...manager(), memberId: rep().memberId }
    const input = { id: own(), revision: (await plan()).revision, comment: null }
    expect(await answerOf(recordApproval(asRep, input))).toMatchObject({ reason: 'plan-own' })
  })

  test('approved: sealed in the same breath, what was refused back at theory, presentations following', async () => {
    const result = await approvePlan(manager(), await signed(manager()))
    expect(result.state).toBe('SEALED')
    const sealed = await plan()
    expect(sealed.seal).toMatchObject({ sha256: result.sha256, by: manager().displayName })
    const approved = (hcpId: string) =>
      sealed.lines.find((line) => line.hcpId === hcpId && line.channel === 'visite')
    expect(approved(raised)?.approved).toBe((approved(raised)?.theoretical ?? 0) + 1)
    expect(approved(waiting)?.approved).toBe(approved(waiting)?.theoretical)
    const { rows } = await database.sql.query(
      `SELECT pp.approved FROM plan_presentation pp JOIN plan_line l ON l.lab_id = pp.lab_id AND l.id = pp.plan_line_id
       WHERE l.lab_id = $1 AND l.plan_version_id = $2 AND l.hcp_id = $3`,
      [alpha.id, alpha.cycles.engagement.plans[0]?.versionId, raised],
    )
    expect(rows).toEqual([{ approved: approved(raised)?.approved }])
    const trail = await database.sql.query(
      `SELECT action FROM audit_entry WHERE lab_id = $1 AND subject ->> 'id' = $2 ORDER BY number`,
      [alpha.id, own()],
    )
    expect(trail.rows.at(-1)).toEqual({ action: 'plan.approve' })
  })

  test('the seal holds ids, numbers and reasons, no name, and its hash comes out again', async () => {
    const { content, sha256: hash } = await seal(alpha.cycles.engagement.plans[0]?.versionId ?? '')
    expect(sha256(canonicalJson(JSON.parse(content)))).toBe(hash)
    expect(content).not.toContain(alpha.canary)
    expect(content).not.toContain('Untel')
    const document = JSON.parse(content)
    expect(document.header).toMatchObject({ plan: own(), signedBy: manager().memberId, number: 1 })
    const lines = (await plan()).lines
    expect(document.lines.map(({ approved }: { approved: number }) => approved)).toEqual(
      lines
        .toSorted((a, b) => (a.hcpId + a.channel < b.hcpId + b.channel ? -1 : 1))
        .map(({ approved }) => approved),
    )
  })

  test('nothing moves it any more: no command, no statement', async () => {
    const refused = await change(rep(), own(), raised, { contacts: visits(1), reason: 'potentiel' })
    expect(refused.saved[0]?.breaches).toMatchObject([{ limit: 'state', params: { state: 'SEALED' } }])
    const { revision } = await plan()
    expect(
      await answerOf(
        returnPlan(manager(), { id: own(), commandId: randomUUID(), revision, comment: 'Non.' }),
      ),
    ).toMatchObject({ reason: 'plan-state' })
    expect(await answerOf(submitPlan(rep(), await signed(rep())))).toMatchObject({
      items: ['plan-check-state'],
    })
    const versionId = alpha.cycles.engagement.plans[0]?.versionId
    for (const text of [
      'UPDATE plan_line SET proposed = 1 WHERE lab_id = $1 AND plan_version_id = $2',
      `UPDATE plan_version SET state = 'OPEN' WHERE lab_id = $1 AND id = $2`,
    ])
      await expect(database.sql.query(text, [alpha.id, versionId])).rejects.toMatchObject({ code: 'VS001' })
  })
})

test('a scenario signs without a password, and a whole network is sealed', async () => {
  await setLimits(database.sql, alpha, {})
  const sign = async (actor: Actor, id: string) => ({
    id,
    revision: (await getPlan(actor, id)).revision,
    comment: null,
  })
  const id = planId(alpha, 2)
  await recordSubmission(alpha.actors.rep3, await sign(alpha.actors.rep3, id))
  const result = await recordApproval(alpha.actors.manager2, await sign(alpha.actors.manager2, id))
  expect(result.state).toBe('SEALED')
})
