import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']

const onPath = (name: string): string | null => {
  const found = spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).stdout.trim()
  return found || null
}

const silent = (program: string, parameters: string[]): boolean =>
  spawnSync(program, parameters, { stdio: 'ignore', timeout: 300_000 }).status === 0

function present(): string | null {
  const given = process.env['CHROMIUM_PATH']
  if (given && existsSync(given)) return given
  const own = chromium.executablePath()
  if (own && existsSync(own)) return own
  return names.map(onPath).find(Boolean) ?? null
}

/** The path of a Chromium: the one that is there, else Playwright's own, else the system's package. */
export function provideBrowser(): string {
  const there = present()
  if (there) return there
  console.log('No Chromium here: trying Playwright’s own, then the system’s package…')
  if (silent('playwright', ['install', 'chromium'])) {
    const own = present()
    if (own) return own
  }
  if (process.getuid?.() === 0 && onPath('apt-get')) {
    silent('apt-get', ['update'])
    silent('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'])
    const system = present()
    if (system) return system
  }
  throw new Error(
    'No browser: install Chromium (Debian: apt-get install chromium) or set CHROMIUM_PATH, then run npm test again.',
  )
}
