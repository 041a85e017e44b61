import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { localSecrets } from '#src/cli/local-secrets.ts'
import { startPostgres, type Postgres } from '#src/cli/postgres.ts'
import { withClient } from '../../fixtures/database/test-server.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'visee-server-'))
const dataDir = path.join(folder, 'pg')
let squatter: Server
let busyPort: number
let postgres: Postgres

const start = () => startPostgres(dataDir, busyPort, 'secret')
const ask = (sql: string) =>
  withClient(postgres.url('postgres', 'secret', 'postgres'), (client) => client.query(sql))

beforeAll(async () => {
  squatter = createServer()
  await new Promise<void>((resolve) => squatter.listen(0, '127.0.0.1', resolve))
  const address = squatter.address()
  busyPort = typeof address === 'object' && address ? address.port : 0
  postgres = await start()
})
afterAll(async () => {
  await postgres.stop(true)
  await new Promise((resolve) => squatter.close(resolve))
  rmSync(folder, { recursive: true, force: true })
})

test('a port that is taken is left to its owner', async () => {
  expect(postgres.port).not.toBe(busyPort)
  await ask('CREATE TABLE kept AS SELECT 1 AS row')
})

test('a second command finds the server, and does not stop it', async () => {
  const second = await start()
  expect(second.port).toBe(postgres.port)
  await second.stop()
  expect((await ask('SELECT FROM kept')).rowCount).toBe(1)
})

test('a server that was killed starts again with what was committed', async () => {
  const pid = Number(readFileSync(path.join(dataDir, 'postmaster.pid'), 'utf8').split('\n')[0])
  process.kill(pid, 'SIGKILL')
  postgres = await start()
  expect((await ask('SELECT FROM kept')).rowCount).toBe(1)
})

test('a pid file that names a dead process is not believed', async () => {
  const file = path.join(dataDir, 'postmaster.pid')
  const lines = readFileSync(file, 'utf8').split('\n')
  await postgres.stop(true)
  lines[0] = '4194303'
  lines[3] = String(busyPort)
  writeFileSync(file, lines.join('\n'))
  postgres = await start()
  expect(postgres.port).not.toBe(busyPort)
  expect((await ask('SELECT FROM kept')).rowCount).toBe(1)
})

test('secrets are made once, and only their owner reads them', () => {
  const first = localSecrets(folder)
  expect(localSecrets(folder)).toEqual(first)
  expect(new Set([first.superuser, first.NEXTAUTH_SECRET, ...Object.values(first.roles)]).size).toBe(8)
})
