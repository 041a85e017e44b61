import { Prisma } from '#src/generated/prisma/client.ts'
import { excludedSegment } from '#src/contracts/directory.ts'
import type { Tx } from '../platform/tx.ts'
import { universeSql, type CycleGround } from './cycle-universe-repository.ts'

const { sql } = Prisma

/** One entry an hcp, in the order of their ids. */
export type Candidates = {
  hcpIds: string[]
  professions: (string | null)[]
  specialties: (string | null)[]
  regions: (string | null)[]
  sectors: (string | null)[]
}

/**
 * Active hcps with a main sector in the cycle's networks at its day, whatever its universe says: the studio may widen
 * it. An hcp of two networks stands in the first by id.
 */
export async function readCandidates(tx: Tx, labId: string, ground: CycleGround): Promise<Candidates> {
  const [row] = await tx.$queryRaw<{ [K in keyof Candidates]: Candidates[K] | null }[]>`
    SELECT array_agg(c.hcp_id::text) AS "hcpIds", array_agg(c.profession) AS professions,
      array_agg(c.specialty) AS specialties, array_agg(c.region) AS regions, array_agg(c.sector) AS sectors
    FROM (
      SELECT DISTINCT ON (u.hcp_id) u.hcp_id, h.profession, h.specialty, r.code AS region, s.code AS sector
      FROM (${universeSql(labId, { ...ground, universe: null })}) u
      JOIN hcp h ON h.lab_id = ${labId}::uuid AND h.id = u.hcp_id
      JOIN sector s ON s.lab_id = ${labId}::uuid AND s.id = u.sector_id
      JOIN region r ON r.lab_id = ${labId}::uuid AND r.id = u.region_id
      ORDER BY u.hcp_id, u.network_id) c`
  return {
    hcpIds: row?.hcpIds ?? [],
    professions: row?.professions ?? [],
    specialties: row?.specialties ?? [],
    regions: row?.regions ?? [],
    sectors: row?.sectors ?? [],
  }
}

/**
 * A fingerprint of everything that a dataset is read from: answers to these criteria, hcps with their sectors, principal
 * practices. Another value = something moved.
 */
export async function readSourceStamp(
  tx: Tx,
  labId: string,
  ground: CycleGround,
  criterionIds: readonly string[],
): Promise<string> {
  const [row] = await tx.$queryRaw<{ stamp: string }[]>`
    SELECT concat_ws(' ',
      (SELECT count(*) || ':' || coalesce(bit_xor(uuid_hash_extended(a.observation_id, 0)), 0)
        FROM answer a WHERE a.lab_id = ${labId}::uuid AND a.criterion_id = ANY (${[...criterionIds]}::uuid[])),
      (SELECT count(*) || ':' || coalesce(bit_xor(uuid_hash_extended(
          hs.hcp_id, uuid_hash_extended(hs.sector_id, hashtextextended(s.code, h.version)))), 0)
        FROM hcp_sector hs
        JOIN hcp h ON h.lab_id = ${labId}::uuid AND h.id = hs.hcp_id AND h.status = 'ACTIVE'
        JOIN sector s ON s.lab_id = ${labId}::uuid AND s.id = hs.sector_id
        WHERE hs.lab_id = ${labId}::uuid AND hs.main AND hs.network_id = ANY (${[...ground.networkIds]}::uuid[])
          AND hs.starts_on <= ${ground.day}::date AND (hs.ends_before IS NULL OR hs.ends_before > ${ground.day}::date)),
      (SELECT count(*) || ':' || coalesce(bit_xor(uuid_hash_extended(hp.hcp_id, uuid_hash_extended(hp.practice_id, 0))), 0)
        FROM hcp_practice hp WHERE hp.lab_id = ${labId}::uuid AND hp.principal
          AND hp.starts_on <= ${ground.day}::date AND (hp.ends_before IS NULL OR hp.ends_before > ${ground.day}::date))
    ) AS stamp`
  return row?.stamp ?? ''
}

export type PreviousCycle = { cycleId: string; name: string; runId: string }

/** The cycle of the same networks whose run came last before this one's, among those that were computed. */
export async function findPreviousCycle(
  tx: Tx,
  labId: string,
  cycle: { id: string; networkIds: readonly string[]; runStartsOn: string | null },
): Promise<PreviousCycle | null> {
  const before = cycle.runStartsOn ? sql`AND y.run_starts_on < ${cycle.runStartsOn}::date` : Prisma.empty
  const [row] = await tx.$queryRaw<PreviousCycle[]>`
    SELECT y.id AS "cycleId", y.name, run.id AS "runId" FROM cycle y
    JOIN LATERAL (SELECT r.id FROM run r WHERE r.lab_id = ${labId}::uuid AND r.cycle_id = y.id AND r.kind = 'OFFICIAL'
      AND r.state = 'DONE' ORDER BY r.created_at DESC, r.id DESC LIMIT 1) run ON true
    WHERE y.lab_id = ${labId}::uuid AND y.id <> ${cycle.id}::uuid AND NOT y.is_template AND y.run_starts_on IS NOT NULL ${before}
      AND EXISTS (SELECT FROM cycle_network cn WHERE cn.lab_id = ${labId}::uuid AND cn.cycle_id = y.id
        AND cn.network_id = ANY (${[...cycle.networkIds]}::uuid[]))
    ORDER BY y.run_starts_on DESC, y.id DESC LIMIT 1`
  return row ?? null
}

/** Segment code of each hcp of a run, `excluded` for those that a rule left out. */
export async function readRunSegments(
  tx: Tx,
  labId: string,
  runId: string,
  segmentation: string,
): Promise<Map<string, string>> {
  const [row] = await tx.$queryRaw<{ ids: string[] | null; codes: string[] | null }[]>`
    SELECT array_agg(sa.hcp_id::text) AS ids, array_agg(coalesce(cs.code, ${excludedSegment})) AS codes
    FROM segment_assignment sa
    LEFT JOIN cycle_segment cs ON cs.lab_id = ${labId}::uuid AND cs.id = sa.cycle_segment_id
    WHERE sa.lab_id = ${labId}::uuid AND sa.run_id = ${runId}::uuid AND sa.segmentation = ${segmentation}`
  const codes = row?.codes ?? []
  return new Map((row?.ids ?? []).map((id, index) => [id, codes[index] ?? excludedSegment]))
}
