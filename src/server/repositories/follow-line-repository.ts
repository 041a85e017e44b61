import { Prisma } from '#src/generated/prisma/client.ts'
import type { Tx } from '../platform/transaction.ts'
import { asSets, countedCalls, linesInForce, type FollowScope } from './follow-sql.ts'

const { sql } = Prisma

export type FollowLineRow = {
  sectorId: string
  hcpId: string
  channelId: string
  /** Segment of the grid's segmentation, null = none. */
  segmentId: string | null
  goal: number
  firstGoal: number
  maxCredited: number | null
  done: number
  planned: number
  priorDone: number
  recentDone: number
  /** The hcp ceased, opposed (for all or this channel) or refuses visits. */
  closed: boolean
}

/** From which day on a sector's calls are recent. */
export type RecentSince = { sectorId: string; since: string }

/**
 * Lines of the plans in force on the as-of day with what was done on each, ascending by sector, hcp and channel: one
 * statement, whatever the number of sectors. A line that never asked for a contact is none.
 */
export function listFollowLines(
  tx: Tx,
  labId: string,
  scope: FollowScope,
  recent: readonly RecentSince[],
  now: Date,
): Promise<FollowLineRow[]> {
  const { networkIds, asOf, run, memory, segmentation } = scope
  const calls = sql`c.lab_id = ${labId}::uuid AND c.network_id = ANY (${[...networkIds]}::uuid[]) AND c.duplicate_of_id IS NULL`
  return asSets(
    tx,
    () => tx.$queryRaw<FollowLineRow[]>`
    WITH ${linesInForce(labId, scope)},
    recent AS (SELECT * FROM unnest(
      ${recent.map(({ sectorId }) => sectorId)}::uuid[], ${recent.map(({ since }) => since)}::date[]) AS r(sector_id, since)),
    made AS (
      SELECT c.sector_id, c.hcp_id, c.channel_id,
        count(*) FILTER (WHERE c.outcome = 'DONE' AND c.day <= ${asOf}::date) AS done,
        count(*) FILTER (WHERE c.outcome = 'DONE' AND c.day <= ${asOf}::date AND c.day >= r.since) AS recent,
        count(*) FILTER (WHERE c.day > ${asOf}::date AND (c.outcome = 'PLANNED' OR c.planned_on IS NOT NULL)) AS planned
      FROM call c LEFT JOIN recent r ON r.sector_id = c.sector_id
      WHERE ${calls} AND c.day BETWEEN ${run.startsOn}::date AND ${run.endsOn}::date
      GROUP BY c.sector_id, c.hcp_id, c.channel_id),
    prior AS (
      SELECT c.hcp_id, c.channel_id, count(*) AS done FROM call c
      WHERE ${calls} AND c.outcome = 'DONE' AND c.day BETWEEN ${memory.startsOn}::date AND ${memory.endsOn}::date
      GROUP BY c.hcp_id, c.channel_id),
    word AS (
      SELECT DISTINCT ON (k.hcp_id, k.channel_id) k.hcp_id, k.channel_id, k.kind FROM contact_permission k
      WHERE k.lab_id = ${labId}::uuid AND k.effective_at <= ${now}
      ORDER BY k.hcp_id, k.channel_id, k.effective_at DESC, k.id DESC)
    SELECT l.sector_id AS "sectorId", l.hcp_id AS "hcpId", l.channel_id AS "channelId",
      coalesce(t.cycle_segment_id, a.cycle_segment_id) AS "segmentId",
      l.goal, l.first_goal AS "firstGoal", l.max_credited AS "maxCredited",
      coalesce(m.done, 0)::int AS done, coalesce(m.planned, 0)::int AS planned, coalesce(m.recent, 0)::int AS "recentDone",
      coalesce(p.done, 0)::int AS "priorDone",
      h.status <> 'ACTIVE' OR h.visit_rule = 'NO_VISIT' AND ch.kind = 'VISIT'
        OR coalesce(wa.kind = 'OPPOSITION', false)
        OR coalesce(wc.kind = 'OPPOSITION' OR wc.kind = 'WITHDRAWAL' AND ch.needs_consent, false) AS closed
    FROM line l
    JOIN hcp h ON h.lab_id = ${labId}::uuid AND h.id = l.hcp_id
    JOIN channel ch ON ch.lab_id = ${labId}::uuid AND ch.id = l.channel_id
    JOIN publication pb ON pb.lab_id = ${labId}::uuid AND pb.id = l.publication_id
    LEFT JOIN target t ON t.lab_id = ${labId}::uuid AND t.publication_id = l.publication_id
      AND t.sector_id = l.sector_id AND t.hcp_id = l.hcp_id
    LEFT JOIN segment_assignment a ON a.lab_id = ${labId}::uuid AND a.run_id = pb.run_id
      AND a.segmentation = ${segmentation} AND a.hcp_id = l.hcp_id
    LEFT JOIN made m ON m.sector_id = l.sector_id AND m.hcp_id = l.hcp_id AND m.channel_id = l.channel_id
    LEFT JOIN prior p ON p.hcp_id = l.hcp_id AND p.channel_id = l.channel_id
    LEFT JOIN word wa ON wa.hcp_id = l.hcp_id AND wa.channel_id IS NULL
    LEFT JOIN word wc ON wc.hcp_id = l.hcp_id AND wc.channel_id = l.channel_id
    WHERE l.goal > 0 OR l.first_goal > 0
    ORDER BY l.sector_id, l.hcp_id, l.channel_id`,
  )
}

export type FollowPresentationRow = {
  sectorId: string
  hcpId: string
  channelId: string
  productId: string
  approved: number
  shown: number
}

/** Products under the lines in force: presentations approved, and DONE calls in which each was shown. */
export const listFollowPresentations = (
  tx: Tx,
  labId: string,
  scope: FollowScope,
): Promise<FollowPresentationRow[]> =>
  asSets(
    tx,
    () => tx.$queryRaw<FollowPresentationRow[]>`
  WITH ${linesInForce(labId, scope)},
  shown AS (
    SELECT c.sector_id, c.hcp_id, c.channel_id, cp.product_id, count(DISTINCT c.id) AS calls
    FROM call c JOIN call_product cp ON cp.lab_id = ${labId}::uuid AND cp.call_id = c.id
    WHERE ${countedCalls(labId, scope)}
    GROUP BY c.sector_id, c.hcp_id, c.channel_id, cp.product_id)
  SELECT f.sector_id AS "sectorId", l.hcp_id AS "hcpId", l.channel_id AS "channelId", pp.product_id AS "productId",
    pp.approved, coalesce(s.calls, 0)::int AS shown
  FROM in_force f
  JOIN plan_line l ON l.lab_id = ${labId}::uuid AND l.plan_version_id = f.version_id AND l.approved > 0
  JOIN plan_presentation pp ON pp.lab_id = ${labId}::uuid AND pp.plan_line_id = l.id AND pp.approved > 0
  LEFT JOIN shown s ON s.sector_id = f.sector_id AND s.hcp_id = l.hcp_id AND s.channel_id = l.channel_id
    AND s.product_id = pp.product_id
  ORDER BY f.sector_id, l.hcp_id, l.channel_id, pp.product_id`,
  )

export type DoneBySector = { sectorId: string; done: number; onCommitted: number }

/** DONE contacts of sectors, on any hcp and on those to whom the plan commits contacts. */
export const listDoneBySector = (tx: Tx, labId: string, scope: FollowScope): Promise<DoneBySector[]> =>
  asSets(
    tx,
    () => tx.$queryRaw<DoneBySector[]>`
    WITH ${linesInForce(labId, scope)},
    committed AS (SELECT DISTINCT l.sector_id, l.hcp_id FROM line l WHERE l.goal > 0)
    SELECT c.sector_id AS "sectorId", count(*)::int AS done, count(k.hcp_id)::int AS "onCommitted"
    FROM call c LEFT JOIN committed k ON k.sector_id = c.sector_id AND k.hcp_id = c.hcp_id
    WHERE ${countedCalls(labId, scope)} GROUP BY c.sector_id`,
  )

export type DayEarned = { sectorId: string; day: string; earnedMilli: number; seen: number }

/**
 * What each day of the run earned in each sector (a contact beyond the maximum of its line earns nothing), and how many
 * committed hcps were met for the first time.
 */
export const listEarnedByDay = (tx: Tx, labId: string, scope: FollowScope): Promise<DayEarned[]> =>
  asSets(
    tx,
    () => tx.$queryRaw<DayEarned[]>`
    WITH ${linesInForce(labId, scope)},
    ranked AS (
      SELECT c.sector_id, c.day, w.weight_milli, l.max_credited, l.goal,
        row_number() OVER (PARTITION BY c.sector_id, c.hcp_id, c.channel_id ORDER BY c.day, c.id) AS contact,
        row_number() OVER (PARTITION BY c.sector_id, c.hcp_id ORDER BY l.goal > 0 DESC, c.day, c.id) AS meeting
      FROM call c
      JOIN line l ON l.sector_id = c.sector_id AND l.hcp_id = c.hcp_id AND l.channel_id = c.channel_id
        AND (l.goal > 0 OR l.first_goal > 0)
      JOIN cycle_channel w ON w.lab_id = ${labId}::uuid AND w.cycle_id = ${scope.cycleId}::uuid AND w.channel_id = c.channel_id
      WHERE ${countedCalls(labId, scope)})
    SELECT r.sector_id AS "sectorId", r.day::text AS day,
      coalesce(sum(r.weight_milli) FILTER (WHERE r.max_credited IS NULL OR r.contact <= r.max_credited), 0)::int AS "earnedMilli",
      count(*) FILTER (WHERE r.meeting = 1 AND r.goal > 0)::int AS seen
    FROM ranked r GROUP BY r.sector_id, r.day ORDER BY r.day`,
  )
