import { Prisma } from '#src/generated/prisma/client.ts'
import type { DirectorySearch } from './directory-search.ts'
import type { PlanFilter } from '#src/contracts/words.ts'

const { sql } = Prisma

/** The sectors whose plans may be looked into: those asked for, inside the reader's own. */
export function planSectors({ filter, scope }: DirectorySearch): readonly string[] | null {
  const asked = filter.sectorIds?.length ? filter.sectorIds : null
  if (scope.kind === 'lab') return asked
  return asked ? scope.sectorIds.filter((id) => asked.includes(id)) : scope.sectorIds
}

const among = (sectors: readonly string[] | null, column: Prisma.Sql) =>
  sectors ? sql`${column} = ANY (${[...sectors]}::uuid[])` : sql`true`

const committed = sql`coalesce(l.approved, l.proposed)`

const having: Record<Exclude<PlanFilter, 'target'>, Prisma.Sql> = {
  committed: sql`bool_or(${committed} > 0)`,
  seen: sql`bool_or(${committed} > 0)`,
  unseen: sql`bool_or(${committed} > 0)`,
  added: sql`bool_or(l.origin = 'ADDED' AND ${committed} > 0)`,
  removed: sql`bool_and(${committed} = 0) AND sum(l.theoretical) > 0`,
  changed: sql`bool_or(${committed} <> l.theoretical)`,
  'to-decide': sql`bool_or(l.decision = 'TO_DECIDE')`,
}

/** Hcps by what the plans of the cycle say of them: the version in force, else the one in work. */
export function planCondition(labId: string, search: DirectorySearch, plan: PlanFilter): Prisma.Sql {
  const { cycle, filter } = search
  if (!cycle) return sql`false`
  const sectors = planSectors(search)
  if (plan === 'target')
    return sql`h.id = ANY (ARRAY(SELECT t.hcp_id FROM target t JOIN (
        SELECT DISTINCT ON (ps.sector_id) ps.publication_id, ps.sector_id FROM published_sector ps
        JOIN publication pb ON pb.lab_id = ${labId}::uuid AND pb.id = ps.publication_id
        WHERE ps.lab_id = ${labId}::uuid AND pb.cycle_id = ${cycle.id}::uuid
          AND ${among(sectors, sql`ps.sector_id`)}
        ORDER BY ps.sector_id, pb.number DESC) latest
      ON latest.publication_id = t.publication_id AND latest.sector_id = t.sector_id
      WHERE t.lab_id = ${labId}::uuid))`

  const reason = filter.reason
    ? sql`AND l.reason_id IN (SELECT r.id FROM reason r WHERE r.lab_id = ${labId}::uuid AND r.code = ${filter.reason})`
    : Prisma.empty
  const channel = (column: Prisma.Sql) =>
    filter.channel
      ? sql`AND ${column} IN (SELECT ch.id FROM channel ch WHERE ch.lab_id = ${labId}::uuid AND ch.code = ${filter.channel})`
      : Prisma.empty
  const lines = sql`h.id = ANY (ARRAY(SELECT l.hcp_id FROM plan p
    JOIN LATERAL (SELECT v.id FROM plan_version v WHERE v.lab_id = ${labId}::uuid AND v.plan_id = p.id
      ORDER BY (v.state = 'SEALED') DESC, v.number DESC LIMIT 1) v ON true
    JOIN plan_line l ON l.lab_id = ${labId}::uuid AND l.plan_version_id = v.id
    WHERE p.lab_id = ${labId}::uuid AND p.cycle_id = ${cycle.id}::uuid AND ${among(sectors, sql`p.sector_id`)}
      ${reason} ${channel(sql`l.channel_id`)}
    GROUP BY l.hcp_id HAVING ${having[plan]}))`
  if (plan !== 'seen' && plan !== 'unseen') return lines

  const seen = sql`h.id = ANY (ARRAY(SELECT c.hcp_id FROM call c
    JOIN cycle y ON y.lab_id = ${labId}::uuid AND y.id = ${cycle.id}::uuid
    WHERE c.lab_id = ${labId}::uuid AND c.outcome = 'DONE' AND c.duplicate_of_id IS NULL
      AND c.day >= y.run_starts_on AND c.day < y.run_ends_before AND ${among(sectors, sql`c.sector_id`)}
      ${channel(sql`c.channel_id`)}))`
  return plan === 'seen' ? sql`${lines} AND ${seen}` : sql`${lines} AND NOT ${seen}`
}
