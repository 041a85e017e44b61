// npm run build:needed: builds the application unless the build that is there comes from these very sources.
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

const wanted = fingerprint()
const isBuilt = existsSync('.next/BUILD_ID') && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted
if (!isBuilt) {
  const { ok } = await runStep('build', ['npm', 'run', '--silent', 'build'])
  if (ok) writeFileSync(stamp, wanted)
  else console.error('The build failed: the lines above say where. Mend it and run the same command again.')
  process.exit(ok ? 0 : 1)
}
