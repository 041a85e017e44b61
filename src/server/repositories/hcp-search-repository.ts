import type { DirectoryRow } from '#src/contracts/directory.ts'
import type { HcpStatus, VisitRule } from '#src/contracts/words.ts'
import { Prisma } from '#src/generated/prisma/client.ts'
import type { Tx } from '../platform/transaction.ts'
import type { DirectorySearch } from './directory-search.ts'
import { searchCondition } from './hcp-search-sql.ts'

const { sql } = Prisma

export type { DirectorySearch } from './directory-search.ts'

/** Where a page begins: after this hcp, in the order of names. */
export type HcpPosition = { lastName: string; firstName: string; id: string }

type Row = {
  id: string
  title: string | null
  firstName: string
  lastName: string
  profession: string
  specialty: string | null
  status: HcpStatus
  visitRule: VisitRule
  opposed: boolean | null
  commune: string | null
  postalCode: string | null
  sectors: { id: string; code: string; name: string }[] | null
  segment: { code: string; name: string; rank: number; colour: string } | null
  lastContactOn: string | null
}

/** One page of the hcps of a search, in the order of their names. */
export async function searchHcps(
  tx: Tx,
  labId: string,
  search: DirectorySearch,
  after: HcpPosition | null,
  limit: number,
): Promise<DirectoryRow[]> {
  const { today, cycle, filter, scope } = search
  const position = after
    ? sql`AND (h.last_name, h.first_name, h.id) > (${after.lastName}, ${after.firstName}, ${after.id}::uuid)`
    : Prisma.empty
  const ownCalls =
    scope.kind === 'sectors' ? sql`AND c.sector_id = ANY (${[...scope.sectorIds]}::uuid[])` : Prisma.empty
  const rows = await tx.$queryRaw<Row[]>`
    SELECT h.id, h.title, h.first_name AS "firstName", h.last_name AS "lastName", h.profession, h.specialty, h.status,
      h.visit_rule AS "visitRule", place.commune, place.postal_code AS "postalCode", homes.sectors, cut.segment,
      coalesce(wish.opposed, false) AS opposed, seen.day::text AS "lastContactOn"
    FROM (SELECT h.* FROM hcp h WHERE ${searchCondition(labId, search)} ${position}
      ORDER BY h.last_name, h.first_name, h.id LIMIT ${limit}) h
    LEFT JOIN LATERAL (SELECT c.name AS commune, p.postal_code FROM hcp_practice hp
      JOIN practice p ON p.lab_id = ${labId}::uuid AND p.id = hp.practice_id
      LEFT JOIN commune c ON c.insee_code = p.insee_code
      WHERE hp.lab_id = ${labId}::uuid AND hp.hcp_id = h.id AND hp.starts_on <= ${today}::date
        AND (hp.ends_before IS NULL OR hp.ends_before > ${today}::date)
      ORDER BY hp.principal DESC, hp.starts_on, hp.id LIMIT 1) place ON true
    LEFT JOIN LATERAL (SELECT jsonb_agg(jsonb_build_object('id', s.id, 'code', s.code, 'name', s.name) ORDER BY s.name) AS sectors
      FROM hcp_sector hs JOIN sector s ON s.lab_id = ${labId}::uuid AND s.id = hs.sector_id
      WHERE hs.lab_id = ${labId}::uuid AND hs.hcp_id = h.id AND hs.main AND hs.starts_on <= ${today}::date
        AND (hs.ends_before IS NULL OR hs.ends_before > ${today}::date)) homes ON true
    LEFT JOIN LATERAL (SELECT jsonb_build_object('code', g.code, 'name', g.name, 'rank', g.rank, 'colour', g.colour) AS segment
      FROM segment_assignment sa JOIN cycle_segment g ON g.lab_id = ${labId}::uuid AND g.id = sa.cycle_segment_id
      WHERE sa.lab_id = ${labId}::uuid AND sa.run_id = ${cycle?.runId ?? null}::uuid
        AND sa.segmentation = ${filter.segmentation} AND sa.hcp_id = h.id) cut ON true
    LEFT JOIN LATERAL (SELECT k.kind = 'OPPOSITION' AS opposed FROM contact_permission k
      WHERE k.lab_id = ${labId}::uuid AND k.hcp_id = h.id AND k.channel_id IS NULL
      ORDER BY k.effective_at DESC, k.id DESC LIMIT 1) wish ON true
    LEFT JOIN LATERAL (SELECT max(c.day) AS day FROM call c WHERE c.lab_id = ${labId}::uuid AND c.hcp_id = h.id
      AND c.outcome = 'DONE' AND c.day <= ${today}::date ${ownCalls}) seen ON true
    ORDER BY h.last_name, h.first_name, h.id`
  return rows.map((row) => ({ ...row, sectors: row.sectors ?? [], opposed: row.opposed ?? false }))
}

export async function countHcps(tx: Tx, labId: string, search: DirectorySearch): Promise<number> {
  const rows = await tx.$queryRaw<{ hcps: number }[]>`
    SELECT count(*)::int AS hcps FROM hcp h WHERE ${searchCondition(labId, search)}`
  return rows[0]?.hcps ?? 0
}

/** Specialties in reach and how many active hcps each has. */
export async function countSpecialties(tx: Tx, labId: string, search: DirectorySearch) {
  return tx.$queryRaw<{ value: string; hcps: number }[]>`
    SELECT h.specialty AS value, count(*)::int AS hcps FROM hcp h
    WHERE ${searchCondition(labId, search)} AND h.specialty IS NOT NULL GROUP BY h.specialty ORDER BY hcps DESC, value`
}
