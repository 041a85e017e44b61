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
import { fillHcps, openBenchLab, opening } from './bench-lab.ts'
import { ratioLine, type Line } from './lines.ts'
import { interleave, type Work } from './measure.ts'
import { twinOf } from './twin-table.ts'

const count = 100_000
const criterionCount = 4

type File = { options: ImportOptions; content: string; fills: readonly string[] }

// The same file twice would be refused: each has some more empty lines at its end.
let made = 0

/** Applies a file that was uploaded and checked beforehand; what it filled is emptied before each time. */
function applied(sql: pg.Pool, actor: Actor, { options, content, fills }: File): Work {
  let id = ''
  return {
    before: async () => {
      await sql.query(`TRUNCATE ${fills.join(', ')} CASCADE`)
      made += 1
      const file = { ...options, name: `bench-${made}.csv`, content: `${content}${'\n'.repeat(made)}` }
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

function observationsCsv(): string {
  const lines = ['type_identifiant;identifiant;critere;valeur;date_observation']
  for (let row = 1; lines.length <= count; row += 1)
    for (let criterion = 1; criterion <= criterionCount; criterion += 1)
      lines.push(`RPPS;${10_000_000_000 + row};c${criterion};${(row * 31 + criterion * 7) % 101};2026-03-10`)
  return `${lines.join('\n')}\n`
}

/** The apply of answers, from the stored file to its last row, against bare COPY. The check before it is not counted. */
export const importObservationsBench: Bench = {
  name: 'import-observations',
  database: true,
  run: async (database): Promise<Line[]> => {
    const lab = await openBenchLab(database)
    await fillHcps(database, lab, count)
    await openBenchCycle(database, lab, benchCriteria(criterionCount))
    return measure(database.sql, lab.hq, '100,000 observations', {
      options: { kind: 'OBSERVATION', source: 'CRM' },
      content: observationsCsv(),
      fills: ['observation', 'answer'],
    })
  },
}

/** The same for a directory, its places and sectors with it. */
export const importHcpsBench: Bench = {
  name: 'import-hcps',
  database: true,
  run: async (database): Promise<Line[]> => {
    const lab = await openBenchLab(database)
    return measure(database.sql, lab.admin, '100,000 hcps (106,000 lines)', {
      options: { kind: 'HCP', startsOn: opening },
      content: hcpsCsv(demoHcps(demoRegions(), count)),
      fills: ['hcp', 'hcp_identifier', 'practice', 'hcp_practice', 'hcp_sector', 'contact_permission'],
    })
  },
}
