import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CriterionDto } from '#src/contracts/qualification.ts'
import { setClock } from '#src/server/platform/clock.ts'
import { arrangeCriteria } from '#src/server/use-cases/qualification/arrange-criteria.ts'
import { getCriteria } from '#src/server/use-cases/qualification/get-criteria.ts'
import { saveCriterion } from '#src/server/use-cases/qualification/save-criterion.ts'
import { freshDatabase, type TestDatabase } from '../../fixtures/database/test-database.ts'
import { now, seedSmallLab, type LabFixture } from '../../fixtures/small-lab.ts'
import { actorOf, addCriterion, answerOf, criterion, newCycle } from '../cycles/fixture.ts'

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
const save = async (id: string, dto: CriterionDto, actor = hq()) =>
  saveCriterion(actor, {
    id,
    commandId: randomUUID(),
    version: (await getCriteria(hq(), id)).version,
    criterion: dto,
  })

test('a criterion new to the lab is created with its options, then offered to the other cycles', async () => {
  const { id } = await newCycle(alpha, 'Premier')
  const options = ['JAMAIS', 'PARFOIS'].map((code, points) => ({
    code,
    labels: { fr: code, en: code },
    points,
  }))
  const saved = await save(id, criterion('place', { kind: 'CHOICE', options }))
  expect(saved.criteria).toEqual([criterion('place', { kind: 'CHOICE', options })])
  const other = await newCycle(alpha, 'Second')
  const { library } = await getCriteria(hq(), other.id)
  expect(library.map(({ code }) => code)).toContain('place')
})

test('kind and level never change once they exist; words and the way of asking do', async () => {
  const { id } = await newCycle(alpha, 'Fixe')
  await addCriterion(alpha, id, criterion('potentiel'))
  expect(await answerOf(save(id, criterion('potentiel', { kind: 'SCALE' })))).toMatchObject({
    reason: 'criterion-kind-fixed',
  })
  const changed = criterion('potentiel', { labels: { fr: 'Patients', en: 'Patients' }, validityMonths: 6 })
  expect((await save(id, changed)).criteria).toEqual([changed])
})

test('what nobody could answer is refused with everything that is wrong', async () => {
  const { id } = await newCycle(alpha, 'Refus')
  const wrong = criterion('faux', {
    kind: 'CHOICE',
    minimum: 5,
    maximum: 1,
    sources: ['terrain', 'nulle-part'],
  })
  expect(await answerOf(save(id, wrong))).toEqual({
    code: 'REFUSED',
    reason: 'criterion-invalid',
    items: ['two-options', 'bounds-reversed', 'source-unknown'],
  })
  expect((await getCriteria(hq(), id)).criteria).toEqual([])
})

test('criteria are put in order, one left out is no longer asked, and a stale order is refused', async () => {
  const { id } = await newCycle(alpha, 'Ordre')
  await addCriterion(alpha, id, criterion('potentiel'))
  await addCriterion(alpha, id, criterion('affinite', { kind: 'SCALE' }))
  const { version } = await getCriteria(hq(), id)
  const arrange = (codes: string[]) => arrangeCriteria(hq(), { id, commandId: randomUUID(), version, codes })
  const { criteria } = await arrange(['affinite', 'potentiel'])
  expect(criteria.map(({ code }) => code)).toEqual(['affinite', 'potentiel'])
  expect(await answerOf(arrange(['potentiel']))).toMatchObject({ code: 'CONFLICT' })
})

test('after qualification criteria no longer move', async () => {
  const { id } = await newCycle(alpha, 'Gelé')
  await database.sql.query(`UPDATE cycle SET state = 'SEGMENTATION' WHERE id = $1`, [id])
  expect((await getCriteria(hq(), id)).editable).toBe(false)
  expect(await answerOf(save(id, criterion('potentiel')))).toMatchObject({
    reason: 'configuration-section-frozen',
  })
})

test('a rep reads the criteria and writes none; another lab does neither', async () => {
  const { id } = await newCycle(alpha, 'Murs')
  expect((await getCriteria(actorOf(alpha, 'rep1'), id)).criteria).toEqual([])
  expect(await answerOf(save(id, criterion('x1'), actorOf(alpha, 'rep1')))).toEqual({ code: 'FORBIDDEN' })
  expect(await answerOf(getCriteria(actorOf(beta, 'hq'), id))).toEqual({ code: 'NOT_FOUND' })
  expect(await answerOf(save(id, criterion('x1'), actorOf(beta, 'hq')))).toEqual({ code: 'NOT_FOUND' })
})
