import { Writable, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { PoolClient } from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import type { Actor } from '#src/contracts/actor.ts'
import { bulkPool } from './db.ts'
import type { AuditEntry } from './audit.ts'
import { clock } from './clock.ts'

/** A connection inside one bulk transaction: plain SQL with parameters, and COPY both ways. */
export type Bulk = {
  query: <Row extends object>(sql: string, parameters?: readonly unknown[]) => Promise<Row[]>
  copyIn: (sql: string, rows: Readable) => Promise<void>
  copyOut: (sql: string) => Promise<Buffer>
}

/** Thrown by a dry run at its end: everything is rolled back, the value is kept. */
class DryRun<T> extends Error {
  readonly value: T
  constructor(value: T) {
    super('dry run')
    this.value = value
  }
}

function over(client: PoolClient): Bulk {
  return {
    query: async (sql, parameters = []) => (await client.query(sql, [...parameters])).rows,
    copyIn: (sql, rows) => pipeline(rows, client.query(copyFrom(sql))),
    copyOut: async (sql) => {
      const chunks: Buffer[] = []
      const sink = new Writable({
        write(chunk: Buffer, _encoding, done) {
          chunks.push(chunk)
          done()
        },
      })
      await pipeline(client.query(copyTo(sql)), sink)
      return Buffer.concat(chunks)
    },
  }
}

async function inTransaction<T>(actor: Actor, begin: string, work: (bulk: Bulk) => Promise<T>): Promise<T> {
  const client = await bulkPool().connect()
  let broken: Error | undefined
  try {
    await client.query(begin)
    await client.query('SELECT app_enter($1::uuid, $2::uuid, $3)', [actor.labId, actor.memberId, actor.role])
    const value = await work(over(client))
    await client.query('COMMIT')
    return value
  } catch (error) {
    await client.query('ROLLBACK').catch((failed: Error) => {
      broken = failed
    })
    if (error instanceof DryRun) return error.value as T
    throw error
  } finally {
    client.release(broken)
  }
}

async function appendBulkAudit(bulk: Bulk, actor: Actor, audit: AuditEntry): Promise<void> {
  const { action, subject, change = {} } = audit
  await bulk.query(
    `INSERT INTO audit_entry (lab_id, at, member_id, action, subject, change)
     VALUES ($1::uuid, $2, $3::uuid, $4, $5::jsonb, $6::jsonb)`,
    [actor.labId, clock.now(), actor.memberId, action, JSON.stringify(subject), JSON.stringify(change)],
  )
}

/** Bulk reading at one instant. */
export const bulkRead = <T>(actor: Actor, work: (bulk: Bulk) => Promise<T>): Promise<T> =>
  inTransaction(actor, 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY', work)

/** Bulk writing: all or nothing, one audit row; `dryRun` does the same work and keeps none of it. */
export function bulkCommand<T>(
  actor: Actor,
  work: (bulk: Bulk) => Promise<{ value: T; audit: AuditEntry | null }>,
  options: { dryRun?: boolean } = {},
): Promise<T> {
  return inTransaction(actor, 'BEGIN', async (bulk) => {
    const { value, audit } = await work(bulk)
    if (options.dryRun) throw new DryRun(value)
    if (audit) await appendBulkAudit(bulk, actor, audit)
    return value
  })
}
