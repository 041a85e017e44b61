// Prisma's own schema engine as WebAssembly: no native binary, no network.
import { readFileSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory, type SqlDriverAdapter } from '@prisma/driver-adapter-utils'
import pg from 'pg'

export const projectDir = path.resolve(import.meta.dirname, '../..')
export const schemaFile = path.join(projectDir, 'prisma/schema.prisma')
export const migrationsDir = path.join(projectDir, 'prisma/migrations')
const filters = { externalTables: [], externalEnums: [] }

type Engine = {
  diff: (input: unknown) => Promise<{ stdout: string }>
  applyMigrations: (input: unknown) => Promise<{ appliedMigrationNames: string[] }>
  markMigrationRolledBack: (input: unknown) => Promise<unknown>
}
type Glue = { SchemaEngine: { new: (...parameters: unknown[]) => Promise<Engine> } }

// The engine reports "External error"; PostgreSQL's own words are kept here.
const failures: pg.DatabaseError[] = []

// The stock adapter cuts a script at every semicolon, function bodies included, and runs the pieces on a pool.
// As one simple query it stays whole, and PostgreSQL makes it one transaction.
function whole<T extends SqlDriverAdapter & { underlyingDriver(): pg.Pool }>(adapter: T): T {
  adapter.executeScript = async (script) => {
    try {
      await adapter.underlyingDriver().query(script)
    } catch (error) {
      if (error instanceof pg.DatabaseError) failures.push(error)
      throw error
    }
  }
  return adapter
}

class WholeScripts extends PrismaPg {
  override async connect(): ReturnType<PrismaPg['connect']> {
    return whole(await super.connect())
  }
  override async connectToShadowDb(): ReturnType<PrismaPg['connectToShadowDb']> {
    return whole(await super.connectToShadowDb())
  }
}

// One instance a process: a second one corrupts the memory that the module's glue looks at.
let glue: Promise<Glue> | undefined

async function loadGlue(): Promise<Glue> {
  const folder = path.dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm'))
  const loaded = await import(pathToFileURL(path.join(folder, 'schema_engine_bg.js')).href)
  const compiled = new WebAssembly.Module(readFileSync(path.join(folder, 'schema_engine_bg.wasm')))
  const wasm = new WebAssembly.Instance(compiled, { './schema_engine_bg.js': loaded })
  loaded.__wbg_set_wasm(wasm.exports)
  const start = wasm.exports['__wbindgen_start']
  if (typeof start === 'function') start()
  return loaded
}

// The engine takes a session advisory lock and keeps it; ending its pool gives it back.
async function withEngine<T>(url: string, work: (engine: Engine) => Promise<T>): Promise<T> {
  const pool = new pg.Pool({ connectionString: url, max: 1 })
  try {
    const { SchemaEngine } = await (glue ??= loadGlue())
    const adapter = bindMigrationAwareSqlAdapterFactory(new WholeScripts(pool))
    const datamodels = [['schema.prisma', readFileSync(schemaFile, 'utf8')]]
    return await work(await SchemaEngine.new({ datamodels }, () => {}, adapter))
  } finally {
    await pool.end()
  }
}

const datamodel = (content: string) => ({
  tag: 'schemaDatamodel',
  files: [{ path: 'schema.prisma', content }],
})

/**
 * SQL that leads from one schema.prisma to another, or from nothing to the current one. `url` is any database of the
 * server; it is not read.
 */
export const schemaAsSql = (
  url: string,
  from?: string,
  to = readFileSync(schemaFile, 'utf8'),
): Promise<string> =>
  withEngine(url, async (engine) => {
    const start = from === undefined ? { tag: 'empty' } : datamodel(from)
    const input = {
      from: start,
      to: datamodel(to),
      script: true,
      exitCode: false,
      shadowDatabaseUrl: null,
      filters,
    }
    return (await engine.diff(input)).stdout
  })

function migrationsList(folder: string) {
  const names = readdirSync(folder)
    .filter((name) => /^\d/.test(name))
    .sort()
  const file = (name: string) => ({
    tag: 'ok',
    value: readFileSync(path.join(folder, name, 'migration.sql'), 'utf8'),
  })
  return {
    baseDir: folder,
    lockfile: { path: 'migration_lock.toml', content: null },
    shadowDbInitScript: '',
    migrationDirectories: names.map((name) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: file(name) },
    })),
  }
}

/** Applies what is not applied yet and answers its names. A failed migration leaves nothing, so it may be run again. */
export const migrate = (ownerUrl: string, folder = migrationsDir): Promise<string[]> =>
  withEngine(ownerUrl, async (engine) => {
    failures.length = 0
    try {
      const input = { migrationsList: migrationsList(folder), filters }
      return (await engine.applyMigrations(input)).appliedMigrationNames
    } catch (error) {
      const name = /migration_name="([^"]+)"/.exec(String(error))?.[1]
      const cause = failures.at(-1)
      if (!name || !cause) throw error
      await engine.markMigrationRolledBack({ migrationName: name })
      const where = `SQLSTATE ${cause.code ?? '?'}, character ${cause.position ?? '?'}`
      throw new Error(`migration ${name}: ${cause.message} (${where})`, { cause: error })
    }
  })
