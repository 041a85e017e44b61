import { Prisma } from '#src/generated/prisma/client.ts'
import type { Tx } from '../platform/transaction.ts'
import { asSets, linesInForce, type FollowScope } from './follow-sql.ts'

const { sql } = Prisma

export type CallTarget = {
  sectorId: string
  hcpId: string
  name: string
  specialty: string | null
  commune: string | null
  segment: { name: string; rank: number } | null
  goal: number
  done: number
  lastDone: string | null
  /** Products of the plan, first position first. */
  productIds: string[]
}

/**
 * Hcps to whom the plans of sectors commit contacts, with what was done through a day on the channels committed. All of
 * them, or those given.
 */
export const listCallTargets = (
  tx: Tx,
  labId: string,
  scope: FollowScope & { through: string },
  hcpIds: readonly string[] | null,
): Promise<CallTarget[]> => {
  const only = hcpIds ? sql`AND l.hcp_id = ANY (${[...hcpIds]}::uuid[])` : Prisma.empty
  return asSets(
    tx,
    () => tx.$queryRaw<CallTarget[]>`
    WITH ${linesInForce(labId, scope)},
    wanted AS (SELECT l.sector_id, l.hcp_id, l.publication_id, l.channel_id, l.goal FROM line l WHERE l.goal > 0 ${only}),
    made AS (SELECT c.sector_id, c.hcp_id, c.channel_id, count(*) AS done, max(c.day) AS last FROM call c
      WHERE c.lab_id = ${labId}::uuid AND c.network_id = ANY (${[...scope.networkIds]}::uuid[]) AND c.outcome = 'DONE'
        AND c.duplicate_of_id IS NULL AND c.day BETWEEN ${scope.run.startsOn}::date AND ${scope.through}::date
      GROUP BY c.sector_id, c.hcp_id, c.channel_id),
    products AS (
      SELECT f.sector_id, l.hcp_id, pp.product_id, min(pp.position) AS position FROM in_force f
      JOIN plan_line l ON l.lab_id = ${labId}::uuid AND l.plan_version_id = f.version_id AND l.approved > 0 ${only}
      JOIN plan_presentation pp ON pp.lab_id = ${labId}::uuid AND pp.plan_line_id = l.id AND pp.approved > 0
      GROUP BY f.sector_id, l.hcp_id, pp.product_id),
    ordered AS (SELECT p.sector_id, p.hcp_id, jsonb_agg(p.product_id ORDER BY p.position, p.product_id) AS ids
      FROM products p GROUP BY p.sector_id, p.hcp_id),
    target_of AS (
      SELECT w.sector_id, w.hcp_id, w.publication_id, sum(w.goal)::int AS goal, coalesce(sum(m.done), 0)::int AS done, max(m.last) AS last
      FROM wanted w LEFT JOIN made m ON m.sector_id = w.sector_id AND m.hcp_id = w.hcp_id AND m.channel_id = w.channel_id
      GROUP BY w.sector_id, w.hcp_id, w.publication_id),
    place AS (SELECT DISTINCT ON (hp.hcp_id) hp.hcp_id, coalesce(c.name, p.name) AS commune FROM hcp_practice hp
      JOIN practice p ON p.lab_id = ${labId}::uuid AND p.id = hp.practice_id
      LEFT JOIN commune c ON c.insee_code = p.insee_code
      WHERE hp.lab_id = ${labId}::uuid AND hp.starts_on <= ${scope.through}::date
        AND (hp.ends_before IS NULL OR hp.ends_before > ${scope.through}::date)
        AND hp.hcp_id IN (SELECT t.hcp_id FROM target_of t)
      ORDER BY hp.hcp_id, hp.principal DESC, hp.starts_on, hp.id)
    SELECT t.sector_id AS "sectorId", t.hcp_id AS "hcpId", concat_ws(' ', h.title, h.first_name, h.last_name) AS name,
      h.specialty, place.commune, CASE WHEN g.id IS NULL THEN NULL ELSE jsonb_build_object('name', g.name, 'rank', g.rank) END AS segment,
      t.goal, t.done, t.last::text AS "lastDone", coalesce(o.ids, '[]'::jsonb) AS "productIds"
    FROM target_of t
    JOIN hcp h ON h.lab_id = ${labId}::uuid AND h.id = t.hcp_id AND h.status = 'ACTIVE'
    JOIN publication pb ON pb.lab_id = ${labId}::uuid AND pb.id = t.publication_id
    LEFT JOIN target ta ON ta.lab_id = ${labId}::uuid AND ta.publication_id = t.publication_id
      AND ta.sector_id = t.sector_id AND ta.hcp_id = t.hcp_id
    LEFT JOIN segment_assignment sa ON sa.lab_id = ${labId}::uuid AND sa.run_id = pb.run_id
      AND sa.segmentation = ${scope.segmentation} AND sa.hcp_id = t.hcp_id
    LEFT JOIN cycle_segment g ON g.lab_id = ${labId}::uuid AND g.id = coalesce(ta.cycle_segment_id, sa.cycle_segment_id)
    LEFT JOIN ordered o ON o.sector_id = t.sector_id AND o.hcp_id = t.hcp_id
    LEFT JOIN place ON place.hcp_id = t.hcp_id`,
  )
}

export type FoundHcp = {
  hcpId: string
  sectorId: string
  name: string
  specialty: string | null
  commune: string | null
}

/** Hcps of sectors on a day whose name, specialty or commune holds every word; or those given. */
export function findSectorHcps(
  tx: Tx,
  labId: string,
  sectorIds: readonly string[],
  day: string,
  choice: { words: readonly string[]; hcpIds: readonly string[] | null; limit: number },
): Promise<FoundHcp[]> {
  const words = choice.words.map(
    (word) =>
      sql`AND (h.search_text || ' ' || fold(coalesce(place.commune, ''))) COLLATE "C" LIKE '%' || fold(${word}) || '%'`,
  )
  return tx.$queryRaw<FoundHcp[]>`
    SELECT h.id AS "hcpId", hs.sector_id AS "sectorId", concat_ws(' ', h.title, h.first_name, h.last_name) AS name,
      h.specialty, place.commune
    FROM hcp_sector hs
    JOIN hcp h ON h.lab_id = ${labId}::uuid AND h.id = hs.hcp_id AND h.status = 'ACTIVE'
    LEFT JOIN LATERAL (SELECT coalesce(c.name, p.name) AS commune FROM practice p
      LEFT JOIN commune c ON c.insee_code = p.insee_code
      WHERE p.lab_id = ${labId}::uuid AND p.id = hs.practice_id) place ON true
    WHERE hs.lab_id = ${labId}::uuid AND hs.sector_id = ANY (${[...sectorIds]}::uuid[]) AND hs.starts_on <= ${day}::date
      AND (hs.ends_before IS NULL OR hs.ends_before > ${day}::date)
      ${choice.hcpIds ? sql`AND h.id = ANY (${[...choice.hcpIds]}::uuid[])` : Prisma.empty}
      ${words.length > 0 ? Prisma.join(words, ' ') : Prisma.empty}
    ORDER BY h.last_name, h.first_name, h.id LIMIT ${choice.limit}`
}

export type HcpCaution = {
  hcpId: string
  status: string
  visitRule: string
  yearlyMax: number | null
  doneYear: number
  words: { channelId: string | null; kind: string }[]
}

/** What a call about these hcps must be warned of. */
export const listCautions = (
  tx: Tx,
  labId: string,
  hcpIds: readonly string[],
  at: { today: string; now: Date },
): Promise<HcpCaution[]> => tx.$queryRaw<HcpCaution[]>`
  SELECT h.id AS "hcpId", h.status, h.visit_rule AS "visitRule", h.yearly_contact_max AS "yearlyMax",
    (SELECT count(*)::int FROM call c WHERE c.lab_id = ${labId}::uuid AND c.hcp_id = h.id AND c.outcome = 'DONE'
      AND c.duplicate_of_id IS NULL AND c.day > ${at.today}::date - interval '12 months' AND c.day <= ${at.today}::date) AS "doneYear",
    coalesce((SELECT jsonb_agg(jsonb_build_object('channelId', w.channel_id, 'kind', w.kind)) FROM (
      SELECT DISTINCT ON (k.channel_id) k.channel_id, k.kind FROM contact_permission k
      WHERE k.lab_id = ${labId}::uuid AND k.hcp_id = h.id AND k.effective_at <= ${at.now}
      ORDER BY k.channel_id, k.effective_at DESC, k.id DESC) w), '[]'::jsonb) AS words
  FROM hcp h WHERE h.lab_id = ${labId}::uuid AND h.id = ANY (${[...hcpIds]}::uuid[])`
