import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs'
import { runStep } from './run-step.ts'

const stamp = '.next/visee-sources'
const sources = '{app,components,src,prisma,public}/**/*.{ts,tsx,css,json,svg,prisma}'
const roots = [
  'package-lock.json',
  'next.config.js',
  'proxy.ts',
  'instrumentation.ts',
  'tsconfig.json',
  'postcss.config.cjs',
]
const made = /^src\/generated\/|\.d\.json\.ts$/

function fingerprint(): string {
  const hash = createHash('sha256')
  const files = [...globSync(sources), ...roots]
    .filter((file) => existsSync(file) && !made.test(file))
    .toSorted()
  for (const file of files) hash.update(file).update(readFileSync(file))
  return hash.digest('hex')
}

/** Builds the application unless the build that is there comes from these very sources. */
export async function buildIfNeeded(): Promise<void> {
  const wanted = fingerprint()
  if (existsSync('.next/BUILD_ID') && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  const { ok } = await runStep('build', ['npm', 'run', '--silent', 'build'])
  if (!ok)
    throw new Error('The build failed: the lines above say where. Mend it and run the same command again.')
  writeFileSync(stamp, wanted)
}
