import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { fixture } from './engine-command.ts'

const run = (environment: Record<string, string>, ...parameters: string[]) =>
  execFileSync(process.execPath, ['src/cli/engine.ts', ...parameters], {
    encoding: 'utf8',
    env: { ...process.env, ...environment },
  })

const turkish = { TZ: 'Pacific/Auckland', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' }
const french = { TZ: 'America/Los_Angeles', LANG: 'fr_FR.UTF-8', LC_ALL: 'fr_FR.UTF-8' }

const commands = {
  rfm: `--data ${fixture('orders.csv')} --id customer --date day --amount amount --as-of 2026-06-30 --k 3`.split(
    ' ',
  ),
  run: ['--config', fixture('cycle.json'), '--data', fixture('hcps.csv')],
  forecast: ['--lines', fixture('lines.csv')],
}

describe('the engine in another place', { timeout: 60_000 }, () => {
  it.each(Object.entries(commands))(
    '%s gives the same bytes in another time zone and language',
    (name, rest) => {
      expect(run(turkish, name, ...rest)).toBe(run(french, name, ...rest))
    },
  )
})
