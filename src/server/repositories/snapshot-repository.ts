import type { ScopeFilter } from '#src/contracts/actor.ts'
import { Prisma } from '#src/generated/prisma/client.ts'
import type { Tx } from '../platform/transaction.ts'

export type SnapshotLevel = 'SECTOR' | 'REGION' | 'NETWORK'
export type SnapshotDimension = 'ALL' | 'SEGMENT' | 'CHANNEL' | 'PRODUCT'

type Reading = {
  goalMilli: number
  earnedMilli: number
  done: number
  /** null = no capacity. */
  expectedMilli: number | null
  capacityGoneMilli: number
  capacityMilli: number
}

/** Figures of one perimeter as they were on one as-of day; presentations in those of a product. */
export type FollowSnapshot = {
  level: SnapshotLevel
  key: string
  dimension: SnapshotDimension
  /** Code of the segment, id of the channel or product; empty for ALL. */
  dimensionId: string
  hcps: number
  seen: number
  atFrequency: number
  raw: Reading
  adjusted: Reading
  /** P(kept), null = no forecast. */
  probability: number | null
  meanMilli: number | null
  lowMilli: number | null
  highMilli: number | null
}

/** Keeps the figures of one network as of one day; what was kept of that day before is replaced. */
export async function replaceSnapshots(
  tx: Tx,
  labId: string,
  at: { cycleId: string; asOf: string; configurationHash: string },
  rows: readonly FollowSnapshot[],
): Promise<void> {
  const { cycleId, asOf, configurationHash } = at
  const keys = [...new Set(rows.map(({ key }) => key))]
  await tx.$executeRaw`
    DELETE FROM follow_snapshot f WHERE f.lab_id = ${labId}::uuid AND f.cycle_id = ${cycleId}::uuid
      AND f.as_of = ${asOf}::date AND f.key = ANY (${keys}::uuid[])`
  await tx.$executeRaw`
    INSERT INTO follow_snapshot (lab_id, cycle_id, as_of, level, key, dimension, dimension_id, configuration_hash,
      hcps, seen, at_frequency,
      raw_goal_milli, raw_earned_milli, raw_done, raw_expected_milli, raw_capacity_gone_milli, raw_capacity_milli,
      adjusted_goal_milli, adjusted_earned_milli, adjusted_done, adjusted_expected_milli,
      adjusted_capacity_gone_milli, adjusted_capacity_milli, probability, mean_milli, low_milli, high_milli)
    SELECT ${labId}::uuid, ${cycleId}::uuid, ${asOf}::date, r.level, r.key, r.dimension, r."dimensionId", ${configurationHash},
      r.hcps, r.seen, r."atFrequency",
      (r.raw->>'goalMilli')::bigint, (r.raw->>'earnedMilli')::bigint, (r.raw->>'done')::int, (r.raw->>'expectedMilli')::bigint,
      (r.raw->>'capacityGoneMilli')::bigint, (r.raw->>'capacityMilli')::bigint,
      (r.adjusted->>'goalMilli')::bigint, (r.adjusted->>'earnedMilli')::bigint, (r.adjusted->>'done')::int,
      (r.adjusted->>'expectedMilli')::bigint, (r.adjusted->>'capacityGoneMilli')::bigint, (r.adjusted->>'capacityMilli')::bigint,
      r.probability, r."meanMilli", r."lowMilli", r."highMilli"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(level text, key uuid, dimension text, "dimensionId" text,
      hcps int, seen int, "atFrequency" int, raw jsonb, adjusted jsonb,
      probability float8, "meanMilli" bigint, "lowMilli" bigint, "highMilli" bigint)`
}

export type PreviousChance = {
  sectorId: string
  dimension: SnapshotDimension
  dimensionId: string
  probability: number | null
}

/** P(kept) of sectors on the as-of day before this one, by dimension; empty where there was none. */
export const previousChances = (
  tx: Tx,
  labId: string,
  at: { cycleId: string; asOf: string; sectorIds: readonly string[] },
): Promise<PreviousChance[]> => tx.$queryRaw<PreviousChance[]>`
  SELECT f.key AS "sectorId", f.dimension, f.dimension_id AS "dimensionId", f.probability
  FROM follow_snapshot f
  WHERE f.lab_id = ${labId}::uuid AND f.cycle_id = ${at.cycleId}::uuid AND f.level = 'SECTOR'
    AND f.key = ANY (${[...at.sectorIds]}::uuid[])
    AND f.as_of = (SELECT max(e.as_of) FROM follow_snapshot e WHERE e.lab_id = ${labId}::uuid
      AND e.cycle_id = ${at.cycleId}::uuid AND e.level = 'SECTOR' AND e.as_of < ${at.asOf}::date
      AND e.key = ANY (${[...at.sectorIds]}::uuid[]))`

/** The latest day of which the figures of a network are kept; null = none. */
export async function latestSnapshotDay(
  tx: Tx,
  labId: string,
  cycleId: string,
  networkId: string,
): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ day: string | null }[]>`
    SELECT max(f.as_of)::text AS day FROM follow_snapshot f
    WHERE f.lab_id = ${labId}::uuid AND f.cycle_id = ${cycleId}::uuid AND f.level = 'NETWORK' AND f.key = ${networkId}::uuid`
  return row?.day ?? null
}

type Stored = Omit<FollowSnapshot, 'raw' | 'adjusted'> & { asOf: string; raw: Reading; adjusted: Reading }

/**
 * The latest figures kept of each perimeter of a level in a scope, for the screens that only tell them (home, ribbon):
 * regions and networks are told to those who reach the whole lab, or the sectors of the scope that make them up.
 */
export const listLatestSnapshots = (
  tx: Tx,
  labId: string,
  cycleId: string,
  level: SnapshotLevel,
  scope: ScopeFilter,
): Promise<Stored[]> => {
  const own = scope.kind === 'lab' ? null : [...scope.sectorIds]
  const reach =
    own === null
      ? Prisma.sql`true`
      : level === 'SECTOR'
        ? Prisma.sql`f.key = ANY (${own}::uuid[])`
        : level === 'REGION'
          ? Prisma.sql`f.key IN (SELECT s.region_id FROM sector s WHERE s.lab_id = ${labId}::uuid AND s.id = ANY (${own}::uuid[]))`
          : Prisma.sql`f.key IN (SELECT s.network_id FROM sector s WHERE s.lab_id = ${labId}::uuid AND s.id = ANY (${own}::uuid[]))`
  const reading = (of: 'raw' | 'adjusted') =>
    Prisma.raw(`jsonb_build_object('goalMilli', f.${of}_goal_milli,
    'earnedMilli', f.${of}_earned_milli, 'done', f.${of}_done, 'expectedMilli', f.${of}_expected_milli,
    'capacityGoneMilli', f.${of}_capacity_gone_milli, 'capacityMilli', f.${of}_capacity_milli) AS ${of}`)
  return tx.$queryRaw<Stored[]>`
    SELECT DISTINCT ON (f.key) f.as_of::text AS "asOf", f.level, f.key, f.dimension, f.dimension_id AS "dimensionId",
      f.hcps, f.seen, f.at_frequency AS "atFrequency", ${reading('raw')}, ${reading('adjusted')}, f.probability,
      f.mean_milli::float8 AS "meanMilli", f.low_milli::float8 AS "lowMilli", f.high_milli::float8 AS "highMilli"
    FROM follow_snapshot f
    WHERE f.lab_id = ${labId}::uuid AND f.cycle_id = ${cycleId}::uuid AND f.level = ${level} AND f.dimension = 'ALL' AND ${reach}
    ORDER BY f.key, f.as_of DESC`
}
