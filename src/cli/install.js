// Plain JavaScript on purpose: it runs on the machine's own Node, before the project's Node is installed.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'

const stamp = 'node_modules/.visee-lock'
const wanted = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex')
const installed = existsSync(stamp) ? readFileSync(stamp, 'utf8') : ''

if (Number(process.versions.node.split('.')[0]) < 20) {
  process.stderr.write(`Node ${process.versions.node} is too old: install Node 20 or later.\n`)
  process.exit(1)
}
if (installed !== wanted || !existsSync('node_modules/node/bin/node')) {
  process.stdout.write('Installing packages (npm ci)…\n')
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (status !== 0) {
    process.stderr.write(
      'npm ci failed: the lines above say why. Check the network and the registry, then run the same command again.\n',
    )
    process.exit(1)
  }
  writeFileSync(stamp, wanted)
}
