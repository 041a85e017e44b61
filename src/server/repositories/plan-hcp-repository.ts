import { Prisma } from '#src/generated/prisma/client.ts'
import { searchWords } from '#src/lib/fold.ts'
import type { Tx } from '../platform/tx.ts'
import type { LastWord } from './permission-repository.ts'

const { sql } = Prisma

export type PlanHcpRow = {
  hcpId: string
  title: string | null
  firstName: string
  lastName: string
  specialty: string | null
  commune: string | null
  postalCode: string | null
  /** Of the publication, else of the run that it came from. */
  segment: string | null
  rankValue: number | null
  ceased: boolean
  noVisit: boolean
  yearlyMaximum: number | null
}

type Ground = {
  publicationId: string
  runId: string
  segmentation: string
  sectorId: string
  day: string
}

/**
 * Among these hcps. As an array that the planner cannot see, a few hundred ids are looked up in the index by which every
 * table of hcps is entered; with the ids in hand it weighs each of them, then reads whole tables.
 */
export const amongThese = (hcpIds: readonly string[]): Prisma.Sql =>
  sql`ANY (ARRAY(SELECT unnest(${[...hcpIds]}::uuid[])))`

// `ANY (ARRAY[…])` keeps the principal practice off the index of an exclusion, slow to enter hcp by hcp.
const peopleSql = (labId: string, ground: Ground, condition: Prisma.Sql, limit: Prisma.Sql) => sql`
  SELECT h.id AS "hcpId", h.title, h.first_name AS "firstName", h.last_name AS "lastName", h.specialty, place.commune,
    place.postal_code AS "postalCode", g.code AS segment, t.rank_value AS "rankValue",
    h.status <> 'ACTIVE' AS ceased, h.visit_rule = 'NO_VISIT' AS "noVisit", h.yearly_contact_max AS "yearlyMaximum"
  FROM hcp h
  LEFT JOIN target t ON t.lab_id = ${labId}::uuid AND t.publication_id = ${ground.publicationId}::uuid
    AND t.sector_id = ${ground.sectorId}::uuid AND t.hcp_id = h.id
  LEFT JOIN LATERAL (SELECT sa.cycle_segment_id FROM segment_assignment sa WHERE t.cycle_segment_id IS NULL
    AND sa.lab_id = ${labId}::uuid AND sa.run_id = ${ground.runId}::uuid AND sa.segmentation = ${ground.segmentation}
    AND sa.hcp_id = h.id LIMIT 1) ran ON true
  LEFT JOIN cycle_segment g ON g.lab_id = ${labId}::uuid AND g.id = coalesce(t.cycle_segment_id, ran.cycle_segment_id)
  LEFT JOIN LATERAL (SELECT p.postal_code, c.name AS commune FROM hcp_practice hp
    JOIN practice p ON p.lab_id = ${labId}::uuid AND p.id = hp.practice_id
    LEFT JOIN commune c ON c.insee_code = p.insee_code
    WHERE hp.lab_id = ${labId}::uuid AND hp.hcp_id = ANY (ARRAY[h.id]) AND hp.principal
      AND hp.starts_on <= ${ground.day}::date AND (hp.ends_before IS NULL OR hp.ends_before > ${ground.day}::date)
    LIMIT 1) place ON true
  WHERE h.lab_id = ${labId}::uuid AND ${condition}
  ORDER BY g.rank NULLS LAST, t.rank_value DESC NULLS LAST, h.last_name, h.first_name, h.id ${limit}`

/** Who the lines are about, first segments and larger axis first. */
export const listPlanHcps = (
  tx: Tx,
  labId: string,
  ground: Ground,
  hcpIds: readonly string[],
): Promise<PlanHcpRow[]> =>
  tx.$queryRaw<PlanHcpRow[]>(peopleSql(labId, ground, sql`h.id = ${amongThese(hcpIds)}`, Prisma.empty))

const inSectorSql = (labId: string, ground: Pick<Ground, 'sectorId' | 'day'>) => sql`
  EXISTS (SELECT 1 FROM hcp_sector hs WHERE hs.lab_id = ${labId}::uuid AND hs.hcp_id = h.id
    AND hs.sector_id = ${ground.sectorId}::uuid AND hs.starts_on <= ${ground.day}::date
    AND (hs.ends_before IS NULL OR hs.ends_before > ${ground.day}::date))`

/** Active hcps of the sector that a version does not hold, by name or place. */
export function findCandidates(
  tx: Tx,
  labId: string,
  ground: Ground,
  versionId: string,
  text: string,
): Promise<PlanHcpRow[]> {
  const words = searchWords(text).map((word) => {
    const like = `%${word.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
    return sql`AND (h.search_text LIKE ${like} OR fold(coalesce(place.commune, '')) LIKE ${like})`
  })
  return tx.$queryRaw<PlanHcpRow[]>(
    peopleSql(
      labId,
      ground,
      sql`h.status = 'ACTIVE' AND ${inSectorSql(labId, ground)} ${words.length > 0 ? Prisma.join(words, ' ') : Prisma.empty}
        AND NOT EXISTS (SELECT 1 FROM plan_line l WHERE l.lab_id = ${labId}::uuid AND l.plan_version_id = ${versionId}::uuid
          AND l.hcp_id = h.id)`,
      sql`LIMIT 20`,
    ),
  )
}

/** Of these hcps, those that the sector has on a day. */
export async function keepThoseInSector(
  tx: Tx,
  labId: string,
  ground: Pick<Ground, 'sectorId' | 'day'>,
  hcpIds: readonly string[],
): Promise<Set<string>> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT h.id FROM hcp h WHERE h.lab_id = ${labId}::uuid AND h.id = ANY (${[...hcpIds]}::uuid[]) AND ${inSectorSql(labId, ground)}`
  return new Set(rows.map(({ id }) => id))
}

export type PlanCallRow = {
  hcpId: string
  channelId: string
  /** DONE in the window that the forecast remembers. */
  prior: number
  /** DONE in the run of the cycle, in this sector. */
  done: number
  /** DONE in the run of the cycle before. */
  previous: number
  lastOn: string | null
}

type CallWindows = {
  networkId: string
  sectorId: string
  today: string
  memory: { startsOn: string; endsOn: string } | null
  run: { startsOn: string; endsOn: string } | null
  previous: { runStartsOn: string; runEndsBefore: string } | null
}

const between = (window: { startsOn: string; endsOn: string } | null) =>
  window ? sql`c.day BETWEEN ${window.startsOn}::date AND ${window.endsOn}::date` : sql`false`

/** DONE contacts with these hcps over the network, by channel and window. */
export const countPlanCalls = (
  tx: Tx,
  labId: string,
  windows: CallWindows,
  hcpIds: readonly string[],
): Promise<PlanCallRow[]> => tx.$queryRaw<PlanCallRow[]>`
  SELECT c.hcp_id AS "hcpId", c.channel_id AS "channelId", count(*) FILTER (WHERE ${between(windows.memory)})::int AS prior,
    count(*) FILTER (WHERE c.sector_id = ${windows.sectorId}::uuid AND ${between(windows.run)})::int AS done,
    count(*) FILTER (WHERE ${
      windows.previous
        ? sql`c.day >= ${windows.previous.runStartsOn}::date AND c.day < ${windows.previous.runEndsBefore}::date`
        : sql`false`
    })::int AS previous, max(c.day)::text AS "lastOn"
  FROM call c
  WHERE c.lab_id = ${labId}::uuid AND c.hcp_id = ${amongThese(hcpIds)} AND c.network_id = ${windows.networkId}::uuid
    AND c.outcome = 'DONE' AND c.duplicate_of_id IS NULL AND c.day <= ${windows.today}::date
  GROUP BY c.hcp_id, c.channel_id`

/** What the plans of another cycle commit with these hcps on one channel. */
export const sumCommitted = (
  tx: Tx,
  labId: string,
  cycleId: string,
  channelId: string,
  hcpIds: readonly string[],
): Promise<{ hcpId: string; contacts: number }[]> => tx.$queryRaw<{ hcpId: string; contacts: number }[]>`
  SELECT l.hcp_id AS "hcpId", sum(coalesce(l.approved, l.proposed))::int AS contacts
  FROM plan_line l
  WHERE l.lab_id = ${labId}::uuid AND l.hcp_id = ${amongThese(hcpIds)} AND l.channel_id = ${channelId}::uuid
    AND l.plan_version_id = ANY (ARRAY(SELECT DISTINCT ON (v.plan_id) v.id FROM plan p
      JOIN plan_version v ON v.lab_id = ${labId}::uuid AND v.plan_id = p.id
      WHERE p.lab_id = ${labId}::uuid AND p.cycle_id = ${cycleId}::uuid
      ORDER BY v.plan_id, (v.state = 'SEALED') DESC, v.number DESC))
  GROUP BY l.hcp_id`

export type DatedWord = LastWord & { since: string }

/** The last word of each of these hcps on each channel, and on all of them (channel null). */
export const listLastWordsOf = (
  tx: Tx,
  labId: string,
  at: Date,
  hcpIds: readonly string[],
): Promise<DatedWord[]> => tx.$queryRaw<DatedWord[]>`
  SELECT DISTINCT ON (k.hcp_id, k.channel_id) k.hcp_id AS "hcpId", k.channel_id AS "channelId", k.kind,
    k.effective_at::date::text AS since
  FROM contact_permission k
  WHERE k.lab_id = ${labId}::uuid AND k.hcp_id = ${amongThese(hcpIds)} AND k.effective_at <= ${at}
  ORDER BY k.hcp_id, k.channel_id, k.effective_at DESC, k.id DESC`

/** Contacts that take from the yearly maximum of these hcps: DONE of 12 months, and committed but not done in running plans. */
export async function countYearlyUsedOf(
  tx: Tx,
  labId: string,
  today: string,
  hcpIds: readonly string[],
): Promise<Map<string, number>> {
  const rows = await tx.$queryRaw<{ hcpId: string; contacts: number }[]>`
    WITH made AS MATERIALIZED (
      SELECT c.hcp_id, c.sector_id, c.channel_id, c.day FROM call c
      WHERE c.lab_id = ${labId}::uuid AND c.hcp_id = ${amongThese(hcpIds)} AND c.outcome = 'DONE'
        AND c.duplicate_of_id IS NULL AND c.day > ${today}::date - interval '24 months' AND c.day <= ${today}::date),
    running AS MATERIALIZED (
      SELECT DISTINCT ON (p.id) p.sector_id, v.id AS version_id, y.run_starts_on, y.run_ends_before
      FROM cycle y
      JOIN plan p ON p.lab_id = ${labId}::uuid AND p.cycle_id = y.id
      JOIN plan_version v ON v.lab_id = ${labId}::uuid AND v.plan_id = p.id AND v.state = 'SEALED'
      WHERE y.lab_id = ${labId}::uuid AND y.state = 'RUNNING' ORDER BY p.id, v.number DESC),
    credited AS (
      SELECT r.version_id, m.hcp_id, m.channel_id, count(*)::int AS contacts FROM running r
      JOIN made m ON m.sector_id = r.sector_id AND m.day >= r.run_starts_on AND m.day < r.run_ends_before
      GROUP BY r.version_id, m.hcp_id, m.channel_id)
    SELECT u.hcp_id AS "hcpId", sum(u.contacts)::int AS contacts FROM (
      SELECT m.hcp_id, count(*)::int AS contacts FROM made m WHERE m.day > ${today}::date - interval '12 months' GROUP BY m.hcp_id
      UNION ALL
      SELECT l.hcp_id, greatest(coalesce(l.approved, l.proposed) - coalesce(k.contacts, 0), 0) FROM running r
      JOIN plan_line l ON l.lab_id = ${labId}::uuid AND l.plan_version_id = r.version_id
        AND l.hcp_id = ${amongThese(hcpIds)}
      LEFT JOIN credited k ON k.version_id = r.version_id AND k.hcp_id = l.hcp_id AND k.channel_id = l.channel_id) u
    GROUP BY u.hcp_id`
  return new Map(rows.map(({ hcpId, contacts }) => [hcpId, contacts]))
}
