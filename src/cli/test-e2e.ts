// npm run test:e2e: the built application on a database of its own, with the demo lab, driven by a real browser.
import { spawn } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { seedDemoLab } from '../../prisma/seed.ts'
import { provideBrowser } from './browser.ts'
import { dataDir, openDatabase } from './database.ts'
import { dropDatabase } from './drop-database.ts'
import { startStack } from './stack.ts'

const name = 'visee_e2e'
// The journey walks through months in minutes: it writes the instant that web and worker live at.
const clockFile = path.join(dataDir, 'e2e-clock')

function playwright(environment: Record<string, string>): Promise<number> {
  return new Promise((resolve) => {
    const parameters = ['test', ...process.argv.slice(2)]
    const reporter = process.env['PLAYWRIGHT_JSON_OUTPUT_NAME'] ? ['--reporter=list,json'] : []
    const child = spawn('node_modules/.bin/playwright', [...parameters, ...reporter], {
      stdio: 'inherit',
      env: { ...process.env, ...environment },
    })
    child.once('exit', (code) => resolve(code ?? 1))
  })
}

mkdirSync(dataDir, { recursive: true, mode: 0o700 })
rmSync(clockFile, { force: true })
const before = await openDatabase(name)
await dropDatabase(before.superUrl, name)
const stack = await startStack({
  web: 'start',
  port: Number(process.env['PORT'] ?? 41100),
  database: name,
  environment: { CLOCK_FILE: clockFile, LOG_LEVEL: 'warn' },
  prepare: seedDemoLab,
})
const code = await playwright({
  ...stack.database.environment,
  PORT: new URL(stack.address).port,
  CHROMIUM_PATH: provideBrowser(),
  CLOCK_FILE: clockFile,
  // Above the walls: what a test prepares beside the demo lab.
  SUPER_URL: stack.database.superUrl,
})
await stack.stop()
await before.stop()
process.exit(code)
