import type { ScopeFilter } from '#src/contracts/actor.ts'
import type { HomeStanding } from '#src/contracts/home.ts'
import { Prisma } from '#src/generated/prisma/client.ts'
import type { Tx } from '../platform/transaction.ts'

const { sql } = Prisma

const within = (scope: ScopeFilter, column: Prisma.Sql) =>
  scope.kind === 'lab' ? sql`true` : sql`${column} = ANY (${[...scope.sectorIds]}::uuid[])`

export type HomePlan = {
  planId: string
  cycleId: string
  cycleName: string
  cycleState: string
  sector: string
  /** Of its latest version. */
  state: string
  /** Last day to send it. */
  closesOn: string | null
  targets: number
}

/** Plans of cycles in engagement or running, as far as this scope reaches. */
export const listHomePlans = (tx: Tx, labId: string, scope: ScopeFilter): Promise<HomePlan[]> =>
  tx.$queryRaw<HomePlan[]>`
    SELECT p.id AS "planId", y.id AS "cycleId", y.name AS "cycleName", y.state AS "cycleState", s.name AS sector, v.state,
      coalesce(p.closes_on, y.engagement_ends_before - 1)::text AS "closesOn",
      (SELECT count(DISTINCT l.hcp_id)::int FROM plan_line l WHERE l.lab_id = ${labId}::uuid AND l.plan_version_id = v.id
        AND coalesce(l.approved, l.proposed) > 0) AS targets
    FROM plan p JOIN cycle y ON y.lab_id = ${labId}::uuid AND y.id = p.cycle_id AND y.state IN ('ENGAGEMENT', 'RUNNING')
    JOIN sector s ON s.lab_id = ${labId}::uuid AND s.id = p.sector_id
    JOIN LATERAL (SELECT v.id, v.state FROM plan_version v WHERE v.lab_id = ${labId}::uuid AND v.plan_id = p.id
      ORDER BY v.number DESC LIMIT 1) v ON true
    WHERE p.lab_id = ${labId}::uuid AND ${within(scope, sql`p.sector_id`)}
    ORDER BY y.state, s.name`

/** The cycle that runs on a day in a network of this scope; the latest to begin where there are several. */
export async function findRunningCycle(
  tx: Tx,
  labId: string,
  scope: ScopeFilter,
): Promise<{ id: string; name: string } | null> {
  const rows = await tx.$queryRaw<{ id: string; name: string }[]>`
    SELECT y.id, y.name FROM cycle y
    WHERE y.lab_id = ${labId}::uuid AND y.state = 'RUNNING' AND EXISTS (SELECT 1 FROM cycle_network cn
      JOIN sector s ON s.lab_id = ${labId}::uuid AND s.network_id = cn.network_id AND ${within(scope, sql`s.id`)}
      WHERE cn.lab_id = ${labId}::uuid AND cn.cycle_id = y.id)
    ORDER BY y.run_starts_on DESC, y.id LIMIT 1`
  return rows[0] ?? null
}

/** The last stored figures of running cycles over the sectors in reach: weighted sums, and sectors with an open alert. */
export async function findStanding(tx: Tx, labId: string, scope: ScopeFilter): Promise<HomeStanding | null> {
  const rows = await tx.$queryRaw<
    {
      id: string
      name: string
      asOf: string
      goal: bigint | null
      earned: bigint | null
      expected: bigint | null
      probability: number | null
      sectors: number
      atRisk: number
    }[]
  >`
    SELECT y.id, y.name, f.as_of::text AS "asOf", sum(f.adjusted_goal_milli)::bigint AS goal,
      sum(f.adjusted_earned_milli)::bigint AS earned, sum(f.adjusted_expected_milli)::bigint AS expected,
      CASE WHEN count(*) = 1 THEN max(f.probability) END AS probability, count(*)::int AS sectors,
      count(*) FILTER (WHERE EXISTS (SELECT 1 FROM alert a WHERE a.lab_id = ${labId}::uuid AND a.cycle_id = y.id
        AND a.sector_id = f.key AND a.closed_on IS NULL))::int AS "atRisk"
    FROM cycle y
    JOIN LATERAL (SELECT max(x.as_of) AS as_of FROM follow_snapshot x WHERE x.lab_id = ${labId}::uuid AND x.cycle_id = y.id) last ON true
    JOIN follow_snapshot f ON f.lab_id = ${labId}::uuid AND f.cycle_id = y.id AND f.as_of = last.as_of
      AND f.level = 'SECTOR' AND f.dimension = 'ALL' AND ${within(scope, sql`f.key`)}
    WHERE y.lab_id = ${labId}::uuid AND y.state = 'RUNNING'
    GROUP BY y.id, y.name, y.run_starts_on, f.as_of ORDER BY y.run_starts_on DESC, y.id LIMIT 1`
  const [row] = rows
  if (!row) return null
  const goal = Number(row.goal ?? 0)
  const share = (part: bigint | null) =>
    part === null || goal <= 0 ? null : Math.round((Number(part) / goal) * 10_000)
  return {
    cycle: { id: row.id, name: row.name },
    asOf: row.asOf,
    attainmentBps: share(row.earned),
    expectedBps: share(row.expected),
    probabilityBps: row.probability === null ? null : Math.round(row.probability * 10_000),
    sectors: row.sectors,
    atRisk: row.atRisk,
  }
}

export type HomeAlert = { sector: string; cycleId: string; cycleName: string; acknowledged: boolean }

/** One line a sector with an open alert, the least likely to be kept first. */
export const listHomeAlerts = (tx: Tx, labId: string, scope: ScopeFilter): Promise<HomeAlert[]> =>
  tx.$queryRaw<HomeAlert[]>`
    SELECT s.name AS sector, y.id AS "cycleId", y.name AS "cycleName", bool_and(a.acknowledged_at IS NOT NULL) AS acknowledged
    FROM alert a JOIN sector s ON s.lab_id = ${labId}::uuid AND s.id = a.sector_id
    JOIN cycle y ON y.lab_id = ${labId}::uuid AND y.id = a.cycle_id
    WHERE a.lab_id = ${labId}::uuid AND a.closed_on IS NULL AND ${within(scope, sql`a.sector_id`)}
    GROUP BY s.id, s.name, y.id, y.name ORDER BY min(a.probability), s.name`

/** Sectors in force on a day, and those among them that nobody leads. */
export const listHomeSectors = (tx: Tx, labId: string, scope: ScopeFilter, day: string) =>
  tx.$queryRaw<{ name: string; region: string; vacant: boolean }[]>`
    SELECT s.name, r.name AS region, NOT EXISTS (SELECT 1 FROM sector_assignment a WHERE a.lab_id = ${labId}::uuid
      AND a.sector_id = s.id AND a.kind = 'LEAD' AND a.starts_on <= ${day}::date
      AND (a.ends_before IS NULL OR a.ends_before > ${day}::date)) AS vacant
    FROM sector s JOIN region r ON r.lab_id = ${labId}::uuid AND r.id = s.region_id
    WHERE s.lab_id = ${labId}::uuid AND s.starts_on <= ${day}::date AND (s.ends_before IS NULL OR s.ends_before > ${day}::date)
      AND ${within(scope, sql`s.id`)}
    ORDER BY s.name`

/** Imports that were checked, hold rejected rows and wait: the last of each file kind. */
export const listImportErrors = (tx: Tx, labId: string) =>
  tx.$queryRaw<{ id: string; name: string; errors: number; rows: number }[]>`
    SELECT i.id, f.name, coalesce((i.counts ->> 'errors')::int, 0) AS errors, coalesce((i.counts ->> 'rows')::int, 0) AS rows
    FROM import i JOIN stored_file f ON f.lab_id = ${labId}::uuid AND f.id = i.stored_file_id
    WHERE i.lab_id = ${labId}::uuid AND i.state = 'CHECKED' AND coalesce((i.counts ->> 'errors')::int, 0) > 0
    ORDER BY i.created_at DESC LIMIT 3`

export type HouseKeeping = {
  invited: string[]
  withoutTime: string[]
  whiteZone: number
  members: number
  hcps: number
}

/** What an administrator keeps in order: invitations not accepted, reps without a week, hcps that no sector reaches. */
export async function readHouseKeeping(tx: Tx, labId: string, day: string): Promise<HouseKeeping> {
  const rows = await tx.$queryRaw<HouseKeeping[]>`
    SELECT ARRAY(SELECT m.display_name FROM member m WHERE m.lab_id = ${labId}::uuid AND m.login_id IS NULL
        AND (m.ends_before IS NULL OR m.ends_before > ${day}::date) ORDER BY m.display_name) AS invited,
      ARRAY(SELECT DISTINCT m.display_name FROM sector_assignment a JOIN member m ON m.lab_id = ${labId}::uuid AND m.id = a.member_id
        WHERE a.lab_id = ${labId}::uuid AND a.starts_on <= ${day}::date AND (a.ends_before IS NULL OR a.ends_before > ${day}::date)
          AND NOT EXISTS (SELECT 1 FROM working_time w WHERE w.lab_id = ${labId}::uuid AND w.member_id = a.member_id
            AND w.starts_on <= ${day}::date AND (w.ends_before IS NULL OR w.ends_before > ${day}::date))
        ORDER BY m.display_name) AS "withoutTime",
      (SELECT count(*)::int FROM hcp h WHERE h.lab_id = ${labId}::uuid AND h.status = 'ACTIVE' AND NOT (h.id = ANY (ARRAY(
        SELECT hs.hcp_id FROM hcp_sector hs WHERE hs.lab_id = ${labId}::uuid AND hs.starts_on <= ${day}::date
          AND (hs.ends_before IS NULL OR hs.ends_before > ${day}::date))))) AS "whiteZone",
      (SELECT count(*)::int FROM member m WHERE m.lab_id = ${labId}::uuid) AS members,
      (SELECT count(*)::int FROM hcp h WHERE h.lab_id = ${labId}::uuid) AS hcps`
  return rows[0] ?? { invited: [], withoutTime: [], whiteZone: 0, members: 0, hcps: 0 }
}
