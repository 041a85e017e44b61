import { afterAll, beforeAll, expect, test } from 'vitest'
import { setClock } from '#src/server/platform/clock.ts'
import { read } from '#src/server/platform/transaction.ts'
import { readRunAxis } from '#src/server/repositories/run-column-repository.ts'
import { explainHcp } from '#src/server/use-cases/segmentation/explain-hcp.ts'
import { getCards } from '#src/server/use-cases/segmentation/get-cards.ts'
import { freshDatabase, type TestDatabase } from '../../fixtures/database/test-database.ts'
import { now, seedSmallLab, type LabFixture } from '../../fixtures/small-lab.ts'
import { actorOf, answerOf } from '../cycles/fixture.ts'
import { compute, cycleToSegment } from './fixture.ts'

let database: TestDatabase
let alpha: LabFixture
let beta: LabFixture
let cycleId: string
let runId: string

beforeAll(async () => {
  database = await freshDatabase()
  ;({ alpha, beta } = await seedSmallLab(database.sql))
  setClock(now)
  cycleId = await cycleToSegment(database.sql, alpha, 'Expliqué')
  runId = (await compute(alpha, cycleId)).id
})
afterAll(async () => {
  setClock(null)
  await database.drop()
})

const hq = () => actorOf(alpha, 'hq')
const hcpOf = (segment: string, sector?: number) => {
  const hcp = alpha.hcps.find(
    (one) => one.segment === segment && (sector === undefined || one.sector === sector),
  )
  if (!hcp) throw new Error(`nobody in ${segment}`)
  return hcp
}

test('an hcp is explained by its axes, its cell, where its answers come from and its smallest change', async () => {
  const hcp = hcpOf('B1')
  const found = await explainHcp(hq(), cycleId, hcp.id)
  const { explanation, words, sources } = found
  expect(explanation?.axes[0]).toMatchObject({
    axis: 'potentiel',
    value: hcp.potential,
    class: 'B',
    from: 30,
    next: { class: 'A', from: 60 },
  })
  expect(explanation?.cell?.segment).toBe('B1')
  expect(found.assigned?.segment).toBe(explanation?.segment)
  expect(words.axes.map(({ name }) => name)).toEqual(['Potentiel', 'Affinité'])
  const potential = sources.find(({ criterion }) => criterion === 'potentiel')
  expect(potential?.value).toBe(hcp.potential)
  expect(potential?.observedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/)
  expect(explanation?.smallestChange?.segment).not.toBe(explanation?.segment)
})

test('what was computed stays explained as it was after an answer changed', async () => {
  const hcp = hcpOf('A1')
  const before = await explainHcp(hq(), cycleId, hcp.id)
  await database.sql.query(`UPDATE answer SET number = 1 WHERE hcp_id = $1 AND number IS NOT NULL`, [hcp.id])
  const after = await explainHcp(hq(), cycleId, hcp.id)
  expect(after.explanation).toEqual(before.explanation)
})

test('the values of an axis are kept with the run', async () => {
  const hcp = hcpOf('B1')
  const values = await read(hq(), (tx) => readRunAxis(tx, alpha.id, runId, 'general', 'potentiel'))
  expect(values.get(hcp.id)).toBe(hcp.potential)
})

test('a rep reads why of an hcp of his sector once it is published, and of no other', async () => {
  const own = hcpOf('B1', 0)
  const elsewhere = hcpOf('B1', 3)
  const rep = actorOf(alpha, 'rep1')
  expect(await answerOf(explainHcp(rep, cycleId, own.id))).toEqual({ code: 'NOT_FOUND' })
  const published = alpha.cycles.running.id
  expect((await explainHcp(rep, published, own.id)).assigned?.segment).toBe('B1')
  expect(await answerOf(explainHcp(rep, published, elsewhere.id))).toEqual({ code: 'NOT_FOUND' })
  expect(await answerOf(explainHcp(actorOf(alpha, 'admin'), published, own.id))).toMatchObject({
    code: 'FORBIDDEN',
  })
})

test('another lab finds neither the cycle nor the hcp', async () => {
  const hcp = hcpOf('B1')
  expect(await answerOf(explainHcp(actorOf(beta, 'hq'), cycleId, hcp.id))).toEqual({ code: 'NOT_FOUND' })
  expect(await answerOf(getCards(actorOf(beta, 'hq'), cycleId, [hcp.id]))).toEqual({ code: 'NOT_FOUND' })
  expect(await getCards(hq(), cycleId, [beta.hcps[0]?.id ?? ''])).toEqual([])
  expect((await getCards(hq(), cycleId, [hcp.id]))[0]?.name).toContain(alpha.canary)
})
