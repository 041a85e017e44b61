import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '#src/contracts/actor.ts'
import type { AnswerInput, FormQuestion } from '#src/contracts/qualification.ts'
import { valueOf } from '#src/lib/answer-value.ts'
import { dayText } from '#src/lib/calendar.ts'
import { codeAt } from '#src/lib/columns/build-columns.ts'
import { missingDay, type Column } from '#src/lib/columns/column-types.ts'
import { setClock } from '#src/server/platform/clock.ts'
import { read } from '#src/server/platform/transaction.ts'
import { findEffectiveAnswers } from '#src/server/repositories/answer-repository.ts'
import { readAnswerColumns } from '#src/server/repositories/answer-columns-repository.ts'
import { getCycle } from '#src/server/use-cases/cycles/get-cycle.ts'
import { loadWorkingConfiguration } from '#src/server/use-cases/cycles/steps/configuration.ts'
import { answerQuestion } from '#src/server/use-cases/qualification/answer-question.ts'
import { getCompleteness } from '#src/server/use-cases/qualification/get-completeness.ts'
import { getForm } from '#src/server/use-cases/qualification/get-form.ts'
import { listHcpsBehind } from '#src/server/use-cases/qualification/list-hcps-behind.ts'
import { listWorklists } from '#src/server/use-cases/qualification/list-worklists.ts'
import { cycleGround, cycleQuestions } from '#src/server/use-cases/qualification/steps/questions.ts'
import { freshDatabase, type TestDatabase } from '../../fixtures/database/test-database.ts'
import { now, seedSmallLab, type LabFixture } from '../../fixtures/small-lab.ts'
import { actorOf, addCriterion, answerOf, criterion, newCycle } from '../cycles/fixture.ts'

let database: TestDatabase
let alpha: LabFixture
let beta: LabFixture
let cycleId: string

const option = (code: string, points: number) => ({ code, labels: { fr: code, en: code }, points })

beforeAll(async () => {
  database = await freshDatabase()
  ;({ alpha, beta } = await seedSmallLab(database.sql))
  setClock(now)
  ;({ id: cycleId } = await newCycle(alpha, 'Qualification'))
  await addCriterion(
    alpha,
    cycleId,
    criterion('potentiel', { sources: ['terrain', 'icomed'], validityMonths: 24, minimum: 0, maximum: 500 }),
  )
  await addCriterion(alpha, cycleId, criterion('affinite', { kind: 'SCALE', validityMonths: 6 }))
  await addCriterion(
    alpha,
    cycleId,
    criterion('place', { kind: 'CHOICE', options: [option('JAMAIS', 0), option('PREMIER', 100)] }),
  )
  await addCriterion(alpha, cycleId, criterion('formation', { kind: 'DATE', required: false }))
  await addCriterion(
    alpha,
    cycleId,
    criterion('sejours', { level: 'PRACTICE', sources: ['icomed'], required: false, validityMonths: null }),
  )
  await database.sql.query(`UPDATE cycle SET state = 'QUALIFICATION' WHERE id = $1`, [cycleId])
})
beforeEach(() => setClock(now))
afterAll(async () => {
  setClock(null)
  await database.drop()
})

const rep = () => actorOf(alpha, 'rep1')
const hcpAt = (number: number) => {
  const hcp = alpha.hcps[number]
  if (!hcp) throw new Error(`no hcp ${number}`)
  return hcp
}
const sectorOf = (number: number) => {
  const sector = alpha.sectors[number]
  if (!sector) throw new Error(`no sector ${number}`)
  return sector
}
/** An hcp of the first rep's own sector, asked nothing by the others. */
const mine = hcpAt.bind(null, 4)
const form = async (hcpId: string, actor: Actor = rep()) => {
  const { questions } = await getForm(actor, { cycleId, hcpId })
  return Object.fromEntries(questions.map((question): [string, FormQuestion] => [question.key, question]))
}
const say = (
  key: string,
  value: AnswerInput['value'],
  change: Partial<AnswerInput> = {},
  actor: Actor = rep(),
) =>
  answerQuestion(actor, {
    clientId: randomUUID(),
    cycleId,
    hcpId: mine().id,
    key,
    state: 'VALUE',
    value,
    ...change,
  })

/** A cell of a column in words; null = missing. */
function valueAt(column: Column | undefined, row: number): string | null {
  const value = column?.values[row]
  if (column?.kind === 'code') return codeAt(column, row)
  if (typeof value !== 'number' || Number.isNaN(value) || value === missingDay) return null
  return column?.kind === 'day' ? dayText(value) : String(value)
}

describe('the answer that counts', () => {
  test('comes from the source that the cycle puts first, whatever the others say later', async () => {
    const before = await form(mine().id)
    expect(before['potentiel']?.answer).toMatchObject({
      source: 'Icomed',
      value: mine().potential,
      mine: false,
    })
    await say('potentiel', 38, { observedOn: '2026-03-12' })
    const after = await form(mine().id)
    expect(after['potentiel']?.answer).toMatchObject({ source: 'Terrain', value: 38, mine: true })
  })

  test('is the latest observed of a source, then the latest entered', async () => {
    await say('potentiel', 20, { observedOn: '2026-01-01' })
    expect((await form(mine().id))['potentiel']?.answer?.value).toBe(38)
    setClock('2026-06-10T10:05:00Z')
    await say('potentiel', 41, { observedOn: '2026-03-12' })
    expect((await form(mine().id))['potentiel']?.answer?.value).toBe(41)
  })

  test('older than its validity at the reference day, it is shown as expired and counts as missing', async () => {
    const { affinite } = await form(mine().id)
    expect(affinite?.answer).toMatchObject({ expired: true, expiresOn: '2026-05-03', value: mine().affinity })
    const { questions, sectors } = await getCompleteness(actorOf(alpha, 'hq'), cycleId)
    const ordinal = questions.findIndex(({ key }) => key === 'affinite')
    const sector = sectors.find(({ id }) => id === sectorOf(0).id)
    expect(sector?.present[ordinal]).toBe(0)
    expect(sector?.expired[ordinal]).toBeGreaterThan(0)
  })

  test('what is asked of the practice is inherited by those who work there first, and said to be', async () => {
    const { practiceId } = mine()
    const observation = randomUUID()
    const { rows } = await database.sql.query(
      `SELECT id FROM criterion WHERE lab_id = $1 AND code = 'sejours'`,
      [alpha.id],
    )
    const columns = `lab_id, id, criterion_id, source_id, practice_id, state, number, observed_on, entered_at`
    const values = [alpha.id, observation, rows[0].id, alpha.sources.icomed.id, practiceId]
    await database.sql.query(
      `INSERT INTO observation (${columns}) VALUES ($1, $2, $3, $4, $5, 'VALUE', 412, '2025-12-31', now())`,
      values,
    )
    await database.sql.query(
      `INSERT INTO answer (${columns}, observation_id) VALUES ($1, $2, $3, $4, $5, 'VALUE', 412, '2025-12-31', now(), $2)`,
      values,
    )
    const { sejours } = await form(mine().id)
    expect(sejours).toMatchObject({ locked: true, answer: { value: 412, expired: false } })
    expect(sejours?.answer?.inheritedFrom).toContain('Cabinet')
    expect(await answerOf(say('sejours', 1))).toMatchObject({ reason: 'answer-not-from-field' })
  })

  test('is the same read one by one and as columns, whatever the kind', async () => {
    const hq = actorOf(alpha, 'hq')
    const hcpIds = alpha.hcps.map(({ id }) => id)
    for (const id of [cycleId, alpha.cycles.running.id]) {
      const cycle = await getCycle(hq, id)
      const { columns, questions, answers } = await read(hq, async (tx) => {
        const { document } = await loadWorkingConfiguration(tx, alpha.id, id)
        const asked = await cycleQuestions(tx, alpha.id, cycle, document)
        const ground = await cycleGround(tx, alpha.id, cycle, document)
        return {
          questions: asked,
          columns: await readAnswerColumns(tx, alpha.id, ground, asked, hcpIds),
          answers: await findEffectiveAnswers(tx, alpha.id, ground, asked, hcpIds),
        }
      })
      for (const { key, kind } of questions)
        for (const [row, hcpId] of hcpIds.entries()) {
          const one = answers.find((answer) => answer.hcpId === hcpId && answer.key === key)
          const counts = one && !one.expired && one.state === 'VALUE'
          expect(valueAt(columns[key], row)).toEqual(counts ? String(valueOf(kind, one)) : null)
        }
    }
  })
})

describe('answering', () => {
  test('sent twice under one client id, an answer is kept once', async () => {
    const clientId = randomUUID()
    const first = await say('place', 'PREMIER', { clientId })
    expect(await say('place', 'PREMIER', { clientId })).toEqual(first)
    const { rows } = await database.sql.query(
      `SELECT count(*)::int AS n FROM observation WHERE lab_id = $1 AND client_id = $2`,
      [alpha.id, clientId],
    )
    expect(rows[0].n).toBe(1)
  })

  test('« je ne sais pas » and « sans objet » are answers; the points of options never leave the server', async () => {
    await say('place', null, { state: 'UNKNOWN' })
    expect((await form(mine().id))['place']?.answer).toMatchObject({ state: 'UNKNOWN', value: null })
    await say('formation', null, { state: 'NOT_APPLICABLE' })
    const { questions } = await getForm(rep(), { cycleId, hcpId: mine().id })
    expect(JSON.stringify(questions)).not.toContain('points')
  })

  test('taken back, an answer leaves what stood before it, with its own date', async () => {
    await say('formation', '2024-11-04')
    expect((await form(mine().id))['formation']?.answer).toMatchObject({ value: '2024-11-04' })
    await say('formation', null, { state: 'WITHDRAWN' })
    expect((await form(mine().id))['formation']?.answer).toMatchObject({ state: 'NOT_APPLICABLE' })
    await say('formation', null, { state: 'WITHDRAWN' })
    expect((await form(mine().id))['formation']?.answer).toBeNull()
  })

  test('out of bounds, of another kind or of tomorrow it is refused in words', async () => {
    expect(await answerOf(say('potentiel', 501))).toMatchObject({ reason: 'answer-above-maximum' })
    expect(await answerOf(say('potentiel', -1))).toMatchObject({ reason: 'answer-below-minimum' })
    expect(await answerOf(say('potentiel', 'beaucoup'))).toMatchObject({ reason: 'answer-not-of-kind' })
    expect(await answerOf(say('affinite', 11))).toMatchObject({ reason: 'answer-not-of-kind' })
    expect(await answerOf(say('place', 'SECOND'))).toMatchObject({ reason: 'answer-unknown-option' })
    expect(await answerOf(say('potentiel', 5, { observedOn: '2026-06-20' }))).toMatchObject({
      reason: 'answer-in-the-future',
    })
    expect(await answerOf(say('inconnu', 5))).toEqual({ code: 'NOT_FOUND' })
  })

  test('the list puts unfinished hcps first and tells how far each is', async () => {
    const [worklist] = (await listWorklists(rep())).items
    expect(worklist).toMatchObject({ cycleId, endsOn: '2026-11-15', daysLeft: 158 })
    expect(worklist?.hcps.some(({ id }) => id === alpha.ceased.id)).toBe(false)
    const finished = worklist?.hcps.map((hcp) => hcp.finished) ?? []
    expect(finished).toEqual([...finished].toSorted((a, b) => Number(a) - Number(b)))
    const own = worklist?.hcps.find(({ id }) => id === mine().id)
    expect(own).toMatchObject({ answered: 3, total: 5, finished: false })
    await say('affinite', 7)
    const [after] = (await listWorklists(rep())).items
    expect(after?.hcps.find(({ id }) => id === mine().id)).toMatchObject({ answered: 4, finished: true })
  })

  test('every figure of completeness opens the hcps behind it', async () => {
    const hq = actorOf(alpha, 'hq')
    const { questions, sectors } = await getCompleteness(hq, cycleId)
    const ordinal = questions.findIndex(({ key }) => key === 'potentiel')
    for (const { id, hcps, present } of sectors) {
      const ask = (state: 'present' | 'toAsk') =>
        listHcpsBehind(hq, { id: cycleId, sectorId: id, key: 'potentiel', state, limit: 200 })
      expect((await ask('present')).total).toBe(present[ordinal])
      expect((await ask('toAsk')).total).toBe(hcps - (present[ordinal] ?? 0))
    }
  })
})

describe('walls', () => {
  test('another sector’s hcp, another lab’s hcp and an unknown one are the same answer', async () => {
    const other = alpha.hcps.find(({ sector }) => sector === 1)?.id ?? ''
    const foreign = beta.hcps[4]?.id ?? ''
    for (const hcpId of [other, foreign, randomUUID()]) {
      expect(await answerOf(getForm(rep(), { cycleId, hcpId }))).toEqual({ code: 'NOT_FOUND' })
      expect(await answerOf(say('potentiel', 5, { hcpId }))).toEqual({ code: 'NOT_FOUND' })
    }
    expect(await answerOf(say('potentiel', 5, {}, actorOf(beta, 'rep1')))).toEqual({ code: 'NOT_FOUND' })
    expect(await answerOf(getCompleteness(actorOf(beta, 'hq'), cycleId))).toEqual({ code: 'NOT_FOUND' })
  })

  test('the owner gets in, a manager reads and does not answer', async () => {
    const manager = actorOf(alpha, 'manager1')
    expect((await form(mine().id, manager))['potentiel']).toBeDefined()
    expect(await answerOf(say('potentiel', 5, {}, manager))).toEqual({ code: 'FORBIDDEN' })
    const { sectors } = await getCompleteness(manager, cycleId)
    expect(sectors.map(({ id }) => id).toSorted()).toEqual([...manager.sectorIds].toSorted())
    const behind = listHcpsBehind(manager, {
      id: cycleId,
      sectorId: alpha.sectors.find(({ id }) => !manager.sectorIds.includes(id))?.id ?? '',
      key: 'potentiel',
      state: 'present',
      limit: 10,
    })
    expect(await answerOf(behind)).toEqual({ code: 'NOT_FOUND' })
  })

  test('a closed cycle asks nothing more', async () => {
    await database.sql.query(`UPDATE cycle SET state = 'CLOSED' WHERE id = $1`, [cycleId])
    expect(await answerOf(say('potentiel', 5))).toMatchObject({ reason: 'qualification-not-open' })
    expect((await listWorklists(rep())).items).toEqual([])
  })
})
