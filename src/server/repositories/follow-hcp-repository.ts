import type { Tx } from '../platform/transaction.ts'

export type FollowPerson = {
  hcpId: string
  name: string
  specialty: string | null
  commune: string | null
}

/** Names and places of hcps on a day. */
export const listFollowPeople = (
  tx: Tx,
  labId: string,
  hcpIds: readonly string[],
  day: string,
): Promise<FollowPerson[]> => tx.$queryRaw<FollowPerson[]>`
  SELECT h.id AS "hcpId", concat_ws(' ', h.title, h.first_name, h.last_name) AS name, h.specialty, place.commune
  FROM hcp h
  LEFT JOIN LATERAL (SELECT coalesce(c.name, p.name) AS commune FROM hcp_practice hp
    JOIN practice p ON p.lab_id = ${labId}::uuid AND p.id = hp.practice_id
    LEFT JOIN commune c ON c.insee_code = p.insee_code
    WHERE hp.lab_id = ${labId}::uuid AND hp.hcp_id = h.id AND hp.starts_on <= ${day}::date
      AND (hp.ends_before IS NULL OR hp.ends_before > ${day}::date)
    ORDER BY hp.principal DESC, hp.starts_on, hp.id LIMIT 1) place ON true
  WHERE h.lab_id = ${labId}::uuid AND h.id = ANY (${[...hcpIds]}::uuid[])`

export type LastCall = { sectorId: string; hcpId: string; day: string }

/** The last DONE call of hcps in each of these sectors, through a day. */
export const listLastCalls = (
  tx: Tx,
  labId: string,
  sectorIds: readonly string[],
  through: string,
): Promise<LastCall[]> => tx.$queryRaw<LastCall[]>`
  SELECT c.sector_id AS "sectorId", c.hcp_id AS "hcpId", max(c.day)::text AS day FROM call c
  WHERE c.lab_id = ${labId}::uuid AND c.sector_id = ANY (${[...sectorIds]}::uuid[]) AND c.outcome = 'DONE'
    AND c.duplicate_of_id IS NULL AND c.day <= ${through}::date
  GROUP BY c.sector_id, c.hcp_id`
