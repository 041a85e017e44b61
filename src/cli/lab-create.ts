// npm run lab:create -- --name "Laboratoire Helvane" --admin admin@helvane.example [--admin-name "…"]
import { parseArgs } from 'node:util'
import { linkPath } from '#src/server/platform/session/one-time-links.ts'
import { createLab } from './create-lab.ts'
import { openDatabase } from './database.ts'

const { values } = parseArgs({
  options: { name: { type: 'string' }, admin: { type: 'string' }, 'admin-name': { type: 'string' } },
})
const { name, admin } = values
if (!name || !admin || !/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(admin)) {
  console.error(
    'npm run lab:create -- --name "Laboratory" --admin somebody@laboratory.example [--admin-name "Somebody"]',
  )
  process.exit(1)
}

const slug = name
  .normalize('NFD')
  .replaceAll(/\p{M}/gu, '')
  .toLowerCase()
  .replaceAll(/[^a-z0-9]+/g, '-')
  .replaceAll(/^-|-$/g, '')

const { environment, stop } = await openDatabase()
try {
  const ownerUrl = environment['DATABASE_OWNER_URL'] ?? ''
  const { token } = await createLab(ownerUrl, {
    name,
    slug,
    adminEmail: admin,
    adminName: values['admin-name'] ?? admin,
  })
  const address = process.env['NEXTAUTH_URL'] ?? 'http://localhost:3000'
  console.log(`The laboratory « ${name} » is ready. Its administrator comes in, once, within 7 days, by:\n`)
  console.log(`  ${address}${linkPath(token)}\n`)
} catch (error) {
  const taken = error instanceof Error && 'code' in error && error.code === '23505'
  console.error(taken ? `A laboratory named « ${name} » exists already: choose another name.` : error)
  process.exitCode = 1
} finally {
  await stop()
}
process.exit()
