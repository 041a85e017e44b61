import { Prisma } from '#src/generated/prisma/client.ts'
import type { Tx } from '../platform/transaction.ts'

const { sql } = Prisma

/** Closed intervals of days. */
export type FollowScope = {
  cycleId: string
  asOf: string
  run: { startsOn: string; endsOn: string }
  memory: { startsOn: string; endsOn: string }
  networkIds: readonly string[]
  /** The segmentation that the grid reads. */
  segmentation: string
  /** These sectors' plans alone. */
  sectorIds?: readonly string[] | undefined
}

/**
 * `in_force`: the sealed version of each plan on the as-of day (before the run, on its first day). `line`: one row a
 * sector × hcp × channel, every line of that version and of the sealed ones before it: what was taken out since has goal 0.
 */
export const linesInForce = (labId: string, { cycleId, asOf, run, sectorIds }: FollowScope) => sql`
  in_force AS (
    SELECT p.id AS plan_id, p.sector_id, v.id AS version_id, v.number, v.publication_id
    FROM plan p
    CROSS JOIN LATERAL (SELECT v.id, v.number, v.publication_id FROM plan_version v
      WHERE v.lab_id = ${labId}::uuid AND v.plan_id = p.id AND v.state = 'SEALED'
        AND (v.in_force_from IS NULL OR v.in_force_from <= greatest(${asOf}::date, ${run.startsOn}::date))
      ORDER BY v.number DESC LIMIT 1) v
    WHERE p.lab_id = ${labId}::uuid AND p.cycle_id = ${cycleId}::uuid
      ${sectorIds ? sql`AND p.sector_id = ANY (${[...sectorIds]}::uuid[])` : Prisma.empty}),
  line AS (
    SELECT f.sector_id, f.publication_id, l.hcp_id, l.channel_id,
      coalesce(max(l.approved) FILTER (WHERE v.id = f.version_id), 0) AS goal,
      max(l.max_credited) FILTER (WHERE v.id = f.version_id) AS max_credited,
      coalesce((array_agg(l.approved ORDER BY v.number))[1], 0) AS first_goal
    FROM in_force f
    JOIN plan_version v ON v.lab_id = ${labId}::uuid AND v.plan_id = f.plan_id AND v.state = 'SEALED' AND v.number <= f.number
    JOIN plan_line l ON l.lab_id = ${labId}::uuid AND l.plan_version_id = v.id
    GROUP BY f.sector_id, f.publication_id, l.hcp_id, l.channel_id)`

/** Calls of the run that count: whoever logged them, never a duplicate, dated through the as-of day. */
export const countedCalls = (labId: string, { networkIds, asOf, run }: FollowScope) => sql`
  c.lab_id = ${labId}::uuid AND c.network_id = ANY (${[...networkIds]}::uuid[]) AND c.duplicate_of_id IS NULL
  AND c.outcome = 'DONE' AND c.day BETWEEN ${run.startsOn}::date AND least(${asOf}::date, ${run.endsOn}::date)`

/**
 * Runs one statement that joins whole sets. Behind the walls the planner takes each of these sets for a row or two, and
 * would walk one for every row of the other: minutes instead of tenths of a second on forty sectors.
 */
export async function asSets<Rows>(tx: Tx, statement: () => Promise<Rows>): Promise<Rows> {
  await tx.$executeRaw`SET LOCAL enable_nestloop = off`
  const rows = await statement()
  await tx.$executeRaw`SET LOCAL enable_nestloop TO DEFAULT`
  return rows
}
