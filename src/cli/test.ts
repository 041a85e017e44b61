// npm test: everything that must hold, in the order in which it is cheapest to know.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { provideBrowser } from './browser.ts'
import { runStep, type StepResult } from './run-step.ts'

type Counts = { passed: number; failed: number; skipped: number }

const reports = '.data/reports'
rmSync(reports, { recursive: true, force: true })
mkdirSync(reports, { recursive: true })

function vitestCounts(file: string): Counts | null {
  if (!existsSync(file)) return null
  const report = JSON.parse(readFileSync(file, 'utf8')) as Record<string, number>
  return {
    passed: report['numPassedTests'] ?? 0,
    failed:
      (report['numFailedTests'] ?? 0) + (report['numFailedTestSuites'] && !report['numFailedTests'] ? 1 : 0),
    skipped: report['numPendingTests'] ?? 0,
  }
}

function playwrightCounts(file: string): Counts | null {
  if (!existsSync(file)) return null
  const { stats } = JSON.parse(readFileSync(file, 'utf8')) as { stats: Record<string, number> }
  return {
    passed: stats['expected'] ?? 0,
    failed: (stats['unexpected'] ?? 0) + (stats['flaky'] ?? 0),
    skipped: stats['skipped'] ?? 0,
  }
}

const results: StepResult[] = []
const total: Counts = { passed: 0, failed: 0, skipped: 0 }

function add(result: StepResult, counts: Counts | null = null): boolean {
  results.push(result)
  const seen = counts ?? { passed: result.ok ? 1 : 0, failed: result.ok ? 0 : 1, skipped: 0 }
  // A runner that died without counting a failure has still failed.
  const failed = !result.ok && seen.failed === 0 ? 1 : seen.failed
  total.passed += seen.passed
  total.failed += failed
  total.skipped += seen.skipped
  return result.ok
}

async function check(name: string, script: string): Promise<boolean> {
  return add(await runStep(name, ['npm', 'run', '--silent', script]))
}

async function vitest(name: string, script: string): Promise<boolean> {
  const file = `${reports}/${script.replace(':', '-')}.json`
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const result = await runStep(name, ['npm', 'run', '--silent', script, '--', ...reporters])
  return add(result, vitestCounts(file))
}

async function endToEnd(): Promise<boolean> {
  const file = `${reports}/e2e.json`
  const CHROMIUM_PATH = provideBrowser()
  const result = await runStep('end to end', ['npm', 'run', '--silent', 'test:e2e'], {
    CHROMIUM_PATH,
    PLAYWRIGHT_JSON_OUTPUT_NAME: file,
  })
  return add(result, playwrightCounts(file))
}

await check('generate', 'generate')
await check('format', 'format')
await check('lint', 'lint')
await check('types', 'typecheck')
await check('dependency rules', 'deps')
await vitest('unit tests', 'test:unit')
await vitest('integration tests', 'test:int')
if (await check('build', 'build:needed')) await endToEnd()

console.log(
  `\n${results.map((one) => `${one.ok ? '✔' : '✘'} ${one.name} ${one.seconds.toFixed(1)} s`).join('\n')}\n`,
)
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)
process.exit(results.every((one) => one.ok) && total.failed === 0 ? 0 : 1)
