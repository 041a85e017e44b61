import { buffer } from 'node:stream/consumers'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { getStudio } from '#src/server/use-cases/segmentation/get-studio.ts'
import { runOfficial } from '#src/server/use-cases/segmentation/run-official.ts'
import { saveSegmentation } from '#src/server/use-cases/segmentation/save-segmentation.ts'
import { startOfficialRun } from '#src/server/use-cases/segmentation/start-official-run.ts'
import { advance } from '../../prisma/scenarios/cycle-steps.ts'
import type { Bench, BenchDatabase } from './bench.ts'
import { benchCriteria, benchSegmentation, fillAnswers, openBenchCycle } from './bench-cycle.ts'
import { fillHcps, openBenchLab, type BenchLab } from './bench-lab.ts'
import { ratioLine, type Line } from './lines.ts'
import { interleave } from './measure.ts'
import { twinOf } from './twin-table.ts'

const sizes = [
  { hcps: 30_000, criteria: 6 },
  { hcps: 100_000, criteria: 20 },
] as const

/** Each size has a laboratory of its own, so that the larger one says how the smaller one grows. */
export const officialRunBench: Bench = {
  name: 'official-run',
  database: true,
  run: async (database): Promise<Line[]> => {
    const lab = await openBenchLab(database)
    const lines: Line[] = []
    for (const size of sizes) lines.push(await measure(database, lab, size))
    return lines
  },
}

async function measure(database: BenchDatabase, lab: BenchLab, size: (typeof sizes)[number]): Promise<Line> {
  const { sql } = database
  await sql.query('TRUNCATE hcp, practice, cycle, criterion CASCADE')
  await fillHcps(database, lab, size.hcps)
  const criteria = benchCriteria(size.criteria)
  const cycleId = await openBenchCycle(database, lab, criteria)
  await fillAnswers(database, lab)
  await advance(lab.hq, cycleId, 'SEGMENTATION')
  const { version } = await getStudio(lab.hq, cycleId)
  const command = () => ({ id: cycleId, commandId: crypto.randomUUID() })
  await saveSegmentation(lab.hq, { ...command(), version, segmentations: [benchSegmentation(criteria)] })

  let runId = ''
  const ours = {
    before: async () => {
      const studio = await getStudio(lab.hq, cycleId)
      runId = (await startOfficialRun(lab.hq, { ...command(), version: studio.version })).id
    },
    run: async () => {
      await runOfficial(lab.hq, runId)
      const { rows } = await sql.query<{ state: string }>('SELECT state FROM run WHERE id = $1', [runId])
      if (rows[0]?.state !== 'DONE') throw new Error(`the run ended ${rows[0]?.state}`)
    },
  }
  // One run first: its rows are what the peer writes.
  await ours.before()
  await ours.run()
  const peer = await bareCopy(sql, lab.labId, runId)
  const times = await interleave({ ours, peer }, { warmUps: 1, repetitions: 5 })
  const { hcps } = size
  const work = `official run, ${hcps.toLocaleString('en')} hcps × ${size.criteria} criteria, read → compute → write, against the same bytes by COPY out and COPY into identical tables, indexes and references included`
  return ratioLine(work, times.ours, times.peer, 3)
}

const written = ['dataset_column', 'run_column', 'segment_assignment'] as const

async function copyOut(client: pg.PoolClient, query: string): Promise<Buffer> {
  return buffer(client.query(copyTo(`COPY (${query}) TO STDOUT (FORMAT binary)`)))
}

/** What a run reads, out; what it wrote, into tables of the same columns, indexes and references. */
async function bareCopy(sql: pg.Pool, labId: string, runId: string) {
  const answers = `SELECT hcp_id, criterion_id, source_id, product_id, state, number, option_code, observed_on FROM answer WHERE lab_id = '${labId}'`
  const people = `SELECT h.id, h.profession, h.specialty, hs.sector_id FROM hcp h JOIN hcp_sector hs ON hs.lab_id = h.lab_id AND hs.hcp_id = h.id WHERE h.lab_id = '${labId}'`
  const rowsOf: Record<(typeof written)[number], string> = {
    dataset_column: `SELECT c.* FROM dataset_column c JOIN run r ON r.lab_id = c.lab_id AND r.dataset_hash = c.dataset_hash WHERE r.id = '${runId}'`,
    run_column: `SELECT * FROM run_column WHERE run_id = '${runId}'`,
    segment_assignment: `SELECT * FROM segment_assignment WHERE run_id = '${runId}'`,
  }
  const client = await sql.connect()
  const bodies = new Map<string, Buffer>()
  try {
    for (const table of written) {
      await twinOf(client, table, { references: true })
      bodies.set(table, await copyOut(client, rowsOf[table]))
    }
  } finally {
    client.release()
  }
  const names = written.map((table) => `twin_${table}`).join(', ')
  return {
    before: async () => {
      await sql.query(`TRUNCATE ${names}`)
    },
    run: async () => {
      const connection = await sql.connect()
      try {
        await connection.query('BEGIN')
        await copyOut(connection, answers)
        await copyOut(connection, people)
        for (const table of written)
          await pipeline(
            Readable.from([bodies.get(table) ?? Buffer.alloc(0)]),
            connection.query(copyFrom(`COPY twin_${table} FROM STDIN (FORMAT binary)`)),
          )
        await connection.query('COMMIT')
      } finally {
        connection.release()
      }
    },
  }
}
