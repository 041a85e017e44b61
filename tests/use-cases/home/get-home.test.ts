import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '#src/contracts/actor.ts'
import type { HomeTask } from '#src/contracts/home.ts'
import { setClock } from '#src/server/platform/clock.ts'
import { getHome } from '#src/server/use-cases/home/get-home.ts'
import { freshDatabase, type TestDatabase } from '../../fixtures/database/test-database.ts'
import { now, seedSmallLab, type LabFixture } from '../../fixtures/small-lab.ts'

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

const kinds = (tasks: readonly HomeTask[]) => tasks.map(({ kind }) => kind)
const taskOf = async (actor: Actor, kind: HomeTask['kind']) =>
  (await getHome(actor)).tasks.find((task) => task.kind === kind)
const setState = (plan: { versionId: string } | undefined, state: string) =>
  database.sql.query(`UPDATE plan_version SET state = $2 WHERE id = $1`, [plan?.versionId, state])

describe('what waits', () => {
  it('a rep: the own plan to send, with its targets and its deadline', async () => {
    const home = await getHome(alpha.actors.rep1)
    const [plan] = alpha.cycles.engagement.plans
    expect(home.perimeter.sectors).toHaveLength(1)
    expect(home.runningCycle?.id).toBe(alpha.cycles.running.id)
    const task = home.tasks.find(({ kind }) => kind === 'finish-plan')
    expect(task).toMatchObject({
      href: `/pas/${plan?.id}`,
      value: new Set(plan?.lines.map(({ hcpId }) => hcpId)).size,
      cycle: { id: alpha.cycles.engagement.id },
    })
    expect(task?.dueOn).not.toBeNull()
    expect(home.activity).toBeNull()
  })

  it('a manager: plans of the own region alone', async () => {
    expect(await taskOf(alpha.actors.manager1, 'open-plans')).toMatchObject({ value: 2, total: 2 })
    await setState(alpha.cycles.engagement.plans[0], 'SUBMITTED')
    expect(await taskOf(alpha.actors.manager1, 'approve-plans')).toMatchObject({ value: 1, href: '/equipe' })
    expect(await taskOf(alpha.actors.manager2, 'approve-plans')).toBeUndefined()
    await setState(alpha.cycles.engagement.plans[0], 'OPEN')
  })

  it('after the deadline the same plans are late, for the manager and for head office', async () => {
    const due = (await taskOf(alpha.actors.hq, 'open-plans'))?.dueOn
    expect(due).toBeTruthy()
    setClock('2026-06-25T10:00:00Z')
    expect(await taskOf(alpha.actors.hq, 'late-plans')).toMatchObject({ value: 4, total: 4 })
    expect(await taskOf(alpha.actors.manager1, 'late-plans')).toMatchObject({ value: 2 })
    expect(await taskOf(alpha.actors.hq, 'open-plans')).toBeUndefined()
    setClock(now)
  })

  it('a sector that nobody leads any more waits for a lead', async () => {
    expect(await taskOf(alpha.actors.admin, 'vacant-sectors')).toBeUndefined()
    await database.sql.query(`UPDATE sector_assignment SET ends_before = '2026-06-01' WHERE sector_id = $1`, [
      alpha.sectors[3]?.id,
    ])
    for (const actor of [alpha.actors.admin, alpha.actors.hq, alpha.actors.manager2])
      expect(await taskOf(actor, 'vacant-sectors')).toMatchObject({
        value: 1,
        names: [expect.stringContaining('S4')],
      })
    expect(await taskOf(alpha.actors.manager1, 'vacant-sectors')).toBeUndefined()
    expect(await taskOf(beta.actors.admin, 'vacant-sectors')).toBeUndefined()
  })

  it('an administrator keeps house: white zone, invitations, weeks missing', async () => {
    const { tasks } = await getHome(alpha.actors.admin)
    expect(tasks.find(({ kind }) => kind === 'white-zone')).toMatchObject({
      value: alpha.hcps.filter(({ sector }) => sector === null).length,
    })
    expect(kinds(tasks)).not.toContain('invitations')
    await database.sql.query(`UPDATE member SET login_id = NULL WHERE id = $1`, [alpha.members.rep3.id])
    expect(await taskOf(alpha.actors.admin, 'invitations')).toMatchObject({ value: 1 })
  })

  it('tasks come by deadline', async () => {
    const { tasks } = await getHome(alpha.actors.hq)
    const dates = tasks.map(({ dueOn }) => dueOn ?? '9')
    expect(dates).toEqual(dates.toSorted())
  })
})

describe('walls', () => {
  it.each(['rep1', 'manager1', 'hq', 'admin'] as const)(
    '%s of a lab reads nothing of another',
    async (who) => {
      expect(JSON.stringify(await getHome(alpha.actors[who]))).not.toContain(beta.canary)
      expect(JSON.stringify(await getHome(beta.actors[who]))).not.toContain(alpha.canary)
    },
  )

  it('a rep reads nothing of another sector, a manager nothing of another region', async () => {
    const rep = JSON.stringify(await getHome(alpha.actors.rep1))
    const manager = JSON.stringify(await getHome(alpha.actors.manager1))
    for (const index of [1, 2, 3]) expect(rep).not.toContain(alpha.sectors[index]?.canary)
    for (const index of [2, 3]) expect(manager).not.toContain(alpha.sectors[index]?.canary)
  })
})
