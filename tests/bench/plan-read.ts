import { existsSync } from 'node:fs'
import path from 'node:path'
import { encode } from 'next-auth/jwt'
import type { PlanDto } from '#src/contracts/plan-document.ts'
import { freePort } from '#src/cli/free-port.ts'
import { openSession } from '#src/server/platform/session/sessions.ts'
import { setClock } from '#src/server/platform/clock.ts'
import { seedDemoLab } from '../../prisma/seed.ts'
import type { Bench, BenchDatabase } from './bench.ts'
import { ratioLine, type Line } from './lines.ts'
import { interleave } from './measure.ts'
import { end, serve } from './plan-read/processes.ts'

const build = process.env['NEXT_DIST_DIR'] ?? '.next'

type Choice = { lab: string; plan: string; member: string; lines: number }

/** The open plan of about 400 lines, and its lead. */
async function choosePlan({ sql }: BenchDatabase): Promise<Choice> {
  const { rows } = await sql.query<Choice>(`
    SELECT p.lab_id AS lab, p.id AS plan, a.member_id AS member, count(*)::int AS lines
    FROM plan p JOIN plan_version v ON v.plan_id = p.id JOIN plan_line l ON l.plan_version_id = v.id
    JOIN sector_assignment a ON a.sector_id = p.sector_id AND a.kind = 'LEAD'
    WHERE v.state IN ('OPEN', 'RETURNED') GROUP BY 1, 2, 3 ORDER BY abs(count(*) - 400), p.id LIMIT 1`)
  if (!rows[0]) throw new Error('the demo lab has no open plan')
  return rows[0]
}

/** The windows that the application reads calls in: the bare route is told them. */
async function windowsOf({ sql }: BenchDatabase, planId: string, today: string): Promise<string[]> {
  const { rows } = await sql.query<Record<'from' | 'to' | 'before' | 'starts' | 'ends', string>>(
    `SELECT (y.run_starts_on - interval '4 months')::date::text AS from, (y.run_starts_on - 1)::text AS to, b.id AS before,
       b.run_starts_on::text AS starts, b.run_ends_before::text AS ends
     FROM plan p JOIN cycle y ON y.id = p.cycle_id JOIN cycle b ON b.state = 'RUNNING' WHERE p.id = $1`,
    [planId],
  )
  const [row] = rows
  return row ? [today, row.from, row.to, row.before, row.starts, row.ends] : []
}

/** The parts that weigh: both answers hold the same lines and people, whatever else differs. */
function assertSame(ours: PlanDto, peer: PlanDto): void {
  const missing = Object.keys(ours).filter((key) => !(key in peer))
  const brief = ({ lines, hcps, constraints }: PlanDto) =>
    JSON.stringify({
      lines: lines.map((line) => [
        line.hcpId,
        line.channel,
        line.segment,
        line.proposed,
        line.locked,
        line.version,
      ]),
      hcps: hcps.map((hcp) => [
        hcp.hcpId,
        hcp.name,
        hcp.commune,
        hcp.segment,
        hcp.lastOn,
        hcp.previousDone,
        hcp.previousGoal,
      ]),
      constraints: constraints.length,
    })
  if (missing.length > 0) throw new Error(`the bare route leaves out ${missing.join(', ')}`)
  if (brief(ours) !== brief(peer)) throw new Error('the bare route answers something else')
}

/** On a database that holds the demo lab. */
export async function measurePlanRead(database: BenchDatabase): Promise<Line[]> {
  if (!existsSync(path.join(build, 'BUILD_ID')))
    throw new Error('npm run build first: the built application is measured')
  const { lab, plan, member, lines } = await choosePlan(database)
  const key = await openSession(lab, member)
  const token = await encode({
    token: { key: `${key.labId}/${key.sessionId}` },
    secret: database.environment['NEXTAUTH_SECRET'] ?? '',
  })
  const port = await freePort(41_300)
  const barePort = await freePort(port + 1)
  const ours = `http://127.0.0.1:${port}`
  const bare = `http://127.0.0.1:${barePort}`
  const headers = { cookie: `next-auth.session-token=${token}` }
  const today = new Date().toISOString().slice(0, 10)
  const web = await serve(
    ['node_modules/next/dist/bin/next', 'start', '-p', String(port), '-H', '127.0.0.1'],
    { ...database.environment, NEXTAUTH_URL: ours, NEXT_TELEMETRY_DISABLED: '1', LOG_LEVEL: 'error' },
    `${ours}/healthz`,
  )
  const peer = await serve(
    [path.join(import.meta.dirname, 'plan-read/bare-server.ts')],
    {
      PORT: String(barePort),
      BARE_URL: database.superUrl,
      BARE_PARAMETERS: JSON.stringify(await windowsOf(database, plan, today)),
    },
    `${bare}/00000000-0000-0000-0000-000000000000`,
  ).catch(async (error: unknown) => {
    await end(web)
    throw error
  })
  const read = async (address: string): Promise<PlanDto> => {
    const response = await fetch(address, { headers })
    if (!response.ok) throw new Error(`${address} answers ${response.status}`)
    return JSON.parse(await response.text()) as PlanDto
  }
  try {
    assertSame(await read(`${ours}/api/v1/plans/${plan}`), await read(`${bare}/${plan}`))
    const times = await interleave(
      {
        ours: { run: () => read(`${ours}/api/v1/plans/${plan}`) },
        peer: { run: () => read(`${bare}/${plan}`) },
      },
      { warmUps: 100, repetitions: 200 },
    )
    const work = `API read of a sector plan of ${lines} lines over HTTP, session, rights and row-level security included, against a plain Node server that runs one prepared SQL statement for the same fields`
    return [ratioLine(work, times.ours, times.peer, 3, 'p95')]
  } finally {
    await end(web)
    await end(peer)
  }
}

/** One read of a sector plan over HTTP on the built application, against a bare route that runs one statement. */
export const planReadBench: Bench = {
  name: 'plan-read',
  database: true,
  run: async (database): Promise<Line[]> => {
    await seedDemoLab({ ...database, stop: async () => {} })
    // The seed lives on the days that it makes; the servers live today.
    setClock(null)
    return measurePlanRead(database)
  },
}
