import { buffer } from 'node:stream/consumers'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import type { Actor } from '#src/contracts/actor.ts'
import type { ImportOptions } from '#src/contracts/imports.ts'
import { applyImport } from '#src/server/use-cases/imports/apply-import.ts'
import { checkImport } from '#src/server/use-cases/imports/check-import.ts'
import { uploadFile } from '#src/server/use-cases/imports/upload-file.ts'
import { demoHcps, hcpsCsv } from '../../prisma/scenarios/demo-lab/hcps.ts'
import { demoRegions } from '../../prisma/scenarios/demo-lab/territory.ts'
import type { Bench } from './bench.ts'
import { benchCriteria, openBenchCycle } from './bench-cycle.ts'
import { openBenchLab, opening } from './bench-lab.ts'
import { ratioLine, type Line } from './lines.ts'
import { interleave, type Work } from './measure.ts'
import { twinOf } from './twin-table.ts'

const hcpCount = 100_000
const criterionCount = 4

type File = { options: ImportOptions; content: string; fills: readonly string[] }

/** Applies a file that was uploaded and checked beforehand; what it filled is emptied before each time. */
function applied(sql: pg.Pool, actor: Actor, { options, content, fills }: File): Work {
  let id = ''
  let time = 0
  return {
    before: async () => {
      await sql.query(`TRUNCATE ${fills.join(', ')} CASCADE`)
      // The same file twice would be refused: a line without meaning tells them apart.
      time += 1
      const file = { ...options, name: `bench-${time}.csv`, content: `${content}${'\n'.repeat(time)}` }
      id = (await uploadFile(actor, file)).id
      const checked = await checkImport(actor, id)
      if (checked.state !== 'CHECKED' || checked.blocked)
        throw new Error(`check: ${checked.failure ?? checked.state}`)
    },
    run: async () => {
      const { state, failure } = await applyImport(actor, id)
      if (state !== 'APPLIED') throw new Error(`apply: ${failure ?? state}`)
    },
  }
}

/** COPY of the rows that the import wrote into twins of its tables, in one transaction. */
function copied(sql: pg.Pool, tables: readonly string[], references: boolean): Work {
  const bodies = new Map<string, Buffer>()
  return {
    before: async () => {
      const client = await sql.connect()
      try {
        for (const table of tables) {
          await twinOf(client, table, { references })
          const columns = await writable(client, table)
          bodies.set(table, await buffer(client.query(copyTo(`COPY ${table} (${columns}) TO STDOUT`))))
        }
      } finally {
        client.release()
      }
    },
    run: async () => {
      const client = await sql.connect()
      try {
        await client.query('BEGIN')
        for (const table of tables) {
          const columns = await writable(client, table)
          const rows = Readable.from([bodies.get(table) ?? Buffer.alloc(0)])
          await pipeline(rows, client.query(copyFrom(`COPY twin_${table} (${columns}) FROM STDIN`)))
        }
        await client.query('COMMIT')
      } finally {
        client.release()
      }
    },
  }
}

async function writable(client: pg.PoolClient, table: string): Promise<string> {
  const { rows } = await client.query<{ columns: string }>(
    `SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) AS columns FROM pg_attribute
     WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''`,
    [table],
  )
  return rows[0]?.columns ?? ''
}

async function measure(sql: pg.Pool, actor: Actor, what: string, file: File): Promise<Line[]> {
  const ours = applied(sql, actor, file)
  await ours.before?.()
  await ours.run()
  const times = await interleave(
    {
      ours,
      peer: copied(sql, file.fills, true),
      bare: copied(sql, file.fills, false),
    },
    { warmUps: 0, repetitions: 3 },
  )
  const tables = file.fills.join(', ')
  return [
    ratioLine(
      `import of ${what}, against COPY of the rows it wrote into identical tables (${tables}), indexes, checks and references included`,
      times.ours,
      times.peer,
      3,
    ),
    ratioLine(`the same, the peer without references`, times.ours, times.bare, null),
  ]
}

function observationsCsv(hcps: readonly { rpps: string }[]): string {
  const lines = ['type_identifiant;identifiant;critere;valeur;date_observation']
  for (let row = 0; lines.length <= hcpCount; row += 1)
    for (let criterion = 1; criterion <= criterionCount; criterion += 1)
      lines.push(`RPPS;${hcps[row]?.rpps ?? ''};c${criterion};${(row * 31 + criterion * 7) % 101};2026-03-10`)
  return `${lines.join('\n')}\n`
}

/** The apply of an import, from the stored file to its last row, against bare COPY. The check before it is not counted. */
export const importBench: Bench = {
  name: 'import',
  database: true,
  run: async (database): Promise<Line[]> => {
    const { sql } = database
    const lab = await openBenchLab(database)
    const hcps = demoHcps(demoRegions(), hcpCount)
    const directory: File = {
      options: { kind: 'HCP', startsOn: opening },
      content: hcpsCsv(hcps),
      fills: ['hcp', 'hcp_identifier', 'practice', 'hcp_practice', 'hcp_sector', 'contact_permission'],
    }
    const first = applied(sql, lab.admin, directory)
    await first.before?.()
    await first.run()
    await openBenchCycle(database, lab, benchCriteria(criterionCount))
    const answers = await measure(sql, lab.hq, '100,000 observations', {
      options: { kind: 'OBSERVATION', source: 'CRM' },
      content: observationsCsv(hcps),
      fills: ['observation', 'answer'],
    })
    const people = await measure(sql, lab.admin, '100,000 hcps (106,000 lines of CSV)', directory)
    return [...answers, ...people]
  },
}
