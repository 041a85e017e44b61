import { bulkPool } from './db.ts'

/**
 * Tells the planner what a bulk write just changed; called after its transaction. Without it the next queries may take
 * a full table for an empty one, and run for minutes instead of milliseconds.
 */
export async function refreshStatistics(tables: readonly string[]): Promise<void> {
  await bulkPool().query('SELECT app_refresh_statistics($1::text[])', [tables])
}
