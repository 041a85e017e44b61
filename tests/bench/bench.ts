import type pg from 'pg'
import type { Line } from './lines.ts'

export type BenchDatabase = {
  name: string
  superUrl: string
  /** What web and worker connect with. */
  environment: Record<string, string>
  /** A superuser: above the walls, to prepare, to put back, and for the peers. */
  sql: pg.Pool
}

/** A measurement. One that needs a database gets a new one of its own, dropped after it. */
export type Bench =
  | { name: string; database: true; run: (database: BenchDatabase) => Promise<Line[]> }
  | { name: string; database: false; run: () => Promise<Line[]> }
