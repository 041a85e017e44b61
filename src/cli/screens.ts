// npm run screens: photographs every screen of the demo lab, as each role, at two sizes and in two schemes.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { chromium, expect, type BrowserContext, type Page } from '@playwright/test'
import { seedDemoLab } from '../../prisma/seed.ts'
import { accounts, screensOf, type Role } from '../../tests/e2e/screens.ts'
import { provideBrowser } from './browser.ts'
import { startStack } from './stack.ts'

const folder = 'screens'
const sizes = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const
const schemes = ['light', 'dark'] as const
const only = process.argv[2]

async function enter(context: BrowserContext, address: string, email: string): Promise<void> {
  const { csrfToken } = (await (await context.request.get(`${address}/api/auth/csrf`)).json()) as {
    csrfToken: string
  }
  const form = { email, password: 'demo-password', csrfToken, json: 'true' }
  await context.request.post(`${address}/api/auth/callback/credentials`, { form })
}

/** Until what the screen shows has come: its data, the parts that load after the first paint, the charts that move. */
async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  await expect(page.locator('.mantine-Skeleton-root')).toHaveCount(0, { timeout: 30_000 })
  await page.waitForTimeout(600)
}

const stack = await startStack({
  web: 'start',
  port: Number(process.env['PORT'] ?? 41200),
  prepare: seedDemoLab,
})
const browser = await chromium.launch({
  executablePath: provideBrowser(),
  args: ['--no-sandbox', '--disable-gpu'],
})
rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
const taken: string[] = []
for (const role of Object.keys(accounts) as Role[]) {
  if (only && only !== role) continue
  for (const [size, viewport] of Object.entries(sizes)) {
    for (const colorScheme of schemes) {
      const context = await browser.newContext({
        viewport,
        colorScheme,
        baseURL: stack.address,
        locale: 'fr-FR',
        timezoneId: 'Europe/Paris',
        hasTouch: size === 'phone',
      })
      await enter(context, stack.address, accounts[role])
      const page = await context.newPage()
      for (const { name, path: where } of await screensOf(role, context.request)) {
        const file = `${role}-${name}-${size}-${colorScheme}.png`
        await page.goto(where)
        await settled(page)
        await page.screenshot({ path: path.join(folder, file) })
        taken.push(file)
        console.log(file)
      }
      await context.close()
    }
  }
}
const figures = taken.map(
  (file) =>
    `<figure><img loading="lazy" width="480" src="${file}" alt=""><figcaption>${file}</figcaption></figure>`,
)
const style =
  'body{font:14px sans-serif;display:flex;flex-wrap:wrap;gap:16px}figure{margin:0}img{border:1px solid #ccc}'
writeFileSync(
  path.join(folder, 'index.html'),
  `<!doctype html><meta charset="utf-8"><title>Visée</title><style>${style}</style>${figures.join('\n')}\n`,
)
await browser.close()
await stack.stop()
console.log(`${taken.length} pictures: ${folder}/index.html`)
process.exit(0)
