import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { setClock } from '#src/server/platform/clock.ts'
import { command, read } from '#src/server/platform/transaction.ts'
import { getChecklist } from '#src/server/use-cases/cycles/get-checklist.ts'
import { getCycle } from '#src/server/use-cases/cycles/get-cycle.ts'
import { getRibbon } from '#src/server/use-cases/cycles/get-ribbon.ts'
import { getShell } from '#src/server/use-cases/cycles/get-shell.ts'
import { createCycle } from '#src/server/use-cases/cycles/create-cycle.ts'
import { listCycles } from '#src/server/use-cases/cycles/list-cycles.ts'
import { listTransitions } from '#src/server/use-cases/cycles/list-transitions.ts'
import { moveCycle } from '#src/server/use-cases/cycles/move-cycle.ts'
import { startDueCycles } from '#src/server/use-cases/cycles/start-due-cycles.ts'
import { checklistItems } from '#src/server/use-cases/cycles/steps/checklist.ts'
import { configurationInForce } from '#src/server/use-cases/cycles/steps/configuration.ts'
import { transitionCycle } from '#src/server/use-cases/cycles/steps/transition-cycle.ts'
import { updateCycle } from '#src/server/use-cases/cycles/update-cycle.ts'
import { freshDatabase, type TestDatabase } from '../../fixtures/database/test-database.ts'
import { now, seedSmallLab, type LabFixture } from '../../fixtures/small-lab.ts'
import { actorOf, addCriterion, answerOf, criterion, newCycle, settingsOf } from './fixture.ts'

let database: TestDatabase
let alpha: LabFixture
let beta: LabFixture

beforeAll(async () => {
  database = await freshDatabase()
  ;({ alpha, beta } = await seedSmallLab(database.sql))
})
beforeEach(() => setClock(now))
afterAll(async () => {
  setClock(null)
  await database.drop()
})

const hq = () => actorOf(alpha, 'hq')
const missing = async (cycleId: string) =>
  (await getChecklist(hq(), cycleId)).items.filter(({ done }) => !done).map(({ code }) => code)
const move = async (cycleId: string, to: Parameters<typeof moveCycle>[1]['to'], version?: number) => {
  const cycle = await getCycle(hq(), cycleId)
  return moveCycle(hq(), { id: cycleId, commandId: randomUUID(), version: version ?? cycle.version, to })
}

describe('going on', () => {
  test('an empty draft is told everything that qualification asks, and stays a draft', async () => {
    const { id } = await newCycle(alpha, 'Vide', {
      networkIds: [],
      products: [],
      channels: [],
      qualification: null,
    })
    const asked = ['networks', 'channels', 'qualification-window', 'criteria', 'required-criteria']
    expect(await missing(id)).toEqual(asked)
    expect(await answerOf(move(id, 'QUALIFICATION'))).toEqual({
      code: 'REFUSED',
      reason: 'cycle-checklist',
      items: asked,
    })
    expect((await getCycle(hq(), id)).state).toBe('DRAFT')
  })

  test('each step keeps the checklist as it stood and the hash of the configuration; going back is possible', async () => {
    const { id } = await newCycle(alpha, 'Aller et retour')
    await addCriterion(
      alpha,
      id,
      criterion('potentiel', { sources: ['icomed', 'terrain'], validityMonths: 24 }),
    )
    expect(await missing(id)).toEqual([])
    await move(id, 'QUALIFICATION')
    const ribbon = await getRibbon(hq(), id)
    expect(ribbon.steps[0]).toMatchObject({ key: 'QUALIFICATION', state: 'CURRENT', date: '2026-11-15' })
    expect(ribbon.steps[0]?.figure).toMatchObject({ kind: 'QUALIFIED_BPS' })
    await move(id, 'SEGMENTATION')
    const back = await move(id, 'QUALIFICATION')
    expect(back.state).toBe('QUALIFICATION')

    const { items } = await listTransitions(hq(), id)
    expect(items.map(({ from, to }) => [from, to])).toEqual([
      ['SEGMENTATION', 'QUALIFICATION'],
      ['QUALIFICATION', 'SEGMENTATION'],
      ['DRAFT', 'QUALIFICATION'],
      [null, 'DRAFT'],
    ])
    expect(items[1]?.configurationHash).toMatch(/^[0-9a-f]{64}$/)
    const { rows } = await database.sql.query(
      `SELECT checklist FROM cycle_transition WHERE cycle_id = $1 AND to_state = 'SEGMENTATION'`,
      [id],
    )
    expect(rows[0].checklist.items.map((item: { code: string }) => item.code)).toContain('answers')
    expect(rows[0].checklist.figures.QUALIFICATION.kind).toBe('QUALIFIED_BPS')
    const audit = await database.sql.query(
      `SELECT action FROM audit_entry WHERE lab_id = $1 AND subject ->> 'id' = $2 ORDER BY number`,
      [alpha.id, id],
    )
    expect(audit.rows.map(({ action }) => action)).toEqual([
      'cycle.create',
      'criterion.add',
      'cycle.transition',
      'cycle.transition',
      'cycle.step-back',
    ])
  })

  test('a state is never jumped over, publication and the calendar are not done by hand', async () => {
    const { id } = await newCycle(alpha, 'Pas de saut')
    expect(await answerOf(move(id, 'SEGMENTATION'))).toMatchObject({ reason: 'cycle-transition-unknown' })
    expect(await answerOf(move(id, 'RUNNING'))).toMatchObject({ reason: 'cycle-not-by-hand' })
    expect(await answerOf(move(id, 'QUALIFICATION', 99))).toMatchObject({ code: 'CONFLICT' })
  })

  test('the same command sent twice moves once', async () => {
    const { id, version } = await newCycle(alpha, 'Deux fois')
    await addCriterion(alpha, id, criterion('potentiel'))
    const input = { id, commandId: randomUUID(), version, to: 'QUALIFICATION' as const }
    await moveCycle(hq(), input)
    expect((await moveCycle(hq(), input)).state).toBe('QUALIFICATION')
    expect((await listTransitions(hq(), id)).items).toHaveLength(2)
  })
})

describe('the calendar', () => {
  test('a run begins on its first day and ends after its last, by itself and once', async () => {
    const { engagement, running } = alpha.cycles
    expect(await startDueCycles(alpha.id)).toBe(0)
    setClock('2026-06-30T22:30:00Z')
    expect(await startDueCycles(alpha.id)).toBe(2)
    expect(await startDueCycles(alpha.id)).toBe(0)
    expect((await getCycle(hq(), engagement.id)).state).toBe('RUNNING')
    expect((await getCycle(hq(), running.id)).state).toBe('CLOSED')
    const [last] = (await listTransitions(hq(), engagement.id)).items
    expect(last).toMatchObject({ from: 'ENGAGEMENT', to: 'RUNNING', by: null })
  })

  test('runs of one network never share a day: refused in words before publication', async () => {
    const { id } = await newCycle(alpha, 'Chevauche', {
      run: { startsOn: '2026-12-01', endsOn: '2027-03-31' },
      engagement: { startsOn: '2026-11-01', endsOn: '2026-11-20' },
      qualification: { startsOn: '2026-06-01', endsOn: '2026-10-15' },
    })
    await database.sql.query(`UPDATE cycle SET state = 'STRATEGY' WHERE id = $1`, [id])
    const items = await read(hq(), async (tx) => {
      const cycle = await getCycle(hq(), id)
      const { document } = await configurationInForce(tx, alpha.id, cycle)
      return checklistItems(tx, alpha.id, cycle, document)
    })
    const free = items.find(({ code }) => code === 'run-free')
    expect(free).toMatchObject({ done: false, params: { from: '2026-07-01', to: '2026-12-31' } })
    const publication = command(hq(), async (tx) => {
      const { audit } = await transitionCycle(tx, hq(), id, 'ENGAGEMENT', null)
      return { value: null, audit }
    })
    const answer = await answerOf(publication)
    expect(answer.items).toContain('run-free')
    expect(answer.items).toContain('grid')
  })

  test('what publication froze is refused part by part; the deadline still moves', async () => {
    const cycle = await getCycle(hq(), alpha.cycles.running.id)
    const { id, state: _state, version, copiedFromId: _copied, ...settings } = cycle
    const update = (change: object) =>
      updateCycle(hq(), { id, commandId: randomUUID(), version, settings: { ...settings, ...change } })
    expect(
      await answerOf(
        update({ run: { startsOn: '2026-01-01', endsOn: '2026-08-31' }, networkIds: [], products: [] }),
      ),
    ).toMatchObject({ reason: 'cycle-frozen', items: ['frozen-run', 'frozen-networkIds', 'frozen-products'] })
    expect((await update({ graceDays: 30 })).graceDays).toBe(30)
  })
})

describe('settings', () => {
  test('what contradicts itself is refused with everything that is wrong', async () => {
    const creation = newCycle(alpha, `${alpha.canary} Cycle 1 2026`, {
      run: { startsOn: '2026-06-30', endsOn: '2026-01-01' },
      networkIds: [],
    })
    expect(await answerOf(creation)).toEqual({
      code: 'REFUSED',
      reason: 'cycle-settings',
      items: ['window-reversed-run', 'engagement-after-run', 'product-without-network', 'name-taken'],
    })
  })

  test('a copy takes the configuration and never the answers', async () => {
    const copy = await createCycle(hq(), {
      commandId: randomUUID(),
      settings: settingsOf(alpha, 'Copie'),
      copyFromId: alpha.cycles.running.id,
    })
    const { document } = await read(hq(), (tx) => configurationInForce(tx, alpha.id, copy))
    expect(document.segmentations).toHaveLength(1)
    expect(copy).toMatchObject({ state: 'DRAFT', copiedFromId: alpha.cycles.running.id })
  })
})

describe('walls', () => {
  test('another lab’s cycle, network or product is not there', async () => {
    const stranger = actorOf(beta, 'hq')
    const { id } = alpha.cycles.running
    expect(await answerOf(getCycle(stranger, id))).toEqual({ code: 'NOT_FOUND' })
    expect(await answerOf(getRibbon(stranger, id))).toEqual({ code: 'NOT_FOUND' })
    expect(await answerOf(getChecklist(stranger, id))).toEqual({ code: 'NOT_FOUND' })
    expect(await answerOf(listTransitions(stranger, id))).toEqual({ code: 'NOT_FOUND' })
    const settings = settingsOf(beta, 'Emprunt', { networkIds: [alpha.network.id], products: [] })
    const creation = createCycle(stranger, { commandId: randomUUID(), settings, copyFromId: null })
    expect(await answerOf(creation)).toEqual({ code: 'NOT_FOUND' })
    const names = (await listCycles(stranger)).items.map(({ name }) => name).join(' ')
    expect(names).toContain(beta.canary)
    expect(names).not.toContain(alpha.canary)
  })

  test('a rep, a manager and a read-only member see where cycles stand, and move none', async () => {
    for (const who of ['rep1', 'manager1', 'hqReadOnly']) {
      const actor = actorOf(alpha, who)
      expect((await listCycles(actor)).items.length).toBeGreaterThan(1)
      expect((await getShell(actor)).cycles.length).toBeGreaterThan(1)
      const creation = createCycle(actor, {
        commandId: randomUUID(),
        settings: settingsOf(alpha, `Par ${who}`),
        copyFromId: null,
      })
      expect(await answerOf(creation)).toEqual({ code: 'FORBIDDEN' })
    }
  })
})
