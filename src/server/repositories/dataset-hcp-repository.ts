import type { Tx } from '../platform/tx.ts'

export type HcpName = { id: string; name: string; specialty: string | null; commune: string | null }

/** Names of a few hcps of the lab, with the commune of their principal practice. */
export const findHcpNames = (
  tx: Tx,
  labId: string,
  hcpIds: readonly string[],
  day: string,
): Promise<HcpName[]> => tx.$queryRaw<HcpName[]>`
  SELECT h.id, concat_ws(' ', h.title, h.first_name, h.last_name) AS name, h.specialty, c.name AS commune
  FROM hcp h
  LEFT JOIN hcp_practice hp ON hp.lab_id = ${labId}::uuid AND hp.hcp_id = h.id AND hp.principal
    AND hp.starts_on <= ${day}::date AND (hp.ends_before IS NULL OR hp.ends_before > ${day}::date)
  LEFT JOIN practice p ON p.lab_id = ${labId}::uuid AND p.id = hp.practice_id
  LEFT JOIN commune c ON c.insee_code = p.insee_code
  WHERE h.lab_id = ${labId}::uuid AND h.id = ANY (${[...hcpIds]}::uuid[])`

/** Sectors that an hcp is in today, and those where the cycle's publications target it. */
export async function findHcpSectorIds(
  tx: Tx,
  labId: string,
  cycleId: string,
  hcpId: string,
  day: string,
): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT hs.sector_id AS id FROM hcp_sector hs
    WHERE hs.lab_id = ${labId}::uuid AND hs.hcp_id = ${hcpId}::uuid
      AND hs.starts_on <= ${day}::date AND (hs.ends_before IS NULL OR hs.ends_before > ${day}::date)
    UNION
    SELECT t.sector_id FROM target t
    JOIN publication p ON p.lab_id = ${labId}::uuid AND p.id = t.publication_id AND p.cycle_id = ${cycleId}::uuid
    WHERE t.lab_id = ${labId}::uuid AND t.hcp_id = ${hcpId}::uuid`
  return rows.map(({ id }) => id)
}

export type NamedCode = { code: string; name: string }

/** Regions and sectors of networks on a day: what the attributes of a dataset are called. */
export async function listAttributeNames(
  tx: Tx,
  labId: string,
  networkIds: readonly string[],
  day: string,
): Promise<{ regions: NamedCode[]; sectors: NamedCode[] }> {
  const regions = await tx.region.findMany({
    where: { labId, networkId: { in: [...networkIds] } },
    select: { code: true, name: true },
    orderBy: { code: 'asc' },
  })
  const sectors = await tx.$queryRaw<NamedCode[]>`
    SELECT s.code, s.name FROM sector s
    WHERE s.lab_id = ${labId}::uuid AND s.network_id = ANY (${[...networkIds]}::uuid[])
      AND s.starts_on <= ${day}::date AND (s.ends_before IS NULL OR s.ends_before > ${day}::date)
    ORDER BY s.code`
  return { regions, sectors }
}
