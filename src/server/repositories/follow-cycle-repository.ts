import type { Tx } from '../platform/transaction.ts'

export type FollowChannel = {
  id: string
  code: string
  name: string
  kind: string
  weightMilli: number
  loadMilli: number
}
export type FollowProduct = { id: string; code: string; name: string }
export type FollowSegment = { id: string; code: string; name: string; colour: string; rank: number }

/** Channels of a cycle with their weights, those that count most first. */
export const listFollowChannels = (tx: Tx, labId: string, cycleId: string): Promise<FollowChannel[]> =>
  tx.$queryRaw<FollowChannel[]>`
    SELECT c.id, c.code, c.name, c.kind, w.weight_milli AS "weightMilli", w.load_milli AS "loadMilli"
    FROM cycle_channel w JOIN channel c ON c.lab_id = ${labId}::uuid AND c.id = w.channel_id
    WHERE w.lab_id = ${labId}::uuid AND w.cycle_id = ${cycleId}::uuid
    ORDER BY array_position(ARRAY['VISIT', 'REMOTE', 'PHONE', 'EMAIL', 'SMS', 'EVENT'], c.kind), c.code`

export const listFollowProducts = (tx: Tx, labId: string, cycleId: string): Promise<FollowProduct[]> =>
  tx.$queryRaw<FollowProduct[]>`
    SELECT p.id, p.code, p.name FROM product p
    JOIN (SELECT y.product_id, min(y.rank) AS rank FROM cycle_product y
      WHERE y.lab_id = ${labId}::uuid AND y.cycle_id = ${cycleId}::uuid GROUP BY y.product_id) y ON y.product_id = p.id
    WHERE p.lab_id = ${labId}::uuid ORDER BY y.rank, p.code`

export const listFollowSegments = (
  tx: Tx,
  labId: string,
  cycleId: string,
  segmentation: string,
): Promise<FollowSegment[]> =>
  tx.cycleSegment.findMany({
    where: { labId, cycleId, segmentation },
    select: { id: true, code: true, name: true, colour: true, rank: true },
    orderBy: [{ rank: 'asc' }, { code: 'asc' }],
  })

export type SectorLead = { sectorId: string; memberId: string; name: string }

/** Leads of sectors on a day. */
export const listLeads = (tx: Tx, labId: string, day: string): Promise<SectorLead[]> =>
  tx.$queryRaw<SectorLead[]>`
    SELECT a.sector_id AS "sectorId", m.id AS "memberId", m.display_name AS name
    FROM sector_assignment a JOIN member m ON m.lab_id = ${labId}::uuid AND m.id = a.member_id
    WHERE a.lab_id = ${labId}::uuid AND a.kind = 'LEAD'
      AND a.starts_on <= ${day}::date AND (a.ends_before IS NULL OR a.ends_before > ${day}::date)`

/** Published cycles whose figures still move: running, or closed for no longer than their grace. */
export const listFollowedCycles = (
  tx: Tx,
  labId: string,
  today: string,
  networkIds: readonly string[] | null = null,
): Promise<{ id: string }[]> => tx.$queryRaw<{ id: string }[]>`
  SELECT c.id FROM cycle c
  WHERE c.lab_id = ${labId}::uuid AND NOT c.is_template AND (c.state = 'RUNNING'
      OR c.state = 'CLOSED' AND c.run_ends_before + c.grace_days > ${today}::date)
    AND (${networkIds ? [...networkIds] : null}::uuid[] IS NULL OR EXISTS (SELECT FROM cycle_network n
      WHERE n.lab_id = ${labId}::uuid AND n.cycle_id = c.id AND n.network_id = ANY (${networkIds ? [...networkIds] : null}::uuid[])))
  ORDER BY c.id`

export type FollowPlace = {
  sectorId: string
  sector: string
  regionId: string
  region: string
  networkId: string
  network: string
}

/** Sectors of the networks that exist during a run, with where they stand, by network, region and name. */
export const listFollowPlaces = (
  tx: Tx,
  labId: string,
  networkIds: readonly string[],
  run: { startsOn: string; endsOn: string },
): Promise<FollowPlace[]> => tx.$queryRaw<FollowPlace[]>`
  SELECT s.id AS "sectorId", s.name AS sector, r.id AS "regionId", r.name AS region, n.id AS "networkId", n.name AS network
  FROM sector s
  JOIN region r ON r.lab_id = ${labId}::uuid AND r.id = s.region_id
  JOIN network n ON n.lab_id = ${labId}::uuid AND n.id = s.network_id
  WHERE s.lab_id = ${labId}::uuid AND s.network_id = ANY (${[...networkIds]}::uuid[]) AND s.starts_on <= ${run.endsOn}::date
    AND (s.ends_before IS NULL OR s.ends_before > ${run.startsOn}::date)
  ORDER BY n.name, n.id, r.name, r.id, s.name, s.id`
