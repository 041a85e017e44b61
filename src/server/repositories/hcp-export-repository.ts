import type { DirectoryRow } from '#src/contracts/directory.ts'
import { Prisma } from '#src/generated/prisma/client.ts'
import type { Tx } from '../platform/transaction.ts'
import type { DirectorySearch } from './directory-search.ts'
import { searchCondition } from './hcp-search-sql.ts'

const { sql } = Prisma

const inForce = (alias: Prisma.Sql, day: string) =>
  sql`${alias}.starts_on <= ${day}::date AND (${alias}.ends_before IS NULL OR ${alias}.ends_before > ${day}::date)`

/** Every hcp of a search, with what a page shows of each: the same columns, found as sets rather than hcp by hcp. */
export async function listAllHcps(tx: Tx, labId: string, search: DirectorySearch): Promise<DirectoryRow[]> {
  const { today, cycle, filter, scope } = search
  const ownCalls =
    scope.kind === 'sectors' ? sql`AND c.sector_id = ANY (${[...scope.sectorIds]}::uuid[])` : Prisma.empty
  return tx.$queryRaw<DirectoryRow[]>`
    WITH picked AS MATERIALIZED (SELECT h.id, h.title, h.first_name, h.last_name, h.profession, h.specialty, h.status, h.visit_rule
        FROM hcp h WHERE ${searchCondition(labId, search)}),
      place AS (SELECT DISTINCT ON (hp.hcp_id) hp.hcp_id, c.name AS commune, p.postal_code FROM picked k
        JOIN hcp_practice hp ON hp.lab_id = ${labId}::uuid AND hp.hcp_id = k.id AND ${inForce(sql`hp`, today)}
        JOIN practice p ON p.lab_id = ${labId}::uuid AND p.id = hp.practice_id
        LEFT JOIN commune c ON c.insee_code = p.insee_code
        ORDER BY hp.hcp_id, hp.principal DESC, hp.starts_on, hp.id),
      homes AS (SELECT hs.hcp_id, jsonb_agg(jsonb_build_object('id', s.id, 'code', s.code, 'name', s.name) ORDER BY s.name) AS sectors
        FROM picked k JOIN hcp_sector hs ON hs.lab_id = ${labId}::uuid AND hs.hcp_id = k.id AND hs.main AND ${inForce(sql`hs`, today)}
        JOIN sector s ON s.lab_id = ${labId}::uuid AND s.id = hs.sector_id GROUP BY hs.hcp_id),
      cut AS (SELECT sa.hcp_id, jsonb_build_object('code', g.code, 'name', g.name, 'rank', g.rank, 'colour', g.colour) AS segment
        FROM segment_assignment sa JOIN cycle_segment g ON g.lab_id = ${labId}::uuid AND g.id = sa.cycle_segment_id
        WHERE sa.lab_id = ${labId}::uuid AND sa.run_id = ${cycle?.runId ?? null}::uuid AND sa.segmentation = ${filter.segmentation}),
      wish AS (SELECT DISTINCT ON (w.hcp_id) w.hcp_id, w.kind = 'OPPOSITION' AS opposed FROM contact_permission w
        WHERE w.lab_id = ${labId}::uuid AND w.channel_id IS NULL ORDER BY w.hcp_id, w.effective_at DESC, w.id DESC),
      seen AS (SELECT c.hcp_id, max(c.day) AS day FROM call c WHERE c.lab_id = ${labId}::uuid AND c.outcome = 'DONE'
        AND c.day <= ${today}::date ${ownCalls} GROUP BY c.hcp_id)
    SELECT k.id, k.title, k.first_name AS "firstName", k.last_name AS "lastName", k.profession, k.specialty, k.status,
      k.visit_rule AS "visitRule", coalesce(wish.opposed, false) AS opposed, place.commune, place.postal_code AS "postalCode",
      coalesce(homes.sectors, '[]') AS sectors, cut.segment, seen.day::text AS "lastContactOn"
    FROM picked k LEFT JOIN place ON place.hcp_id = k.id LEFT JOIN homes ON homes.hcp_id = k.id
    LEFT JOIN cut ON cut.hcp_id = k.id LEFT JOIN wish ON wish.hcp_id = k.id LEFT JOIN seen ON seen.hcp_id = k.id
    ORDER BY k.last_name, k.first_name, k.id`
}
