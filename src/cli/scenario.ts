// npm run scenario -- reality --data DIR [--out figures.json]: plays a scenario in a database that ends with it.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { playReality } from '../../prisma/scenarios/reality/reality.ts'
import { AppError } from '../lib/app-error.ts'
import { disconnect } from '../server/platform/db.ts'
import { stopSender } from '../server/platform/queue.ts'
import { liveOn } from '../../prisma/scenarios/driver.ts'
import { createLab } from './create-lab.ts'
import { openDatabase } from './database.ts'
import { dropDatabase } from './drop-database.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { data: { type: 'string' }, out: { type: 'string' } },
})

function fail(message: string): never {
  console.error(message)
  process.exit(1)
}

if (positionals[0] !== 'reality' || !values.data)
  fail('npm run scenario -- reality --data DIR [--out figures.json]: DIR holds detailing_counts.csv')
const file = path.join(values.data, 'detailing_counts.csv')
if (!existsSync(file)) fail(`${file} does not exist`)

const name = `visee_scenario_${process.pid}`
const database = await openDatabase(name)
Object.assign(process.env, database.environment, { NEXTAUTH_URL: 'http://localhost', LOG_LEVEL: 'error' })
try {
  liveOn('2024-12-01')
  const lab = { name: 'Panel', slug: 'panel', adminEmail: 'admin@panel.example', adminName: 'Admin' }
  const { labId } = await createLab(database.environment['DATABASE_OWNER_URL'] ?? '', lab)
  const client = new pg.Client(database.superUrl)
  await client.connect()
  const { rows } = await client.query<{ id: string }>('SELECT id FROM member WHERE lab_id = $1', [labId])
  await client.end()
  const figures = await playReality(labId, rows[0]?.id ?? '', readFileSync(file, 'utf8'))
  const text = `${JSON.stringify(figures, null, 2)}\n`
  if (values.out) writeFileSync(values.out, text)
  else process.stdout.write(text)
} catch (error) {
  console.error(error, error instanceof AppError ? JSON.stringify(error.data) : '')
  process.exitCode = 1
} finally {
  await stopSender()
  await disconnect()
  await dropDatabase(database.superUrl, name)
  await database.stop()
}
process.exit()
