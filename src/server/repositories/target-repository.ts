import type { ScopeFilter } from '#src/contracts/actor.ts'
import { Prisma } from '#src/generated/prisma/client.ts'
import type { Tx } from '../platform/tx.ts'

const { sql } = Prisma

const reached = (scope: ScopeFilter, column: Prisma.Sql) =>
  scope.kind === 'lab' ? sql`true` : sql`${column} = ANY (${[...scope.sectorIds]}::uuid[])`

/** Of each sector in reach, the latest publication of the cycle that holds it. */
const latestSql = (labId: string, cycleId: string, scope: ScopeFilter) => sql`
  SELECT DISTINCT ON (ps.sector_id) ps.publication_id, ps.sector_id, ps.region_id, ps.lead_member_id, ps.capacity_milli,
    pb.feasibility
  FROM published_sector ps
  JOIN publication pb ON pb.lab_id = ${labId}::uuid AND pb.id = ps.publication_id
  WHERE ps.lab_id = ${labId}::uuid AND pb.cycle_id = ${cycleId}::uuid AND ${reached(scope, sql`ps.sector_id`)}
  ORDER BY ps.sector_id, pb.number DESC`

export type PublishedSectorRow = {
  id: string
  code: string
  name: string
  region: string
  lead: string | null
  capacityMilli: number
  targets: number
  /** The gate of the sector as it stood; null where the publication kept none. */
  gate: unknown
}

/** Published sectors by code, with their capacity and how many hcps have something to do. */
export const listPublishedSectors = (
  tx: Tx,
  labId: string,
  cycleId: string,
  scope: ScopeFilter,
): Promise<PublishedSectorRow[]> => tx.$queryRaw<PublishedSectorRow[]>`
  WITH latest AS (${latestSql(labId, cycleId, scope)}),
  counted AS (
    SELECT t.sector_id, count(DISTINCT t.id)::int AS targets FROM latest l
    JOIN target t ON t.lab_id = ${labId}::uuid AND t.publication_id = l.publication_id AND t.sector_id = l.sector_id
    JOIN target_goal g ON g.lab_id = ${labId}::uuid AND g.target_id = t.id AND g.contacts > g.infeasible
    GROUP BY t.sector_id)
  SELECT s.id, s.code, s.name, r.name AS region, m.display_name AS lead, l.capacity_milli AS "capacityMilli",
    coalesce(c.targets, 0) AS targets,
    (SELECT f FROM jsonb_array_elements(l.feasibility -> 'sectors') f WHERE f ->> 'sector' = l.sector_id::text) AS gate
  FROM latest l
  JOIN sector s ON s.lab_id = ${labId}::uuid AND s.id = l.sector_id
  JOIN region r ON r.lab_id = ${labId}::uuid AND r.id = l.region_id
  LEFT JOIN member m ON m.lab_id = ${labId}::uuid AND m.id = l.lead_member_id
  LEFT JOIN counted c ON c.sector_id = l.sector_id
  ORDER BY s.code`

export type GoalSumRow = {
  sectorId: string
  channelId: string
  cause: string | null
  wanted: number
  infeasible: number
}

/** Goals of published sectors, summed by channel and cause. */
export const sumGoals = (
  tx: Tx,
  labId: string,
  cycleId: string,
  scope: ScopeFilter,
): Promise<GoalSumRow[]> => tx.$queryRaw<GoalSumRow[]>`
  WITH latest AS (${latestSql(labId, cycleId, scope)})
  SELECT t.sector_id AS "sectorId", g.channel_id AS "channelId", g.cause, sum(g.contacts)::int AS wanted,
    sum(g.infeasible)::int AS infeasible
  FROM latest l
  JOIN target t ON t.lab_id = ${labId}::uuid AND t.publication_id = l.publication_id AND t.sector_id = l.sector_id
  JOIN target_goal g ON g.lab_id = ${labId}::uuid AND g.target_id = t.id
  GROUP BY t.sector_id, g.channel_id, g.cause`

export type TargetGoalRow = {
  hcpId: string
  practiceId: string | null
  sectorCode: string
  segment: string
  rankValue: number | null
  channelId: string
  wanted: number
  infeasible: number
  maxCredited: number | null
  cause: string | null
}

/** Goals of published targets, sector by sector, first segments and larger axis first. */
export const listTargetGoals = (
  tx: Tx,
  labId: string,
  cycleId: string,
  scope: ScopeFilter,
): Promise<TargetGoalRow[]> => tx.$queryRaw<TargetGoalRow[]>`
  WITH latest AS (${latestSql(labId, cycleId, scope)})
  SELECT t.hcp_id AS "hcpId", t.practice_id AS "practiceId", s.code AS "sectorCode", sg.code AS segment, t.rank_value AS "rankValue",
    g.channel_id AS "channelId", g.contacts AS wanted, g.infeasible, g.max_credited AS "maxCredited", g.cause
  FROM latest l
  JOIN sector s ON s.lab_id = ${labId}::uuid AND s.id = l.sector_id
  JOIN target t ON t.lab_id = ${labId}::uuid AND t.publication_id = l.publication_id AND t.sector_id = l.sector_id
  JOIN cycle_segment sg ON sg.lab_id = ${labId}::uuid AND sg.id = t.cycle_segment_id
  JOIN target_goal g ON g.lab_id = ${labId}::uuid AND g.target_id = t.id
  ORDER BY s.code, sg.rank, t.rank_value DESC NULLS LAST, t.hcp_id`

export type TargetWords = { name: string; specialty: string | null; commune: string | null }

export type NamedPlace = { hcpId: string; practiceId: string | null }

/** What to call hcps on screen, with the commune of the place where each is a target. */
export async function findTargetWords(
  tx: Tx,
  labId: string,
  targets: readonly NamedPlace[],
): Promise<Map<string, TargetWords>> {
  const hcps = await tx.$queryRaw<{ id: string; name: string; specialty: string | null }[]>`
    SELECT h.id, concat_ws(' ', h.title, h.first_name, h.last_name) AS name, h.specialty FROM hcp h
    WHERE h.lab_id = ${labId}::uuid AND h.id = ANY (${targets.map(({ hcpId }) => hcpId)}::uuid[])`
  const practiceIds = targets.flatMap(({ practiceId }) => practiceId ?? [])
  const communes = await tx.$queryRaw<{ id: string; commune: string }[]>`
    SELECT p.id, c.name AS commune FROM practice p JOIN commune c ON c.insee_code = p.insee_code
    WHERE p.lab_id = ${labId}::uuid AND p.id = ANY (${practiceIds}::uuid[])`
  const communeOf = new Map(communes.map(({ id, commune }) => [id, commune]))
  const placeOf = new Map(targets.map(({ hcpId, practiceId }) => [hcpId, practiceId]))
  return new Map(
    hcps.map(({ id, name, specialty }) => [
      id,
      { name, specialty, commune: communeOf.get(placeOf.get(id) ?? '') ?? null },
    ]),
  )
}
