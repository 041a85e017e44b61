// The demo lab: npm run db:seed, and before npm run demo serves. Nothing happens when it is there already.
import pg from 'pg'
import { createLab } from '../src/cli/create-lab.ts'
import type { Database } from '../src/cli/database.ts'
import { removeLab } from '../src/cli/remove-lab.ts'
import { setClock } from '../src/server/platform/clock.ts'
import { disconnect } from '../src/server/platform/db.ts'
import { resetEnv } from '../src/server/platform/env.ts'
import { stopSender } from '../src/server/platform/queue.ts'
import { useLink } from '../src/server/use-cases/account/use-link.ts'
import { liveOn } from './scenarios/driver.ts'
import { demoCalendar } from './scenarios/demo-lab/calendar.ts'
import { buildDemoLab } from './scenarios/demo-lab/demo-lab.ts'
import { demoPassword } from './scenarios/demo-lab/people.ts'

export { demoAccounts } from './scenarios/demo-lab/people.ts'

const slug = 'helvane'

type Found = { id: string; complete: boolean } | undefined

async function look(client: pg.Client): Promise<Found> {
  const { rows } = await client.query<{ id: string; complete: boolean }>(
    `SELECT id, settings ? 'demoComplete' AS complete FROM lab WHERE slug = $1`,
    [slug],
  )
  return rows[0]
}

/** One command at a time makes the lab; what another one that was killed left of it is told from what is being made. */
async function takeTurn(client: pg.Client): Promise<void> {
  const lock = `hashtext('demo lab ' || current_database())`
  const { rows } = await client.query<{ mine: boolean }>(`SELECT pg_try_advisory_lock(${lock}) AS mine`)
  if (rows[0]?.mine) return
  console.log('Another command is making the demo lab: waiting for it…')
  await client.query(`SELECT pg_advisory_lock(${lock})`)
}

/** Makes the demo lab in a database unless it is there; what an interrupted start left of it is removed first. */
export async function seedDemoLab(
  database: Database,
  today = new Date().toISOString().slice(0, 10),
): Promise<void> {
  const client = new pg.Client(database.superUrl)
  await client.connect()
  try {
    if ((await look(client))?.complete) return
    await takeTurn(client)
    const found = await look(client)
    if (found?.complete) return
    if (found) {
      console.log('An earlier start was interrupted while it made the demo lab: what it left is removed…')
      await removeLab(client, found.id)
    }
    Object.assign(process.env, database.environment, {
      NEXTAUTH_URL: process.env['NEXTAUTH_URL'] ?? 'http://localhost',
      // A lab that is half made is made anew: none of its steps waits for the disk, the last one does for all.
      PGOPTIONS: '-c synchronous_commit=off',
    })
    resetEnv()
    const started = performance.now()
    let lap = started
    const done = (what: string) => {
      const now = performance.now()
      console.log(`  ${what.padEnd(12)} ${((now - lap) / 1000).toFixed(1)} s`)
      lap = now
    }
    console.log('Making the demo lab…')
    liveOn(demoCalendar(today).opening)
    const { labId, token } = await createLab(database.environment['DATABASE_OWNER_URL'] ?? '', {
      name: 'Laboratoire Helvane',
      slug,
      adminEmail: 'admin@helvane.example',
      adminName: 'Solène Lemoine',
    })
    await useLink({ token, password: demoPassword }, 'seed')
    const { rows } = await client.query<{ id: string }>('SELECT id FROM member WHERE lab_id = $1', [labId])
    await buildDemoLab(labId, rows[0]?.id ?? '', today, done)
    await client.query(`UPDATE lab SET settings = settings || '{"demoComplete": true}' WHERE id = $1`, [
      labId,
    ])
    console.log(`The demo lab is ready (${((performance.now() - started) / 1000).toFixed(1)} s).`)
  } finally {
    setClock(null)
    delete process.env['PGOPTIONS']
    await client.end()
    await stopSender()
    await disconnect()
  }
}

if (import.meta.main) {
  const { openDatabase } = await import('../src/cli/database.ts')
  const database = await openDatabase()
  await seedDemoLab(database)
  await database.stop()
  process.exit(0)
}
