import { bulkPool } from './db.ts'

// Statistics hold while a table grows by less than this share; so many rows may still be all of a new lab's.
const share = 0.2
const many = 10_000

/**
 * Tells the planner what a bulk write just changed; called after its transaction. Without it the next queries may take
 * a full table for an empty one, and run for minutes instead of milliseconds. With the number of `rows` written, tables
 * that are much larger are left as they are: a small file must not pay for looking at millions of rows.
 */
export async function refreshStatistics(tables: readonly string[], rows = Infinity): Promise<void> {
  const { rows: known } = await bulkPool().query<{ name: string; size: number }>(
    `SELECT relname AS name, reltuples::float8 AS size FROM pg_class
     WHERE relnamespace = 'public'::regnamespace AND relname = ANY ($1::text[])`,
    [tables],
  )
  const moved = known.filter(({ size }) => rows >= Math.min(size * share, many)).map(({ name }) => name)
  if (moved.length > 0) await bulkPool().query('SELECT app_refresh_statistics($1::text[])', [moved])
}
