import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'

const readme = readFileSync('README.md', 'utf8')
const examples = [...readme.matchAll(/^npm run --silent engine -- (.+)$/gm)].map(
  ([, parameters = '']) => parameters,
)
const folder = mkdtempSync(path.join(tmpdir(), 'visee-readme-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('the engine’s examples in the README', () => {
  it('show every command once', () => {
    expect(examples.map((one) => one.split(' ')[0])).toEqual([
      'schema',
      'run',
      'explain',
      'diff',
      'classify',
      'rfm',
      'optimise',
      'fit',
      'forecast',
    ])
  })

  it.each(examples)('runs: %s', { timeout: 60_000 }, (example) => {
    const parameters = example
      .replaceAll('$F', 'tests/fixtures/engine')
      .replace('out.csv', path.join(folder, 'out.csv'))
    const answer = execFileSync(process.execPath, ['src/cli/engine.ts', ...parameters.split(' ')], {
      encoding: 'utf8',
      env: { ...process.env, INIT_CWD: process.cwd() },
    })
    expect(answer.length).toBeGreaterThan(20)
  })
})
