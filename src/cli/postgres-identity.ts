import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chownSync, cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** How PostgreSQL's programs are run: a prefix of the command, or another account. */
export type Identity = { prefix: readonly string[]; account?: { uid: number; gid: number } }

/**
 * PostgreSQL refuses to run as root. A user namespace shows it another user while the files stay root's, wherever
 * they are; where namespaces are closed, an unprivileged account runs it.
 */
export function postgresIdentity(): Identity {
  if (process.getuid?.() !== 0) return { prefix: [] }
  const prefix = ['unshare', '--user', '--map-user=1000', '--map-group=1000', '--']
  const closed = process.env['VISEE_WITHOUT_NAMESPACES'] === '1'
  if (!closed && spawnSync('unshare', [...prefix.slice(1), 'true']).status === 0) return { prefix }
  for (const name of ['postgres', 'nobody']) {
    try {
      const id = (flag: string) =>
        Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }))
      return { prefix: [], account: { uid: id('-u'), gid: id('-g') } }
    } catch {
      continue
    }
  }
  throw new Error(
    'PostgreSQL cannot run as root, and there is no other account: create one named "postgres".',
  )
}

const reaches = (account: { uid: number; gid: number }, file: string): boolean =>
  spawnSync('test', ['-r', file], { ...account, cwd: '/' }).status === 0

/**
 * Where that account can work. A project under a folder closed to others (a root home) is out of its reach: its data
 * and a copy of the programs then live under /var/lib/visee.
 */
export function withinReach(
  identity: Identity,
  dataDir: string,
  nativeDir: string,
): { dataDir: string; binDir: string } {
  const { account } = identity
  const binDir = path.join(nativeDir, 'bin')
  if (!account) return { dataDir, binDir }
  mkdirSync(dataDir, { recursive: true, mode: 0o755 })
  if (reaches(account, dataDir) && reaches(account, path.join(binDir, 'postgres'))) {
    chownSync(dataDir, account.uid, account.gid)
    return { dataDir, binDir }
  }
  const shelter = path.join('/var/lib/visee', createHash('sha256').update(dataDir).digest('hex').slice(0, 12))
  const { version } = JSON.parse(readFileSync(path.join(nativeDir, '../package.json'), 'utf8')) as {
    version: string
  }
  const copied = path.join(shelter, `native-${version}`)
  if (!existsSync(path.join(copied, 'bin/postgres')))
    cpSync(nativeDir, copied, { recursive: true, verbatimSymlinks: true })
  const sheltered = path.join(shelter, 'data')
  mkdirSync(sheltered, { recursive: true })
  chownSync(sheltered, account.uid, account.gid)
  return { dataDir: sheltered, binDir: path.join(copied, 'bin') }
}
