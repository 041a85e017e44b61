import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decodeDataset, encodeSegmentation, segment } from '#src/engine/index.ts'
import { decodeTable } from '#src/lib/columns/binary.ts'
import { setClock } from '#src/server/platform/clock.ts'
import { sha256 } from '#src/server/platform/hash.ts'
import { getConfiguration } from '#src/server/use-cases/cycles/get-configuration.ts'
import { cancelRun } from '#src/server/use-cases/segmentation/cancel-run.ts'
import { getDataset } from '#src/server/use-cases/segmentation/get-dataset.ts'
import { getRun } from '#src/server/use-cases/segmentation/get-run.ts'
import { getStudio } from '#src/server/use-cases/segmentation/get-studio.ts'
import { runOfficial } from '#src/server/use-cases/segmentation/run-official.ts'
import { saveSegmentation } from '#src/server/use-cases/segmentation/save-segmentation.ts'
import { freshDatabase, type TestDatabase } from '../../fixtures/database/test-database.ts'
import { now, seedSmallLab, type LabFixture } from '../../fixtures/small-lab.ts'
import { actorOf, answerOf } from '../cycles/fixture.ts'
import { compute, cycleToSegment, save, start, withRules } from './fixture.ts'

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
const count = async (runId: string) =>
  Number(
    (await database.sql.query(`SELECT count(*) FROM segment_assignment WHERE run_id = $1`, [runId])).rows[0]
      .count,
  )

test('the preview of the browser and the official run are the same bytes', async () => {
  const id = await cycleToSegment(database.sql, alpha, 'Aperçu')
  const body = await getDataset(hq(), id)
  const { document } = await getConfiguration(hq(), id)
  const preview = segment(decodeDataset(body.bytes), document, 'general')
  const run = await compute(alpha, id)
  expect(run).toMatchObject({ state: 'DONE', done: preview.universeCount, total: preview.universeCount })
  const { official } = await getStudio(hq(), id)
  expect(official?.resultHash).toBe(sha256(encodeSegmentation(preview)))
  expect(official?.upToDate).toBe(true)
  expect(await count(run.id)).toBe(preview.universeCount)
})

test('a dataset knows where hcps work and how often they were met in the 12 months before', async () => {
  const id = await cycleToSegment(database.sql, alpha, 'Lieux')
  const { bytes } = await getDataset(hq(), id)
  const dataset = decodeDataset(bytes)
  const { rows } = await database.sql.query<{
    hcp: string
    kind: string
    commune: string | null
    brick: string | null
    calls: number
  }>(
    `SELECT hp.hcp_id AS hcp, p.kind, p.insee_code AS commune,
       (SELECT min(b.code) FROM brick_area ba JOIN brick b ON b.lab_id = ba.lab_id AND b.id = ba.brick_id
         WHERE ba.lab_id = hp.lab_id AND ba.insee_code = p.insee_code) AS brick,
       (SELECT count(*)::int FROM call c WHERE c.lab_id = hp.lab_id AND c.hcp_id = hp.hcp_id AND c.outcome = 'DONE'
         AND c.duplicate_of_id IS NULL AND c.day >= '2025-06-01' AND c.day < '2026-06-01') AS calls
     FROM hcp_practice hp JOIN practice p ON p.lab_id = hp.lab_id AND p.id = hp.practice_id
     WHERE hp.lab_id = $1 AND hp.principal AND hp.ends_before IS NULL`,
    [alpha.id],
  )
  const facts = new Map(rows.map((row) => [row.hcp, row]))
  const { practice, commune, brick } = dataset.attributes
  const read = dataset.hcpIds.map((hcp, row) => ({
    hcp,
    kind: practice.dictionary[practice.values[row] ?? -1] ?? null,
    commune: commune.dictionary[commune.values[row] ?? -1] ?? null,
    brick: brick.dictionary[brick.values[row] ?? -1] ?? null,
    calls: dataset.previousCalls?.[row],
  }))
  expect(read.length).toBeGreaterThan(0)
  expect(read).toEqual(read.map(({ hcp }) => facts.get(hcp)))
  expect(read.some(({ calls }) => (calls ?? 0) > 0)).toBe(true)
  expect(new Set(read.map(({ kind }) => kind)).size).toBeGreaterThan(0)
})

test('every hcp stands in the segment that the rule, else the matrix, gives it', async () => {
  const id = await cycleToSegment(database.sql, alpha, 'Places')
  const run = await compute(alpha, id)
  const body = await getDataset(hq(), id)
  const official = decodeTable(body.bytes).columns['official:general']
  const { document } = await getConfiguration(hq(), id)
  const dataset = decodeDataset(body.bytes)
  const preview = segment(dataset, document, 'general')
  const codes = Array.from(preview.segments, (place) => preview.segmentCodes[place] ?? 'excluded')
  expect(
    official?.kind === 'code' && Array.from(official.values, (value) => official.dictionary[value]),
  ).toEqual(codes)
  const ruled = await database.sql.query<{ rule: string; hcps: string }>(
    `SELECT rule, count(*) AS hcps FROM segment_assignment WHERE run_id = $1 AND rule IS NOT NULL GROUP BY rule`,
    [run.id],
  )
  const caught = preview.rules.filter((rule) => rule.caught > 0)
  expect(new Map(ruled.rows.map(({ rule, hcps }) => [rule, Number(hcps)]))).toEqual(
    new Map(caught.map(({ id: rule, caught: hcps }) => [rule, hcps])),
  )
})

test('computing again gives the same hashes, and no second dataset', async () => {
  const id = await cycleToSegment(database.sql, alpha, 'Deux fois')
  await compute(alpha, id)
  const first = (await getStudio(hq(), id)).official
  await compute(alpha, id)
  const second = (await getStudio(hq(), id)).official
  expect(second?.run.id).not.toBe(first?.run.id)
  expect([second?.resultHash, second?.datasetHash]).toEqual([first?.resultHash, first?.datasetHash])
  const { rows } = await database.sql.query(`SELECT FROM dataset WHERE hash = $1`, [first?.datasetHash])
  expect(rows).toHaveLength(1)
})

test('a worker that died leaves a run that another takes from the start', async () => {
  const id = await cycleToSegment(database.sql, alpha, 'Panne')
  const asked = await start(alpha, id)
  await database.sql.query(`UPDATE run SET state = 'RUNNING', done = 3 WHERE id = $1`, [asked.id])
  await runOfficial(hq(), asked.id)
  await runOfficial(hq(), asked.id)
  expect((await getRun(hq(), id)).run).toMatchObject({ id: asked.id, state: 'DONE' })
  expect(await count(asked.id)).toBeGreaterThan(0)
})

describe('what moved between the reading and the writing', () => {
  /** Lets something happen once the columns are read: the moment the worker says how many hcps there are. */
  async function whileComputing(id: string, move: () => Promise<unknown>) {
    const asked = await start(alpha, id)
    await database.sql.query(`
      CREATE OR REPLACE FUNCTION hold() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN PERFORM pg_advisory_xact_lock(7); RETURN NEW; END $$;
      CREATE TRIGGER hold BEFORE UPDATE ON run FOR EACH ROW WHEN (NEW.total > OLD.total) EXECUTE FUNCTION hold()`)
    const gate = await database.sql.connect()
    await gate.query('SELECT pg_advisory_lock(7)')
    const work = runOfficial(hq(), asked.id)
    for (let tries = 0; tries < 200; tries += 1) {
      const { rows } = await database.sql.query(
        `SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted`,
      )
      if (rows.length > 0) break
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    await move()
    await gate.query('SELECT pg_advisory_unlock(7)')
    gate.release()
    await work
    await database.sql.query(`DROP TRIGGER hold ON run`)
    return (await getRun(hq(), id)).run
  }

  test('an answer: the run is refused and places nobody', async () => {
    const id = await cycleToSegment(database.sql, alpha, 'Réponse')
    const hcp = alpha.hcps.find(({ segment: code }) => code === 'B1')
    const run = await whileComputing(id, () =>
      database.sql.query(
        `UPDATE answer SET observation_id = (SELECT o.id FROM observation o WHERE o.lab_id = answer.lab_id
           AND o.criterion_id = answer.criterion_id AND o.id <> answer.observation_id LIMIT 1)
         WHERE hcp_id = $1 AND number IS NOT NULL`,
        [hcp?.id],
      ),
    )
    expect(run).toMatchObject({ state: 'FAILED', error: { reason: 'segmentation-answers-moved' } })
    expect(await count(run?.id ?? '')).toBe(0)
  })

  test('the configuration: the run is refused', async () => {
    const id = await cycleToSegment(database.sql, alpha, 'Réglage')
    const run = await whileComputing(id, () =>
      save(
        alpha,
        id,
        withRules().map((one) => ({ ...one, rules: [] })),
      ),
    )
    expect(run).toMatchObject({ state: 'FAILED', error: { reason: 'segmentation-configuration-moved' } })
  })
})

test('a run that is interrupted writes nothing and stays interrupted', async () => {
  const id = await cycleToSegment(database.sql, alpha, 'Interrompu')
  const asked = await start(alpha, id)
  await cancelRun(hq(), { id, commandId: randomUUID() })
  await runOfficial(hq(), asked.id)
  expect((await getRun(hq(), id)).run?.state).toBe('CANCELLED')
  expect(await count(asked.id)).toBe(0)
})

test('a segment that is gone leaves the cycle, and its name and rank follow the configuration', async () => {
  const id = await cycleToSegment(database.sql, alpha, 'Segments')
  await compute(alpha, id)
  const changed = withRules().map((one) => ({
    ...one,
    segments: one.segments
      .filter(({ code }) => code !== 'C2')
      .map((segment_) => (segment_.code === 'C1' ? { ...segment_, name: 'Le reste' } : segment_)),
    matrix: {
      ...one.matrix,
      cells: one.matrix.cells.map((line) => line.map((code) => (code === 'C2' ? 'C1' : code))),
    },
  }))
  await save(alpha, id, changed)
  expect((await compute(alpha, id)).state).toBe('DONE')
  const { rows } = await database.sql.query<{ code: string; name: string }>(
    `SELECT code, name FROM cycle_segment WHERE cycle_id = $1 AND rank > 0 ORDER BY rank`,
    [id],
  )
  expect(rows.map(({ code }) => code)).toEqual(['A1', 'A2', 'B1', 'B2', 'C1', 'non-qualifie'])
  expect(rows[4]?.name).toBe('Le reste')
})

describe('who may', () => {
  test('head office alone reads a dataset: reps and managers are refused, another lab does not see the cycle', async () => {
    const id = await cycleToSegment(database.sql, alpha, 'Murs')
    expect((await getDataset(actorOf(alpha, 'hqReadOnly'), id)).bytes.length).toBeGreaterThan(100)
    for (const who of ['rep1', 'manager1', 'admin'])
      expect(await answerOf(getDataset(actorOf(alpha, who), id))).toMatchObject({ code: 'FORBIDDEN' })
    expect(await answerOf(getDataset(actorOf(beta, 'hq'), id))).toMatchObject({ code: 'NOT_FOUND' })
    expect(await answerOf(getStudio(actorOf(beta, 'hq'), id))).toMatchObject({ code: 'NOT_FOUND' })
  })

  test('a dataset holds no name', async () => {
    const id = await cycleToSegment(database.sql, alpha, 'Sans nom')
    const { bytes } = await getDataset(hq(), id)
    const text = new TextDecoder('latin1').decode(bytes)
    expect(text).not.toContain(alpha.canary)
  })

  test('only head office that may write computes, in the step of segmentation', async () => {
    const id = await cycleToSegment(database.sql, alpha, 'Étape')
    const { version } = await getConfiguration(hq(), id)
    const ask = { id, version, commandId: randomUUID(), segmentations: withRules() }
    expect(await answerOf(saveSegmentation(actorOf(alpha, 'hqReadOnly'), ask))).toMatchObject({
      code: 'FORBIDDEN',
    })
    expect(await answerOf(saveSegmentation(actorOf(beta, 'hq'), ask))).toMatchObject({ code: 'NOT_FOUND' })
    await database.sql.query(`UPDATE cycle SET state = 'QUALIFICATION' WHERE id = $1`, [id])
    expect(await answerOf(start(alpha, id))).toMatchObject({ reason: 'segmentation-not-in-step' })
  })

  test('a second run waits for the first, and an incomplete segmentation names what is wrong', async () => {
    const id = await cycleToSegment(database.sql, alpha, 'Attente')
    await start(alpha, id)
    expect(await answerOf(start(alpha, id))).toMatchObject({ reason: 'segmentation-being-run' })
    const broken = withRules().map((one) => ({ ...one, segments: one.segments.slice(1) }))
    const other = await cycleToSegment(database.sql, alpha, 'Incomplet', broken)
    const answer = await answerOf(start(alpha, other))
    expect(answer).toMatchObject({ reason: 'segmentation-invalid' })
    expect(answer.items).toContain('unknown-segment')
  })
})

test('the second save of the segmentation is refused with who saved it and when', async () => {
  const id = await cycleToSegment(database.sql, alpha, 'Conflit')
  const { version } = await getConfiguration(hq(), id)
  const ask = () => ({ id, version, commandId: randomUUID(), segmentations: withRules() })
  await saveSegmentation(hq(), ask())
  expect(await answerOf(saveSegmentation(hq(), ask()))).toMatchObject({
    code: 'CONFLICT',
    data: { params: { section: 'segmentations', by: hq().displayName } },
  })
})
