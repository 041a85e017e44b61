import type { Tx } from '../platform/transaction.ts'

export type HcpPlace = { sectorId: string; networkId: string }

/** The sectors where an hcp is on a day, or whose plan in force commits to it, the main one first. */
export const sectorsOfHcp = (
  tx: Tx,
  labId: string,
  hcpId: string,
  day: string,
): Promise<HcpPlace[]> => tx.$queryRaw<HcpPlace[]>`
  SELECT s.id AS "sectorId", s.network_id AS "networkId" FROM (
    SELECT hs.sector_id, CASE WHEN hs.main THEN 0 ELSE 1 END AS rank FROM hcp_sector hs
    WHERE hs.lab_id = ${labId}::uuid AND hs.hcp_id = ${hcpId}::uuid AND hs.starts_on <= ${day}::date
      AND (hs.ends_before IS NULL OR hs.ends_before > ${day}::date)
    UNION ALL
    SELECT p.sector_id, 2 FROM plan_line l
    JOIN plan_version v ON v.lab_id = ${labId}::uuid AND v.id = l.plan_version_id AND v.state = 'SEALED'
    JOIN plan p ON p.lab_id = ${labId}::uuid AND p.id = v.plan_id
    JOIN cycle y ON y.lab_id = ${labId}::uuid AND y.id = p.cycle_id
      AND y.run_starts_on <= ${day}::date AND y.run_ends_before > ${day}::date
    WHERE l.lab_id = ${labId}::uuid AND l.hcp_id = ${hcpId}::uuid AND l.approved > 0) place
  JOIN sector s ON s.lab_id = ${labId}::uuid AND s.id = place.sector_id
  GROUP BY s.id, s.network_id ORDER BY min(place.rank), s.id`

export type CallCycle = { id: string; name: string; networkId: string; startsOn: string; endsOn: string }

/** The published cycles of networks whose run holds a day. */
export const cyclesOnDay = (
  tx: Tx,
  labId: string,
  networkIds: readonly string[],
  day: string,
): Promise<CallCycle[]> => tx.$queryRaw<CallCycle[]>`
  SELECT y.id, y.name, n.network_id AS "networkId", n.run_starts_on::text AS "startsOn", (n.run_ends_before - 1)::text AS "endsOn"
  FROM cycle_network n JOIN cycle y ON y.lab_id = ${labId}::uuid AND y.id = n.cycle_id
  WHERE n.lab_id = ${labId}::uuid AND n.published AND n.network_id = ANY (${[...networkIds]}::uuid[])
    AND n.run_starts_on <= ${day}::date AND n.run_ends_before > ${day}::date
  ORDER BY y.id`

/** Days of closed cycles past their grace, of networks: what was called then stays as it is. */
export const frozenPeriods = (
  tx: Tx,
  labId: string,
  networkIds: readonly string[],
  today: string,
): Promise<{ networkId: string; startsOn: string; endsOn: string }[]> => tx.$queryRaw<
  { networkId: string; startsOn: string; endsOn: string }[]
>`
  SELECT n.network_id AS "networkId", n.run_starts_on::text AS "startsOn", (n.run_ends_before - 1)::text AS "endsOn"
  FROM cycle_network n JOIN cycle y ON y.lab_id = ${labId}::uuid AND y.id = n.cycle_id AND y.state = 'CLOSED'
  WHERE n.lab_id = ${labId}::uuid AND n.published AND n.network_id = ANY (${[...networkIds]}::uuid[])
    AND n.run_ends_before + y.grace_days <= ${today}::date`

export const findFieldSource = (tx: Tx, labId: string): Promise<{ id: string } | null> =>
  tx.source.findFirst({ where: { labId, kind: 'FIELD' }, select: { id: true }, orderBy: { code: 'asc' } })

export const findCallParts = (
  tx: Tx,
  labId: string,
  parts: { channelId: string; productIds: readonly string[]; reasonId: string | null },
): Promise<{ channel: boolean; products: number; reason: boolean }[]> => tx.$queryRaw<
  { channel: boolean; products: number; reason: boolean }[]
>`
  SELECT EXISTS (SELECT FROM channel c WHERE c.lab_id = ${labId}::uuid AND c.id = ${parts.channelId}::uuid) AS channel,
    (SELECT count(*)::int FROM product p WHERE p.lab_id = ${labId}::uuid AND p.id = ANY (${[...parts.productIds]}::uuid[])) AS products,
    ${parts.reasonId}::uuid IS NULL OR EXISTS (SELECT FROM reason r WHERE r.lab_id = ${labId}::uuid AND r.id = ${parts.reasonId}::uuid
      AND 'REFUSE' = ANY (r.used_for)) AS reason`

export type CallChannel = { id: string; code: string; name: string; kind: string; inCycle: boolean }

export const listCallChannels = (
  tx: Tx,
  labId: string,
  cycleId: string | null,
): Promise<CallChannel[]> => tx.$queryRaw<CallChannel[]>`
  SELECT c.id, c.code, c.name, c.kind, w.cycle_id IS NOT NULL AS "inCycle" FROM channel c
  LEFT JOIN cycle_channel w ON w.lab_id = ${labId}::uuid AND w.cycle_id = ${cycleId}::uuid AND w.channel_id = c.id
  WHERE c.lab_id = ${labId}::uuid AND c.active
  ORDER BY w.cycle_id IS NULL, array_position(ARRAY['VISIT', 'REMOTE', 'PHONE', 'EMAIL', 'SMS', 'EVENT'], c.kind), c.code`

export const listCallProducts = (
  tx: Tx,
  labId: string,
  cycleId: string | null,
): Promise<{ id: string; code: string; name: string }[]> => tx.$queryRaw<
  { id: string; code: string; name: string }[]
>`
  SELECT p.id, p.code, p.name FROM product p
  LEFT JOIN (SELECT y.product_id, min(y.rank) AS rank FROM cycle_product y
    WHERE y.lab_id = ${labId}::uuid AND y.cycle_id = ${cycleId}::uuid GROUP BY y.product_id) y ON y.product_id = p.id
  WHERE p.lab_id = ${labId}::uuid AND (y.product_id IS NOT NULL OR ${cycleId}::uuid IS NULL) ORDER BY y.rank, p.code`

export const listRefusalReasons = (
  tx: Tx,
  labId: string,
  locale: string,
): Promise<{ id: string; code: string; label: string }[]> => tx.$queryRaw<
  { id: string; code: string; label: string }[]
>`
  SELECT r.id, r.code, coalesce(r.labels ->> ${locale}, r.labels ->> 'fr', r.code) AS label FROM reason r
  WHERE r.lab_id = ${labId}::uuid AND r.active AND 'REFUSE' = ANY (r.used_for) ORDER BY label`

/** Networks of sectors, with their names. */
export const sectorsNamed = (
  tx: Tx,
  labId: string,
  sectorIds: readonly string[],
): Promise<{ id: string; name: string; networkId: string }[]> =>
  tx.sector.findMany({
    where: { labId, id: { in: [...sectorIds] } },
    select: { id: true, name: true, networkId: true },
    orderBy: { name: 'asc' },
  })

export const findChannelRules = (
  tx: Tx,
  labId: string,
  id: string,
): Promise<{ id: string; kind: string; needsConsent: boolean } | null> =>
  tx.channel.findUnique({
    where: { labId_id: { labId, id } },
    select: { id: true, kind: true, needsConsent: true },
  })
